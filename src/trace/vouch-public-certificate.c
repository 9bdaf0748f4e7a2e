#include "vouch-public-certificate.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-text.h"

#define SHA256_SIZE 32

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPublicCertificate, kind, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicCertificate, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicCertificate, issuer, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicCertificate, issued, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicCertificate, sha256, BYTES, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicCertificate, size, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPublicCertificate, vouch_public_certificate, "certificates", fields)

/**
 * vouch_public_certificate_check:
 * @self: a certificate
 * @error: INVALID, naming the member
 *
 * Returns: whether it may be published
 */
gboolean
vouch_public_certificate_check (const VouchPublicCertificate *self, GError **error)
{
  if (!vouch_record_check (&vouch_public_certificate_type, self, error) ||
      !vouch_text_check_line (self->kind, "kind", VOUCH_TEXT_NAME_MAX, error) ||
      !vouch_text_check_line (self->number, "number", VOUCH_TEXT_NAME_MAX, error) ||
      !vouch_text_check_line (self->issuer, "issuer", VOUCH_TEXT_NAME_MAX, error))
    return FALSE;
  if (g_bytes_get_size (self->sha256) == SHA256_SIZE && self->size > 0)
    return TRUE;
  vouch_set_field_error (error, "certificates", VOUCH_ERROR_INVALID, _ ("“%s” is missing or not what it should be"),
                         "certificates");
  return FALSE;
}
