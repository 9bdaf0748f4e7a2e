#include "zbar-alone.h"

#include <string.h>
#include <zbar.h>

#include "vouch-grey-filter.h"

/* The texts of all symbols, each once. */
static void
read_into (GPtrArray *texts, const VouchGrey *picture)
{
  zbar_image_scanner_t *scanner = zbar_image_scanner_create ();
  zbar_image_t *image = zbar_image_create ();

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, picture->width, picture->height);
  zbar_image_set_data (image, picture->pixels, (unsigned long)picture->width * picture->height, NULL);
  zbar_scan_image (scanner, image);
  for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL;
       symbol = zbar_symbol_next (symbol))
    {
      const char *data = zbar_symbol_get_data (symbol);

      if (data != NULL && !g_ptr_array_find_with_equal_func (texts, data, g_str_equal, NULL))
        g_ptr_array_add (texts, g_strdup (data));
    }
  zbar_image_destroy (image);
  zbar_image_scanner_destroy (scanner);
}

/* With its default settings: every symbology that it has. */
GPtrArray *
zbar_alone_read (const VouchGrey *picture)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  read_into (texts, picture);
  return texts;
}

static void
read_and_free (GPtrArray *texts, VouchGrey *altered)
{
  read_into (texts, altered);
  vouch_grey_free (altered);
}

/* And the same with all that one can do to a picture, whatever was found before. */
GPtrArray *
zbar_alone_read_with_retries (const VouchGrey *picture)
{
  static const double turns[] = { 45, 20, -20 };
  GPtrArray *texts = zbar_alone_read (picture);
  VouchAffine back;
  g_autoptr (VouchGrey) large = vouch_grey_enlarge (picture, &back);

  for (gsize i = 0; i < G_N_ELEMENTS (turns); i++)
    read_and_free (texts, vouch_grey_rotate (picture, turns[i], &back));
  read_and_free (texts, vouch_grey_median (picture));
  read_and_free (texts, vouch_grey_sharpen (large));
  read_and_free (texts, vouch_grey_invert (picture));
  read_and_free (texts, vouch_grey_halve (picture, &back));
  return texts;
}
