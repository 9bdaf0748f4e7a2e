#include "drawn-code.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zint.h>

/* After stdio.h, whose FILE it needs. */
#include <jpeglib.h>

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
  { "UPC-E", BARCODE_UPCE, DATA_MODE, 60 },
  { "Code 128", BARCODE_CODE128, DATA_MODE, 50 },
  { "GS1-128", BARCODE_GS1_128, GS1_MODE, 50 },
  { "Code 39", BARCODE_CODE39, DATA_MODE, 50 },
  { "Code 93", BARCODE_CODE93, DATA_MODE, 50 },
  { "ITF-14", BARCODE_ITF14, DATA_MODE, 50 },
  { "Codabar", BARCODE_CODABAR, DATA_MODE, 50 },
  { "DataBar", BARCODE_DBAR_OMN, DATA_MODE, 50 },
  { "DataBar Expanded", BARCODE_DBAR_EXP, GS1_MODE, 50 },
  { "ITF", BARCODE_C25INTER, DATA_MODE, 50 },
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

static DrawnCode *
draw (struct zint_symbol *symbol, const char *bytes, gsize length, guint module)
{
  DrawnCode *self;

  symbol->show_hrt = 0;
  symbol->scale = (float)module / 2;
  symbol->output_options |= BARCODE_QUIET_ZONES;
  g_assert_cmpint (ZBarcode_Encode_and_Buffer (symbol, (const unsigned char *)bytes, (int)length, 0), ==, 0);
  self = blank ((guint)symbol->bitmap_width, (guint)symbol->bitmap_height);
  for (gsize i = 0; i < (gsize)self->width * self->height; i++)
    self->pixels[i] = symbol->bitmap[3 * i];
  ZBarcode_Delete (symbol);
  return self;
}

/* GS1 content is given in brackets. @module is the width of a module in pixels. */
DrawnCode *
drawn_code_new (const char *symbology, const char *text, guint module)
{
  struct zint_symbol *symbol = ZBarcode_Create ();

  choose_kind (symbol, symbology);
  symbol->eci = g_str_is_ascii (text) ? 0 : ECI_UTF8;
  return draw (symbol, text, strlen (text), module);
}

/* The bytes as they are, whatever they mean. */
DrawnCode *
drawn_code_new_from_bytes (const char *symbology, const char *bytes, gsize length, guint module)
{
  struct zint_symbol *symbol = ZBarcode_Create ();

  choose_kind (symbol, symbology);
  symbol->input_mode = DATA_MODE;
  return draw (symbol, bytes, length, module);
}

/* A code in the character set that it says. */
DrawnCode *
drawn_code_new_with_eci (const char *symbology, const char *text, int eci, guint module)
{
  struct zint_symbol *symbol = ZBarcode_Create ();

  choose_kind (symbol, symbology);
  symbol->input_mode = UNICODE_MODE;
  symbol->eci = eci;
  return draw (symbol, text, strlen (text), module);
}

/* One of several codes that hold one text together. */
DrawnCode *
drawn_code_new_part (const char *symbology, const char *text, int index, int count, guint module)
{
  struct zint_symbol *symbol = ZBarcode_Create ();

  choose_kind (symbol, symbology);
  symbol->structapp.index = index;
  symbol->structapp.count = count;
  return draw (symbol, text, strlen (text), module);
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

GBytes *
drawn_code_write_png (const DrawnCode *self)
{
  png_image image = {
    .version = PNG_IMAGE_VERSION, .width = self->width, .height = self->height, .format = PNG_FORMAT_GRAY
  };
  png_alloc_size_t length = 0;
  guint8 *file;

  g_assert_true (png_image_write_get_memory_size (image, length, 0, self->pixels, 0, NULL));
  file = g_malloc (length);
  g_assert_true (png_image_write_to_memory (&image, file, &length, 0, self->pixels, 0, NULL));
  return g_bytes_new_take (file, length);
}

/* Lays @other onto it; it must fit. */
void
drawn_code_paste (DrawnCode *self, const DrawnCode *other, guint left, guint top)
{
  g_assert_cmpuint (left + other->width, <=, self->width);
  g_assert_cmpuint (top + other->height, <=, self->height);
  for (guint y = 0; y < other->height; y++)
    memcpy (self->pixels + (gsize)(y + top) * self->width + left, other->pixels + (gsize)y * other->width,
            other->width);
}

/* As a telephone writes it; @quality is a percentage. */
GBytes *
drawn_code_write_jpeg (const DrawnCode *self, int quality)
{
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr manager;
  unsigned char *file = NULL;
  unsigned long length = 0;
  GBytes *bytes;

  info.err = jpeg_std_error (&manager);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &file, &length);
  info.image_width = self->width;
  info.image_height = self->height;
  info.input_components = 1;
  info.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults (&info);
  jpeg_set_quality (&info, quality, TRUE);
  jpeg_start_compress (&info, TRUE);
  while (info.next_scanline < info.image_height)
    {
      JSAMPROW row = self->pixels + (gsize)info.next_scanline * self->width;

      jpeg_write_scanlines (&info, &row, 1);
    }
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  bytes = g_bytes_new (file, length);
  free (file);
  return bytes;
}
