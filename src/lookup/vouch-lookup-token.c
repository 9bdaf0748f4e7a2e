#include "vouch-lookup-token.h"

#include <string.h>

#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-secret-file.h"

#define DIGITS (2 * VOUCH_SECRET_SIZE)

struct _VouchLookupToken
{
  char digits[DIGITS + 1];
};

/**
 * vouch_lookup_token_open:
 * @data_dir: the service's folder
 * @error: STORAGE if the file cannot be read, or is readable for others
 *
 * Opens the operator's token, DATA/operator-token, and makes it on first use.
 *
 * Returns: (transfer full) (nullable): the token
 */
VouchLookupToken *
vouch_lookup_token_open (const char *data_dir, GError **error)
{
  g_autofree char *path = g_build_filename (data_dir, "operator-token", NULL);
  g_autoptr (VouchLookupToken) self = g_new0 (VouchLookupToken, 1);
  g_autofree char *hex = NULL;
  guint8 secret[VOUCH_SECRET_SIZE];
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);

  if (is_there ? !vouch_secret_file_read (path, secret, error) : !vouch_secret_file_create (path, secret, error))
    return NULL;
  hex = vouch_hex_write (secret, sizeof secret);
  memcpy (self->digits, hex, sizeof self->digits);
  vouch_wipe (secret, sizeof secret);
  vouch_wipe (hex, DIGITS);
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_token_free:
 * @self: (nullable): a token
 *
 * Wipes and frees a token.
 */
void
vouch_lookup_token_free (VouchLookupToken *self)
{
  if (self == NULL)
    return;
  vouch_wipe (self, sizeof *self);
  g_free (self);
}

/**
 * vouch_lookup_token_dup_header:
 * @self: the token
 *
 * Returns: (transfer full): the line of a request by which the operator shows it
 */
char *
vouch_lookup_token_dup_header (const VouchLookupToken *self)
{
  return g_strdup_printf ("Authorization: Bearer %s\r\n", self->digits);
}

static gboolean
is_token (const VouchLookupToken *self, const char *shown)
{
  return shown != NULL && strlen (shown) == DIGITS && vouch_equal_in_constant_time (shown, self->digits, DIGITS);
}

/* "USER:TOKEN" in base 64, as a browser sends it that was asked for a password; the user's name does not matter. */
static gboolean
is_password (const VouchLookupToken *self, const char *encoded)
{
  gsize length;
  g_autofree guchar *decoded = g_base64_decode (encoded, &length);
  g_autofree char *text = g_strndup ((const char *)decoded, length);
  const char *colon = strchr (text, ':');

  return colon != NULL && is_token (self, colon + 1);
}

/**
 * vouch_lookup_token_is_shown:
 * @self: the token
 * @request: a request
 *
 * Looks whether a request carries the token, as a bearer's token or as a password.
 *
 * Returns: whether it does
 */
gboolean
vouch_lookup_token_is_shown (const VouchLookupToken *self, VouchLookupRequest *request)
{
  const char *shown = vouch_lookup_request_get_header (request, "Authorization");

  if (shown == NULL)
    return FALSE;
  if (g_ascii_strncasecmp (shown, "Bearer ", 7) == 0)
    return is_token (self, shown + 7);
  return g_ascii_strncasecmp (shown, "Basic ", 6) == 0 && is_password (self, shown + 6);
}
