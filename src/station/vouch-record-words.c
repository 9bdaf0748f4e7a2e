#include "vouch-record-words.h"

#include <glib/gi18n-lib.h>

/**
 * vouch_words_of_public_status:
 * @status: of a lot, as it was published
 *
 * Returns: (transfer none): what it is called
 */
const char *
vouch_words_of_public_status (VouchPublicStatus status)
{
  switch (status)
    {
    case VOUCH_PUBLIC_STATUS_ON_HOLD:
      return _ ("On hold");
    case VOUCH_PUBLIC_STATUS_RELEASED:
      return _ ("Released");
    case VOUCH_PUBLIC_STATUS_WITHDRAWN:
      return _ ("Taken back");
    case VOUCH_PUBLIC_STATUS_RECALLED:
      return _ ("Recalled");
    case VOUCH_PUBLIC_STATUS_EXPIRED:
      return _ ("Expired");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vouch_words_of_public_verdict:
 * @verdict: of a lot's inspection, as it was published
 *
 * Returns: (transfer none): what it is called
 */
const char *
vouch_words_of_public_verdict (VouchPublicVerdict verdict)
{
  switch (verdict)
    {
    case VOUCH_PUBLIC_VERDICT_PENDING:
      return _ ("Not finished");
    case VOUCH_PUBLIC_VERDICT_ACCEPTED:
      return _ ("Meets the plan");
    case VOUCH_PUBLIC_VERDICT_CONCESSION:
      return _ ("Accepted by concession");
    case VOUCH_PUBLIC_VERDICT_PARTIAL:
      return _ ("Accepted in part");
    case VOUCH_PUBLIC_VERDICT_REJECTED:
      return _ ("Does not meet the plan");
    default:
      g_return_val_if_reached ("");
    }
}
