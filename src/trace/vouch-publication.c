#include "vouch-publication.h"

#include <glib/gi18n-lib.h>

#include "vouch-base64url.h"
#include "vouch-canon.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-id.h"
#include "vouch-trace-json-private.h"

#define LABEL "vouch-pub/1"
#define TYPE_MAX 40

/**
 * vouch_publication_new:
 * @station: the station's number
 * @epoch: from 1
 * @seq: from 1; 0 for trust
 * @type: what @body is
 * @body: the exact bytes
 *
 * Returns: (transfer full): a publication that is not signed and names no previous one yet
 */
VouchPublication *
vouch_publication_new (guint station, gint64 epoch, gint64 seq, const char *type, GBytes *body)
{
  VouchPublication *self = g_new0 (VouchPublication, 1);

  self->station = station;
  self->epoch = epoch;
  self->seq = seq;
  self->type = g_strdup (type);
  self->body = g_bytes_ref (body);
  return self;
}

/**
 * vouch_publication_free:
 * @self: (nullable) (transfer full): a publication
 */
void
vouch_publication_free (VouchPublication *self)
{
  if (self == NULL)
    return;
  g_free (self->type);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/**
 * vouch_publication_hash:
 * @self: a publication
 * @hash: (out caller-allocates): BLAKE2b-256 of its body: what the next one of the epoch must name as previous, and by
 *   which a second one of the same station, epoch and number is the same or a fork
 */
void
vouch_publication_hash (const VouchPublication *self, guint8 hash[VOUCH_HASH_SIZE])
{
  vouch_hash (NULL, 0, g_bytes_get_data (self->body, NULL), g_bytes_get_size (self->body), hash, VOUCH_HASH_SIZE);
}

static GBytes *
write_signed_bytes (const VouchPublication *self)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new (LABEL);

  vouch_canon_number (canon, VOUCH_PUBLICATION_VERSION);
  vouch_canon_number (canon, self->station);
  vouch_canon_number (canon, self->epoch);
  vouch_canon_number (canon, self->seq);
  vouch_canon_bytes (canon, self->prev, sizeof self->prev);
  vouch_canon_text (canon, self->type);
  vouch_canon_bytes (canon, g_bytes_get_data (self->body, NULL), g_bytes_get_size (self->body));
  return vouch_canon_end (canon);
}

static gboolean
type_is_valid (const char *type)
{
  gsize length = strspn (type, "abcdefghijklmnopqrstuvwxyz0123456789-");

  return length >= 1 && length <= TYPE_MAX && type[length] == '\0';
}

/* Trust stands outside the sequence; the first of an epoch follows on nothing. */
static gboolean
place_is_valid (const VouchPublication *self)
{
  static const guint8 nothing[VOUCH_HASH_SIZE] = { 0 };
  gboolean trust = g_str_equal (self->type, VOUCH_PUBLICATION_TRUST);

  return trust == (self->seq == 0) && (self->seq > 1 || memcmp (self->prev, nothing, sizeof nothing) == 0);
}

/**
 * vouch_publication_write:
 * @signer: the station's signer
 * @self: a publication; its signature is not looked at
 * @hash_out: (out caller-allocates) (optional): its hash, the next one's prev
 *
 * The same publication always makes the same line.
 *
 * Returns: (transfer full): the signed line, without a line feed
 */
char *
vouch_publication_write (const VouchSigner *signer, const VouchPublication *self, guint8 hash_out[VOUCH_HASH_SIZE])
{
  g_autoptr (GBytes) signed_bytes = NULL;
  g_autofree char *prev = NULL, *body = NULL, *sig = NULL;
  guint8 signature[VOUCH_SIGNATURE_SIZE];

  g_return_val_if_fail (self->station >= 1 && self->station <= VOUCH_STATION_MAX && self->epoch >= 1, NULL);
  g_return_val_if_fail (type_is_valid (self->type) && place_is_valid (self), NULL);

  signed_bytes = write_signed_bytes (self);
  vouch_signer_sign (signer, g_bytes_get_data (signed_bytes, NULL), g_bytes_get_size (signed_bytes), signature);
  if (hash_out != NULL)
    vouch_publication_hash (self, hash_out);
  prev = vouch_hex_write (self->prev, sizeof self->prev);
  body = vouch_base64url_write (g_bytes_get_data (self->body, NULL), g_bytes_get_size (self->body));
  sig = vouch_hex_write (signature, sizeof signature);
  return g_strdup_printf ("{\"v\":%d,\"station\":%u,\"epoch\":%" G_GINT64_FORMAT ",\"seq\":%" G_GINT64_FORMAT
                          ",\"prev\":\"%s\",\"type\":\"%s\",\"body\":\"%s\",\"sig\":\"%s\"}",
                          VOUCH_PUBLICATION_VERSION, self->station, self->epoch, self->seq, prev, self->type, body,
                          sig);
}

