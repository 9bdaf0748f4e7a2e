#include "vouch-trust-record.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-sealed-box.h"
#include "vouch-trace-address.h"
#include "vouch-trace-json-private.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchTrustRecord, station, NUMBER, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTrustRecord, name, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTrustRecord, public_key, BYTES, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTrustRecord, desk_key, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTrustRecord, host, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTrustRecord, epoch, NUMBER, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchTrustRecord, created_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTrustRecord, administrators, BYTES, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchTrustRecord, vouch_trust_record, "trust", fields)

/**
 * vouch_trust_record_write:
 * @self: a record; its public key is set to @signer's
 * @signer: the station's signer
 *
 * Returns: (transfer full): the content of a trust file, one line without a line feed
 */
char *
vouch_trust_record_write (VouchTrustRecord *self, const VouchSigner *signer)
{
  g_autoptr (VouchPublication) publication = NULL;
  g_autoptr (GBytes) body = NULL;
  char *json;

  g_return_val_if_fail (self->station >= 1 && self->station <= VOUCH_STATION_MAX && self->epoch >= 1, NULL);

  g_clear_pointer (&self->public_key, g_bytes_unref);
  self->public_key = g_bytes_new (vouch_signer_get_public_key (signer), VOUCH_SIGNER_PUBLIC_KEY_SIZE);
  json = vouch_trace_json_to_text (vouch_trace_json_write_record (&vouch_trust_record_type, self, 0));
  body = g_bytes_new_take (json, strlen (json));
  publication = vouch_publication_new ((guint)self->station, self->epoch, 0, VOUCH_PUBLICATION_TRUST, body);
  return vouch_publication_write (signer, publication, NULL);
}

static gboolean
has_size (GBytes *bytes, gsize size)
{
  return bytes == NULL || g_bytes_get_size (bytes) == size;
}

static gboolean
is_list_of_keys (GBytes *bytes)
{
  gsize size = bytes != NULL ? g_bytes_get_size (bytes) : 0;

  return size % VOUCH_SIGNER_PUBLIC_KEY_SIZE == 0 &&
         size / VOUCH_SIGNER_PUBLIC_KEY_SIZE <= VOUCH_TRUST_ADMINISTRATORS_MAX;
}

/* The key in the body must have signed the body: whoever enrols a key shows that he has its secret half. */
static gboolean
proves_itself (const VouchTrustRecord *self, const VouchPublication *publication)
{
  return g_str_equal (publication->type, VOUCH_PUBLICATION_TRUST) && self->station == publication->station &&
         self->epoch == publication->epoch && has_size (self->public_key, VOUCH_SIGNER_PUBLIC_KEY_SIZE) &&
         has_size (self->desk_key, VOUCH_BOX_KEY_SIZE) && is_list_of_keys (self->administrators) &&
         (self->host == NULL || vouch_trace_host_is_valid (self->host)) &&
         vouch_publication_verify (publication, g_bytes_get_data (self->public_key, NULL));
}

/**
 * vouch_trust_record_read:
 * @line: the content of a trust file
 * @length: how many bytes, or -1 up to the NUL
 * @error: INVALID if it is none, or the key in it did not sign it
 *
 * Whether the file is really from that station nobody can say but the administrator who carried it.
 *
 * Returns: (transfer full) (nullable): the record
 */
VouchTrustRecord *
vouch_trust_record_read (const char *line, gssize length, GError **error)
{
  g_autoptr (VouchTrustRecord) self = vouch_trust_record_new ();
  g_autoptr (VouchPublication) publication = vouch_publication_read (line, length, error);
  g_autoptr (JsonNode) root = NULL;

  if (publication == NULL)
    return NULL;
  root =
      vouch_trace_json_parse (g_bytes_get_data (publication->body, NULL), g_bytes_get_size (publication->body), error);
  if (root == NULL ||
      !vouch_trace_json_read_record (&vouch_trust_record_type, json_node_get_object (root), self, error))
    return NULL;
  if (proves_itself (self, publication))
    return g_steal_pointer (&self);
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("This is not a station's trust file, or it was changed; export it from the station again"));
  return NULL;
}
