#include "vouch-pack.h"

static const char *const kind_names[] = { "carton", "pallet", NULL };
const VouchEnum vouch_pack_kind_values = { kind_names };

static const char *const state_names[] = { "open", "closed", "broken", "recalled", NULL };
const VouchEnum vouch_pack_state_values = { state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPack, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPack, sscc, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPack, kind, vouch_pack_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPack, state, vouch_pack_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPack, opened_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPack, opened_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPack, closed_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPack, closed_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPack, ended_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPack, ended_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPack, reason, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPack, vouch_pack, "pack", fields)
