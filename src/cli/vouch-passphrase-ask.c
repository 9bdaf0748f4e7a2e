#include "vouch-passphrase-ask.h"

#include <glib/gi18n-lib.h>

#include "vouch-cli.h"
#include "vouch-error.h"
#include "vouch-secret-prompt.h"

/* What was typed unseen is typed again: a key whose passphrase nobody knows is of no use. */
static char *
ask_twice (GError **error)
{
  g_autofree char *first = vouch_secret_prompt (_ ("Passphrase of the new key: "), error);
  g_autofree char *again = first != NULL ? vouch_secret_prompt (_ ("The same again: "), error) : NULL;

  if (again != NULL && g_str_equal (first, again))
    return g_steal_pointer (&first);
  if (again != NULL)
    vouch_set_field_error (error, "passphrase", VOUCH_ERROR_INVALID, _ ("The passphrases differ; nothing was done"));
  return NULL;
}

/**
 * vouch_passphrase_ask:
 * @path: (nullable): a file with the passphrase; %NULL asks for it
 * @is_new: whether it will be that of a new key
 * @error: INVALID or NOT_FOUND for the file, or without a terminal
 *
 * Returns: (transfer full) (nullable): the passphrase
 */
char *
vouch_passphrase_ask (const char *path, gboolean is_new, GError **error)
{
  if (path != NULL)
    return vouch_cli_read_secret (path, error);
  return is_new ? ask_twice (error) : vouch_secret_prompt (_ ("Passphrase of the administrator's key: "), error);
}
