#include "drawn-code.h"

#include <cairo.h>
#include <string.h>
#include <zint.h>

#define ECI_UTF8 26

static const struct
{
  const char *name;
  int symbology;
  int mode;
  float height; /* of a bar code, in modules */
} kinds[] = {
  { "EAN-13", BARCODE_EANX, DATA_MODE, 60 },
  { "EAN-8", BARCODE_EANX, DATA_MODE, 50 },
  { "UPC-A", BARCODE_UPCA, DATA_MODE, 60 },
  { "Code 128", BARCODE_CODE128, DATA_MODE, 50 },
  { "GS1-128", BARCODE_GS1_128, GS1_MODE, 50 },
  { "ITF-14", BARCODE_ITF14, DATA_MODE, 50 },
  { "QR", BARCODE_QRCODE, UNICODE_MODE, 0 },
  { "GS1 QR", BARCODE_QRCODE, GS1_MODE, 0 },
  { "Data Matrix", BARCODE_DATAMATRIX, DATA_MODE, 0 },
  { "GS1 DataMatrix", BARCODE_DATAMATRIX, GS1_MODE, 0 },
};

static DrawnCode *
blank (guint width, guint height)
{
  DrawnCode *self = g_new0 (DrawnCode, 1);

  self->width = width;
  self->height = height;
  self->pixels = g_malloc ((gsize)width * height);
  memset (self->pixels, 255, (gsize)width * height);
  return self;
}

static void
choose_kind (struct zint_symbol *symbol, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      {
        symbol->symbology = kinds[i].symbology;
        symbol->input_mode = kinds[i].mode;
        symbol->height = kinds[i].height;
        return;
      }
  g_assert_not_reached ();
}

/* GS1 content is given in brackets. @module is the width of a module in pixels. */
DrawnCode *
drawn_code_new (const char *symbology, const char *text, guint module)
{
  struct zint_symbol *symbol = ZBarcode_Create ();
  DrawnCode *self;

  choose_kind (symbol, symbology);
  symbol->show_hrt = 0;
  symbol->eci = g_str_is_ascii (text) ? 0 : ECI_UTF8;
  symbol->scale = (float)module / 2;
  symbol->output_options |= BARCODE_QUIET_ZONES;
  g_assert_cmpint (ZBarcode_Encode_and_Buffer (symbol, (const unsigned char *)text, (int)strlen (text), 0), ==, 0);
  self = blank ((guint)symbol->bitmap_width, (guint)symbol->bitmap_height);
  for (gsize i = 0; i < (gsize)self->width * self->height; i++)
    self->pixels[i] = symbol->bitmap[3 * i];
  ZBarcode_Delete (symbol);
  return self;
}

void
drawn_code_free (DrawnCode *self)
{
  g_free (self->pixels);
  g_free (self);
}

/* The code with white paper around it. */
DrawnCode *
drawn_code_on_paper (const DrawnCode *self, guint margin)
{
  DrawnCode *paper = blank (self->width + 2 * margin, self->height + 2 * margin);

  for (guint y = 0; y < self->height; y++)
    memcpy (paper->pixels + (gsize)(y + margin) * paper->width + margin, self->pixels + (gsize)y * self->width,
            self->width);
  return paper;
}

static cairo_status_t
append_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
drawn_code_write_png (const guint8 *pixels, guint width, guint height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  GByteArray *bytes = g_byte_array_new ();

  cairo_surface_flush (surface);
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        guint32 grey = pixels[(gsize)y * width + x];
        guint8 *row =
            cairo_image_surface_get_data (surface) + (gsize)y * (gsize)cairo_image_surface_get_stride (surface);

        ((guint32 *)(gpointer)row)[x] = grey << 16 | grey << 8 | grey;
      }
  cairo_surface_mark_dirty (surface);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append_cb, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
