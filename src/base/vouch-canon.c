#include "vouch-canon.h"

struct _VouchCanon
{
  GByteArray *bytes;
};

/**
 * vouch_canon_new:
 * @label: what the bytes will mean and which version of it, like "vouch-pub/1"; it is the first field
 *
 * Returns: (transfer full): an empty writer
 */
VouchCanon *
vouch_canon_new (const char *label)
{
  VouchCanon *self = g_new0 (VouchCanon, 1);

  self->bytes = g_byte_array_new ();
  vouch_canon_text (self, label);
  return self;
}

void
vouch_canon_free (VouchCanon *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_free (self);
}

static void
append_length (VouchCanon *self, guint32 length)
{
  guint32 big = GUINT32_TO_BE (length);

  g_byte_array_append (self->bytes, (const guint8 *)&big, sizeof big);
}

/**
 * vouch_canon_text:
 * @self: a writer
 * @text: (nullable): UTF-8
 */
void
vouch_canon_text (VouchCanon *self, const char *text)
{
  if (text == NULL)
    append_length (self, G_MAXUINT32);
  else
    vouch_canon_bytes (self, text, strlen (text));
}

/**
 * vouch_canon_bytes:
 * @self: a writer
 * @bytes: any bytes
 * @length: how many
 */
void
vouch_canon_bytes (VouchCanon *self, const void *bytes, gsize length)
{
  g_return_if_fail (length < G_MAXUINT32);

  append_length (self, (guint32)length);
  if (length > 0)
    g_byte_array_append (self->bytes, bytes, (guint)length);
}

void
vouch_canon_number (VouchCanon *self, gint64 number)
{
  gint64 big = GINT64_TO_BE (number);

  g_byte_array_append (self->bytes, (const guint8 *)&big, sizeof big);
}

/**
 * vouch_canon_end:
 * @self: a writer, which is empty afterwards and may only be freed
 *
 * Returns: (transfer full): the bytes
 */
GBytes *
vouch_canon_end (VouchCanon *self)
{
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
}
