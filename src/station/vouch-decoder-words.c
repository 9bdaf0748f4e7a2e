#include "vouch-decoder-words.h"

#include <glib/gi18n-lib.h>

/**
 * vouch_decoder_words_of_counts:
 * @counts: of a decoder
 *
 * Returns: (transfer full): what became of its work so far, in the user's language
 */
char *
vouch_decoder_words_of_counts (const VouchDecoderCounts *counts)
{
  g_return_val_if_fail (counts != NULL, NULL);

  return g_strdup_printf (_ ("Pictures read: %u, lost: %u; decoder started anew: %u times, because it hung: %u; %s"),
                          (guint)counts->read, (guint)counts->lost, counts->restarts, counts->hangs,
                          counts->libraries != NULL ? counts->libraries : "—");
}
