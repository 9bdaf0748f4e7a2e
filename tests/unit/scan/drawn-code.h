#pragma once

#include <glib.h>

/**
 * DrawnCode:
 * @width: in pixels
 * @height: in pixels
 * @pixels: (owned): grey rows without padding
 *
 * A bar code drawn for a test.
 */
typedef struct
{
  guint width;
  guint height;
  guint8 *pixels;
} DrawnCode;

DrawnCode *drawn_code_new (const char *symbology, const char *text, guint module);
DrawnCode *drawn_code_new_from_bytes (const char *symbology, const char *bytes, gsize length, guint module);
DrawnCode *drawn_code_new_with_eci (const char *symbology, const char *text, int eci, guint module);
DrawnCode *drawn_code_new_part (const char *symbology, const char *text, int index, int count, guint module);
void drawn_code_free (DrawnCode *self);
DrawnCode *drawn_code_on_paper (const DrawnCode *self, guint margin);
void drawn_code_paste (DrawnCode *self, const DrawnCode *other, guint left, guint top);
GBytes *drawn_code_write_png (const DrawnCode *self);
GBytes *drawn_code_write_jpeg (const DrawnCode *self, int quality);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrawnCode, drawn_code_free)
