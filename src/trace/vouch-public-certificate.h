#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchPublicCertificate:
 * @kind: what it is, like "origin" or "test_report"
 * @number: the number that stands on it
 * @issuer: who issued it
 * @issued: the date of issue, or none
 * @sha256: of the document's file, 32 bytes, so that whoever holds it can compare
 * @size: of that file, bytes
 *
 * A paper that came with the goods, as the public may know it: what it is, never the paper itself.
 */
typedef struct
{
  char *kind;
  char *number;
  char *issuer;
  VouchDate issued;
  GBytes *sha256;
  gint64 size;
} VouchPublicCertificate;

VOUCH_DECLARE_RECORD (VouchPublicCertificate, vouch_public_certificate)

gboolean vouch_public_certificate_check (const VouchPublicCertificate *self, GError **error);

G_END_DECLS
