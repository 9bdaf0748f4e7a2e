#pragma once

#include "vouch-list-source.h"
#include "vouch-pack.h"

G_BEGIN_DECLS

/* A carton or a pallet as a list shows it. */
typedef struct
{
  gint64 id;
  char *sscc;
  VouchPackKind kind;
  VouchPackState state;
  gint64 items; /* units of a carton, cartons of a pallet */
  gint64 opened_at;
  char *opened_by;
} VouchPackEntry;

VOUCH_DECLARE_RECORD (VouchPackEntry, vouch_pack_entry)

/* All cartons and pallets, the newest first. Rows are VouchPackEntry. */
extern const VouchListSource vouch_pack_source;

G_END_DECLS
