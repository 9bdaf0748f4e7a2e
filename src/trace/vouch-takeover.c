#include "vouch-takeover.h"

#include <glib/gi18n-lib.h>

#include "vouch-canon.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-trace-json-private.h"

#define LABEL "vouch-takeover/1"
#define HEAD "{\"v\":1,\"takeover\":"
#define VERSION 1

static GBytes *
write_signed_bytes (const char *trust_line)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new (LABEL);

  vouch_canon_text (canon, trust_line);
  return vouch_canon_end (canon);
}

/* A JSON string; the line has no character that needs more than a backslash. */
static char *
quote (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *at);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/**
 * vouch_takeover_write:
 * @trust_line: a station's trust line, without a line feed
 * @administrator: who takes its epoch over
 *
 * Returns: (transfer full): the signed line, without a line feed
 */
char *
vouch_takeover_write (const char *trust_line, const VouchSigner *administrator)
{
  g_autoptr (GBytes) signed_bytes = write_signed_bytes (trust_line);
  g_autofree char *quoted = quote (trust_line);
  g_autofree char *key = vouch_hex_write (vouch_signer_get_public_key (administrator), VOUCH_SIGNER_PUBLIC_KEY_SIZE);
  g_autofree char *sig = NULL;
  guint8 signature[VOUCH_SIGNATURE_SIZE];

  vouch_signer_sign (administrator, g_bytes_get_data (signed_bytes, NULL), g_bytes_get_size (signed_bytes), signature);
  sig = vouch_hex_write (signature, sizeof signature);
  return g_strdup_printf (HEAD "%s,\"administrator\":\"%s\",\"sig\":\"%s\"}", quoted, key, sig);
}

/**
 * vouch_takeover_is_one:
 * @line: a line of what is brought to a lookup service
 * @length: how many bytes
 *
 * Returns: whether it means to be a take-over, and no publication
 */
gboolean
vouch_takeover_is_one (const char *line, gsize length)
{
  return length >= strlen (HEAD) && memcmp (line, HEAD, strlen (HEAD)) == 0;
}

static gboolean
read_members (VouchTakeover *self, JsonObject *object, GError **error)
{
  g_autoptr (VouchPublication) publication = NULL;
  g_autoptr (GBytes) signed_bytes = NULL;
  guint8 signature[VOUCH_SIGNATURE_SIZE];
  const char *trust_line = vouch_trace_json_get_text (object, "takeover", error);
  gint64 version;

  if (trust_line == NULL || !vouch_trace_json_get_number (object, "v", VERSION, VERSION, &version, error) ||
      !vouch_trace_json_get_hex (object, "administrator", self->administrator, sizeof self->administrator, error) ||
      !vouch_trace_json_get_hex (object, "sig", signature, sizeof signature, error))
    return FALSE;
  publication = vouch_publication_read (trust_line, -1, error);
  self->trust = publication != NULL ? vouch_trust_record_read (trust_line, -1, error) : NULL;
  if (self->trust == NULL)
    return FALSE;
  vouch_publication_hash (publication, self->hash);
  signed_bytes = write_signed_bytes (trust_line);
  if (vouch_signature_verify (self->administrator, g_bytes_get_data (signed_bytes, NULL),
                              g_bytes_get_size (signed_bytes), signature))
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                       _ ("The administrator's signature does not hold; sign the new epoch again with \"vouch lookup "
                          "take-over\""));
  return FALSE;
}

/**
 * vouch_takeover_read:
 * @line: one line, with or without its line feed
 * @length: how many bytes, or -1 up to the NUL; at most %VOUCH_TAKEOVER_MAX
 * @error: INVALID if it is none; DENIED if the signature in it does not hold
 *
 * Both signatures are verified; whether the administrator's key counts is for the reader to say.
 *
 * Returns: (transfer full) (nullable): the take-over
 */
VouchTakeover *
vouch_takeover_read (const char *line, gssize length, GError **error)
{
  g_autoptr (VouchTakeover) self = g_new0 (VouchTakeover, 1);
  g_autoptr (JsonNode) root = NULL;
  gsize size = length < 0 ? strlen (line) : (gsize)length;

  if (size > VOUCH_TAKEOVER_MAX)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The take-over is longer than %d bytes"),
                   VOUCH_TAKEOVER_MAX);
      return NULL;
    }
  root = vouch_trace_json_parse (line, size, error);
  if (root == NULL || !read_members (self, json_node_get_object (root), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_takeover_free:
 * @self: (nullable) (transfer full): a take-over
 */
void
vouch_takeover_free (VouchTakeover *self)
{
  if (self == NULL)
    return;
  vouch_trust_record_free (self->trust);
  g_free (self);
}
