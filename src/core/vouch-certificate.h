#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchCertificateKind:
 *
 * What a paper that came with the goods certifies.
 */
typedef enum
{
  VOUCH_CERTIFICATE_KIND_ANALYSIS,
  VOUCH_CERTIFICATE_KIND_CONFORMITY,
  VOUCH_CERTIFICATE_KIND_ORIGIN,
  VOUCH_CERTIFICATE_KIND_QUARANTINE,
  VOUCH_CERTIFICATE_KIND_TEST_REPORT,
  VOUCH_CERTIFICATE_KIND_OTHER,
} VouchCertificateKind;

extern const VouchEnum vouch_certificate_kind_values;

/**
 * VouchCertificate:
 *
 * A paper that came with a lot: what stands on it, and the hash of its file, by which whoever holds the paper can
 * compare it. Never changed; the file itself stays with whoever keeps the papers.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  VouchCertificateKind kind;
  char *number;
  char *issuer;
  VouchDate issued;
  GBytes *sha256; /* of the file, 32 bytes */
  gint64 size;    /* of the file */
  gint64 added_by;
  gint64 added_at;
} VouchCertificate;

VOUCH_DECLARE_RECORD (VouchCertificate, vouch_certificate)

G_END_DECLS
