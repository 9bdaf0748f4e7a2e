#include "vouch-label-png.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>

#include "vouch-error.h"

static cairo_status_t
append (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (const guint8 *pixels, guint width, guint height, guint stride)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  guint8 *data = cairo_image_surface_get_data (surface);
  int row = cairo_image_surface_get_stride (surface);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      *(guint32 *)(gpointer)(data + (gsize)y * (gsize)row + 4 * (gsize)x) = pixels[(gsize)y * stride + x] * 0x010101u;
  cairo_surface_mark_dirty (surface);
  return surface;
}

/**
 * vouch_label_png_write:
 * @label: a label
 * @path: the file to write
 * @error: STORAGE if it cannot be written
 *
 * Draws the label as the printer prints it, a pixel a dot.
 *
 * Returns: whether the file is there, whole
 */
gboolean
vouch_label_png_write (const VouchLabel *label, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *pixels = NULL;
  g_autoptr (GError) why = NULL;
  cairo_surface_t *surface;
  guint width, height, stride;
  gboolean drawn;

  if (!vouch_label_render_grey (label, &pixels, &width, &height, &stride))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("There is not enough memory for the label"));
      return FALSE;
    }
  surface = create_surface (pixels, width, height, stride);
  drawn = cairo_surface_write_to_png_stream (surface, append, bytes) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  if (drawn && g_file_set_contents (path, (const char *)bytes->data, (gssize)bytes->len, &why))
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("“%s” cannot be written (%s): check the folder and the disk"), path,
               why != NULL ? why->message : "PNG");
  return FALSE;
}