static gboolean
read_version (JsonObject *object, GError **error)
{
  gint64 version;

  if (!vouch_trace_json_get_number (object, "v", 1, VOUCH_TRACE_JSON_NUMBER_MAX, &version, error))
    return FALSE;
  if (version == VOUCH_PUBLICATION_VERSION)
    return TRUE;
  vouch_set_field_error (error, "v", VOUCH_ERROR_INVALID,
                         _ ("The publication has format %lld, which this version of Vouch does not know; "
                            "update this program"),
                         (long long)version);
  return FALSE;
}

static gboolean
refuse (const char *name, GError **error)
{
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” is missing or not what it should be"), name);
  return FALSE;
}

static gboolean
read_type_and_body (VouchPublication *self, JsonObject *object, GError **error)
{
  const char *type = vouch_trace_json_get_text (object, "type", error);
  const char *body = type != NULL ? vouch_trace_json_get_text (object, "body", error) : NULL;

  if (body == NULL)
    return FALSE;
  if (!type_is_valid (type))
    return refuse ("type", error);
  self->type = g_strdup (type);
  self->body = vouch_base64url_read (body);
  return self->body != NULL || refuse ("body", error);
}

static gboolean
read_members (VouchPublication *self, JsonObject *object, GError **error)
{
  gint64 station;

  if (!read_version (object, error) ||
      !vouch_trace_json_get_number (object, "station", 1, VOUCH_STATION_MAX, &station, error) ||
      !vouch_trace_json_get_number (object, "epoch", 1, VOUCH_TRACE_JSON_NUMBER_MAX, &self->epoch, error) ||
      !vouch_trace_json_get_number (object, "seq", 0, VOUCH_TRACE_JSON_NUMBER_MAX, &self->seq, error) ||
      !vouch_trace_json_get_hex (object, "prev", self->prev, sizeof self->prev, error) ||
      !vouch_trace_json_get_hex (object, "sig", self->signature, sizeof self->signature, error) ||
      !read_type_and_body (self, object, error))
    return FALSE;
  self->station = (guint)station;
  return place_is_valid (self) || refuse ("seq", error);
}

/**
 * vouch_publication_read:
 * @line: one line, with or without its line feed
 * @length: how many bytes, or -1 up to the NUL; at most %VOUCH_PUBLICATION_MAX
 * @error: INVALID, naming the member
 *
 * Reads what the line says; whether it is true is for vouch_publication_verify() to say.
 *
 * Returns: (transfer full) (nullable): the publication
 */
VouchPublication *
vouch_publication_read (const char *line, gssize length, GError **error)
{
  g_autoptr (VouchPublication) self = g_new0 (VouchPublication, 1);
  g_autoptr (JsonNode) root = NULL;
  gsize size = length < 0 ? strlen (line) : (gsize)length;

  if (size > VOUCH_PUBLICATION_MAX)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The publication is longer than %d bytes"),
                   VOUCH_PUBLICATION_MAX);
      return NULL;
    }
  root = vouch_trace_json_parse (line, size, error);
  if (root == NULL || !read_members (self, json_node_get_object (root), error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_publication_verify:
 * @self: a publication that was read
 * @public_key: the station's key
 *
 * Returns: whether the station signed exactly this
 */
gboolean
vouch_publication_verify (const VouchPublication *self, const guint8 public_key[VOUCH_SIGNER_PUBLIC_KEY_SIZE])
{
  g_autoptr (GBytes) signed_bytes = write_signed_bytes (self);

  return vouch_signature_verify (public_key, g_bytes_get_data (signed_bytes, NULL), g_bytes_get_size (signed_bytes),
                                 self->signature);
}
