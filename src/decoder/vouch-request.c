#include "vouch-request.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "vouch-sighting.h"

/* A verdict and the symbols: symbology, refusal, AIM identifier, content, quality, sure, and x and y of the four
 * corners. */
#define ANSWER_TYPE "(ya(yysayib(iiiiiiii)))"
/* A verdict, width, height, and the JPEG or the pixels. */
#define PHOTO_TYPE "(yuu@ay)"
#define MAX_PHOTO_SIDE 4096

static gboolean
read_all (int fd, void *bytes, gsize length)
{
  guint8 *at = bytes;

  while (length > 0)
    {
      gssize n = read (fd, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      length -= (gsize)n;
    }
  return TRUE;
}

static gboolean
write_all (int fd, const void *bytes, gsize length)
{
  const guint8 *at = bytes;

  while (length > 0)
    {
      gssize n = write (fd, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      length -= (gsize)n;
    }
  return TRUE;
}

static gboolean
write_block (int fd, const void *bytes, gsize length)
{
  guint32 prefix = GUINT32_TO_LE ((guint32)length);

  return write_all (fd, &prefix, sizeof prefix) && write_all (fd, bytes, length);
}

static gboolean
is_sound (const VouchRequest *self)
{
  if (self->length > VOUCH_REQUEST_MAX_PAYLOAD)
    return FALSE;
  if (self->kind == VOUCH_REQUEST_PICTURE)
    return TRUE;
  if (self->kind == VOUCH_REQUEST_REENCODE || self->kind == VOUCH_REQUEST_PIXELS)
    return self->width > 0 && self->width <= MAX_PHOTO_SIDE;
  return (self->kind == VOUCH_REQUEST_GREY || self->kind == VOUCH_REQUEST_FRAME) && self->width > 0 &&
         self->height > 0 && (guint64)self->width * self->height == self->length;
}

/**
 * vouch_request_receive:
 * @self: (out caller-allocates): the request
 * @fd: where the client writes
 *
 * Waits for the next request.
 *
 * Returns: whether there is one; %FALSE when the client has gone or does not keep to the protocol
 */
gboolean
vouch_request_receive (VouchRequest *self, int fd)
{
  guint32 head[6];

  memset (self, 0, sizeof *self);
  if (!read_all (fd, head, sizeof head))
    return FALSE;
  self->kind = GUINT32_FROM_LE (head[0]);
  self->width = GUINT32_FROM_LE (head[1]);
  self->height = GUINT32_FROM_LE (head[2]);
  self->budget_ms = GUINT32_FROM_LE (head[3]);
  self->kinds = GUINT32_FROM_LE (head[4]);
  self->length = GUINT32_FROM_LE (head[5]);
  if (!is_sound (self))
    return FALSE;
  self->payload = g_try_malloc (MAX (self->length, 1));
  if (self->payload != NULL && read_all (fd, self->payload, self->length))
    return TRUE;
  vouch_request_clear (self);
  return FALSE;
}

/**
 * vouch_request_clear:
 * @self: a request
 */
void
vouch_request_clear (VouchRequest *self)
{
  g_clear_pointer (&self->payload, g_free);
}

static void
add_sighting (GVariantBuilder *builder, const VouchSighting *sighting)
{
  const int (*at)[2] = sighting->corners;
  gsize length;
  const void *bytes = g_bytes_get_data (sighting->bytes, &length);

  g_variant_builder_add (builder, "(yys@ayib(iiiiiiii))", (guint8)sighting->symbology, (guint8)sighting->refusal,
                         sighting->aim, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, length, 1),
                         sighting->quality, sighting->sure, at[0][0], at[0][1], at[1][0], at[1][1], at[2][0], at[2][1],
                         at[3][0], at[3][1]);
}

/**
 * vouch_request_answer:
 * @fd: where the client reads
 * @verdict: what became of the picture
 * @sightings: (nullable) (element-type VouchSighting): what was found in it
 *
 * Sends the answer: its length in 32 bits, little endian, and a serialised GVariant.
 *
 * Returns: whether it could be written
 */
gboolean
vouch_request_answer (int fd, guint8 verdict, GPtrArray *sightings)
{
  g_autoptr (GVariant) answer = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(yysayib(iiiiiiii))"));
  for (guint i = 0; sightings != NULL && i < sightings->len; i++)
    add_sighting (&builder, g_ptr_array_index (sightings, i));
  answer = g_variant_ref_sink (g_variant_new (ANSWER_TYPE, verdict, &builder));
  return write_block (fd, g_variant_get_data (answer), g_variant_get_size (answer));
}

/**
 * vouch_request_answer_photo:
 * @fd: where the client reads
 * @verdict: what became of the photograph
 * @width: of the answer, in pixels; 0 without one
 * @height: the same
 * @bytes: (nullable): a JPEG, or rows of pixels
 *
 * Sends the answer to a request for a photograph, framed as vouch_request_answer() does.
 *
 * Returns: whether it could be written
 */
gboolean
vouch_request_answer_photo (int fd, guint8 verdict, guint width, guint height, GBytes *bytes)
{
  gsize length = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autoptr (GVariant) answer = g_variant_ref_sink (g_variant_new (
      PHOTO_TYPE, verdict, width, height, g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, data, length, 1)));

  return write_block (fd, g_variant_get_data (answer), g_variant_get_size (answer));
}

/**
 * vouch_request_greet:
 * @fd: where the client reads
 * @libraries: which libraries read the pictures, for diagnostics
 *
 * Says which protocol is spoken and after a space what speaks it, and that the sandbox holds.
 *
 * Returns: whether it could be written
 */
gboolean
vouch_request_greet (int fd, const char *libraries)
{
  g_autofree char *greeting = g_strconcat (VOUCH_REQUEST_PROTOCOL, " ", libraries, NULL);

  return write_block (fd, greeting, strlen (greeting));
}
