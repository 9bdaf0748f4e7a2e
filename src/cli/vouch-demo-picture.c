/* The demonstration's camera: pictures of labels as a person takes them, and what the decoder makes of them. */
#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-code-sheet.h"
#include "vouch-demo-private.h"
#include "vouch-photo-model.h"
#include "vouch-picture-file.h"

#define MODULE_PIXELS 3
#define TAKES_MAX 4

/* How a label is held: never quite straight, never quite sharp, never evenly lit. */
static const VouchPhotoModel takes[] = {
  { .tilt_x = 6, .tilt_y = 4, .turn = 2, .blur_radius = 0.6, .noise_sigma = 4, .shade = 0.25, .margin = 40 },
  { .tilt_x = -9, .tilt_y = 6, .turn = -4, .blur_radius = 0.7, .noise_sigma = 5, .shade = 0.35, .margin = 50 },
  { .tilt_x = 4, .tilt_y = -10, .turn = 5, .blur_radius = 0.8, .noise_sigma = 4, .shade = 0.3, .margin = 40 },
  { .tilt_x = 10, .tilt_y = 5, .turn = -7, .blur_radius = 0.7, .noise_sigma = 6, .shade = 0.4, .margin = 60 },
  { .tilt_x = -5, .tilt_y = -7, .turn = 9, .blur_radius = 0.6, .noise_sigma = 5, .shade = 0.3, .margin = 45 },
};

static gboolean
write_png (const char *path, const guint8 *pixels, guint width, guint height, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int)width, (int)height);
  unsigned char *rows = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_status_t status;

  for (guint y = 0; rows != NULL && y < height; y++)
    memcpy (rows + (gsize)y * (gsize)stride, pixels + (gsize)y * width, width);
  cairo_surface_mark_dirty (surface);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS || vouch_demo_fail (error, _ ("%s cannot be written"), path);
}

static char *
take_picture (VouchDemo *self, const char *name, const guint8 *pixels, guint width, guint height, guint stride,
              GError **error)
{
  VouchPhotoModel model = takes[self->n_pictures % G_N_ELEMENTS (takes)];
  g_autofree char *plain = g_strcanon (g_strdup (name), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '_');
  g_autofree char *file = g_strdup_printf ("%03u-%s.png", self->n_pictures, plain);
  g_autofree char *path = g_build_filename (self->pictures, file, NULL);
  g_autofree guint8 *picture = NULL;
  guint picture_width, picture_height;

  model.seed = self->n_pictures++;
  if (!vouch_photo_model_apply (pixels, width, height, stride, &model, &picture, &picture_width, &picture_height))
    {
      vouch_demo_fail (error, _ ("%s: no picture could be taken"), name);
      return NULL;
    }
  return write_png (path, picture, picture_width, picture_height, error) ? g_steal_pointer (&path) : NULL;
}

/* The codes of a picture that may be trusted; there may be none. */
static GPtrArray *
read_picture (VouchDemo *self, const char *path, GError **error)
{
  g_autoptr (GPtrArray) symbols = vouch_picture_file_read (vouch_station_get_decoder (self->station), path, error);

  for (guint i = symbols != NULL ? symbols->len : 0; i > 0; i--)
    if (!((const VouchSymbol *)g_ptr_array_index (symbols, i - 1))->sure)
      g_ptr_array_remove_index (symbols, i - 1);
  return g_steal_pointer (&symbols);
}

static gboolean
scan_symbols (VouchDemo *self, GPtrArray *symbols, GError **error)
{
  for (guint i = 0; i < symbols->len; i++)
    {
      g_autoptr (VouchScan) scan = vouch_scan_new_from_symbol (g_ptr_array_index (symbols, i), VOUCH_SCAN_PICTURE,
                                                               vouch_clock_now (self->clock), error);

      if (scan == NULL)
        return FALSE;
      vouch_session_scan (self->session, scan);
    }
  return TRUE;
}

/**
 * vouch_demo_scan_dots:
 * @self: the demonstration
 * @name: of the picture
 * @pixels: what lies before the camera, one byte a pixel
 * @width: pixels a row
 * @height: rows
 * @stride: bytes a row
 * @error: what did not hold
 *
 * Takes pictures until one reads, as a person would, a few times at most.
 *
 * Returns: whether the session got the codes
 */
gboolean
vouch_demo_scan_dots (VouchDemo *self, const char *name, const guint8 *pixels, guint width, guint height, guint stride,
                      GError **error)
{
  for (guint i = 0; i < TAKES_MAX; i++)
    {
      g_autofree char *path = take_picture (self, name, pixels, width, height, stride, error);
      g_autoptr (GPtrArray) symbols = path != NULL ? read_picture (self, path, error) : NULL;

      if (symbols == NULL)
        return FALSE;
      if (symbols->len > 0)
        return scan_symbols (self, symbols, error);
    }
  return vouch_demo_fail (error, _ ("%s: %d pictures of it could not be read"), name, TAKES_MAX);
}

static const VouchCodeSheetEntry *
find_entry (const VouchDemo *self, const char *part)
{
  for (guint i = 0; i < self->sheet->len; i++)
    {
      const VouchCodeSheetEntry *entry = g_ptr_array_index (self->sheet, i);

      if (strstr (entry->text, part) != NULL)
        return entry;
    }
  return NULL;
}

/**
 * vouch_demo_scan:
 * @self: the demonstration
 * @part: of the content of a code on the example sheet; the first such code is scanned
 * @error: what did not hold
 *
 * Returns: whether the session got the code
 */
gboolean
vouch_demo_scan (VouchDemo *self, const char *part, GError **error)
{
  const VouchCodeSheetEntry *entry = find_entry (self, part);
  g_autofree guint8 *pixels = NULL;
  guint width, height, stride;

  if (entry == NULL)
    return vouch_demo_fail (error, _ ("%s is not on the sheet of example codes"), part);
  return vouch_code_picture (entry->text, entry->symbology, MODULE_PIXELS, &pixels, &width, &height, &stride, error) &&
         vouch_demo_scan_dots (self, part, pixels, width, height, stride, error);
}
