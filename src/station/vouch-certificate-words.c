#include "vouch-certificate-words.h"

#include <glib/gi18n-lib.h>

/**
 * vouch_words_of_certificate:
 * @kind: a kind of paper
 *
 * Returns: (transfer none): what it is called
 */
const char *
vouch_words_of_certificate (VouchCertificateKind kind)
{
  switch (kind)
    {
    case VOUCH_CERTIFICATE_KIND_ANALYSIS:
      return _ ("Certificate of analysis");
    case VOUCH_CERTIFICATE_KIND_CONFORMITY:
      return _ ("Certificate of conformity");
    case VOUCH_CERTIFICATE_KIND_ORIGIN:
      return _ ("Certificate of origin");
    case VOUCH_CERTIFICATE_KIND_QUARANTINE:
      return _ ("Inspection and quarantine certificate");
    case VOUCH_CERTIFICATE_KIND_TEST_REPORT:
      return _ ("Test report");
    case VOUCH_CERTIFICATE_KIND_OTHER:
      return _ ("Another paper");
    default:
      g_return_val_if_reached ("");
    }
}
