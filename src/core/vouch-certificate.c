#include "vouch-certificate.h"

static const char *const kind_names[] = {
  "analysis", "conformity", "origin", "quarantine", "test_report", "other", NULL,
};
const VouchEnum vouch_certificate_kind_values = { kind_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchCertificate, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCertificate, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCertificate, kind, vouch_certificate_kind_values, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCertificate, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCertificate, issuer, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCertificate, issued, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCertificate, sha256, BYTES, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCertificate, size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCertificate, added_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCertificate, added_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCertificate, vouch_certificate, "certificate", fields)
