#include "vouch-attachment.h"

#include <string.h>

static const VouchField fields[] = {
  VOUCH_FIELD (VouchAttachment, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAttachment, subject, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAttachment, subject_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAttachment, sha256, BYTES, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAttachment, media_type, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAttachment, size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAttachment, name, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAttachment, taken_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAttachment, taken_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAttachment, lot_id, ID, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchAttachment, vouch_attachment, "attachment", fields)

/**
 * vouch_attachment_dup_hash:
 * @self: an attachment
 *
 * Returns: (transfer full): its SHA-256 in lower-case hex, which is its file's name
 */
char *
vouch_attachment_dup_hash (const VouchAttachment *self)
{
  gsize length = 0;
  const guint8 *bytes = self->sha256 != NULL ? g_bytes_get_data (self->sha256, &length) : NULL;
  GString *hash = g_string_sized_new (length * 2);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hash, "%02x", bytes[i]);
  return g_string_free (hash, FALSE);
}

/**
 * vouch_attachment_matches:
 * @self: an attachment
 * @bytes: what was found in its file
 *
 * Returns: whether these are the bytes that were stored
 */
gboolean
vouch_attachment_matches (const VouchAttachment *self, GBytes *bytes)
{
  g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *stored = vouch_attachment_dup_hash (self);

  return g_bytes_get_size (bytes) == (gsize)self->size && strcmp (found, stored) == 0;
}
