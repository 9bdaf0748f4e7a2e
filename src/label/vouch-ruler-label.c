/* The label that a printer is measured with. Figures only: it reads the same in every language. */
#include "vouch-ruler-label.h"

#include <string.h>

#define STOCK_WIDTH_UM 60000
#define STOCK_HEIGHT_UM 40000
#define MM_UM 1000
#define TICK_UM 125
#define TICK_SHORT_UM 1200
#define TICK_MIDDLE_UM 2000
#define TICK_LONG_UM 3000
#define FIGURE_UM 2200
#define FIGURE_MIN_UM 1000
#define SCALE_UM 5600 /* from an edge to where its scale and figures end */
#define BAR_UM 3500
#define LADDER_RUNGS 8
#define MARGIN_UM 1000

static void
add_box (GPtrArray *elements, int x, int y, int width, int height, int thickness)
{
  VouchRect um = { x, y, width, height };
  VouchLabelElement *box = vouch_label_element_new (VOUCH_ELEMENT_BOX, &um, NULL);

  box->thickness_um = thickness;
  g_ptr_array_add (elements, box);
}

static void
add_text (GPtrArray *elements, const VouchRect *um, int size_um, VouchAlign align, const char *words)
{
  VouchLabelElement *text = vouch_label_element_new (VOUCH_ELEMENT_TEXT, um, words);

  text->literal = TRUE;
  text->style.size_um = size_um;
  text->style.min_um = FIGURE_MIN_UM;
  text->style.align = align;
  text->style.valign = VOUCH_ALIGN_MIDDLE;
  g_ptr_array_add (elements, text);
}

static int
get_tick (int mm)
{
  return mm % 10 == 0 ? TICK_LONG_UM : mm % 5 == 0 ? TICK_MIDDLE_UM : TICK_SHORT_UM;
}

static void
add_figure (GPtrArray *elements, int mm, gboolean across)
{
  VouchRect um = { across ? mm * MM_UM - 3 * MM_UM : TICK_LONG_UM, across ? TICK_LONG_UM : mm * MM_UM - FIGURE_UM / 2,
                   across ? 6 * MM_UM : 4 * MM_UM, FIGURE_UM + 400 };
  g_autofree char *figure = g_strdup_printf ("%d", mm);

  add_text (elements, &um, FIGURE_UM, across ? VOUCH_ALIGN_MIDDLE : VOUCH_ALIGN_START, figure);
}

/* From each edge a tick a millimetre: where the ticks of the paper's edge are missing, the print is too far there. */
static void
add_scales (GPtrArray *elements, int width, int height)
{
  for (int mm = 1; mm * MM_UM < width - MM_UM; mm++)
    {
      add_box (elements, mm * MM_UM - TICK_UM / 2, 0, TICK_UM, get_tick (mm), 0);
      if (mm % 10 == 0 && (mm + 3) * MM_UM < width)
        add_figure (elements, mm, TRUE);
    }
  for (int mm = 1; mm * MM_UM < height - MM_UM; mm++)
    {
      add_box (elements, 0, mm * MM_UM - TICK_UM / 2, get_tick (mm), TICK_UM, 0);
      if (mm % 10 == 0 && (mm + 2) * MM_UM < height)
        add_figure (elements, mm, FALSE);
    }
}

/* Bars of one dot, two dots, and so on: what is too dark or too fast runs together here first. */
static void
add_ladder (GPtrArray *elements, int x, int y, int width, guint dpi)
{
  for (int rung = 1; rung <= LADDER_RUNGS; rung++)
    {
      int bar = vouch_dots_to_um (rung, dpi);

      for (int i = 0; i < 4; i++)
        {
          if (x + bar > width - MARGIN_UM)
            return;
          add_box (elements, x, y, bar, BAR_UM, 0);
          x += 2 * bar;
        }
      x += 3 * bar;
    }
}

static void
add_words (GPtrArray *elements, const VouchPrinterProfile *profile, const char *note, int width, int height)
{
  int left = SCALE_UM + MARGIN_UM;
  int line = MIN ((height - SCALE_UM - BAR_UM - 3 * MARGIN_UM) / 3, 3200);
  g_autofree char *stock = vouch_printer_profile_dup_stock (profile);
  g_autofree char *figures = g_strdup_printf ("%d dpi · %s", (int)profile->dpi, stock);
  g_autofree char *offset =
      g_strdup_printf ("dx %+.1f · dy %+.1f mm", (double)profile->dx_um / MM_UM, (double)profile->dy_um / MM_UM);
  g_autofree char *last = g_strdup_printf ("%s · %s", offset, note);
  const char *const lines[] = { profile->name, figures, last };

  for (guint i = 0; line > FIGURE_MIN_UM && i < G_N_ELEMENTS (lines); i++)
    {
      VouchRect um = { left, SCALE_UM + MARGIN_UM + (int)i * line, width - left - MARGIN_UM, line };

      add_text (elements, &um, line * 3 / 4, VOUCH_ALIGN_START, lines[i]);
    }
}

/**
 * vouch_ruler_label_new:
 * @profile: a printer
 * @note: what stands on it, too, like the date
 * @error: INVALID if the labels in the printer are too small for it
 *
 * A scale of millimetres from the left and from the top edge, a frame of the label's size, bars of one dot and more,
 * and what the printer is set to.
 *
 * Returns: (transfer full) (nullable): the label, of the size of those in the printer
 */
VouchLabel *
vouch_ruler_label_new (const VouchPrinterProfile *profile, const char *note, GError **error)
{
  int width = profile->width_um != 0 ? (int)profile->width_um : STOCK_WIDTH_UM;
  int height = profile->width_um != 0 ? (int)profile->height_um : STOCK_HEIGHT_UM;
  g_autoptr (VouchLabelTemplate) template = NULL;
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (profile != NULL && note != NULL, NULL);

  template = vouch_label_template_new ("ruler", width, height);
  add_box (template->elements, 0, 0, width, height, TICK_UM);
  add_scales (template->elements, width, height);
  add_words (template->elements, profile, note, width, height);
  add_ladder (template->elements, SCALE_UM + MARGIN_UM, height - BAR_UM - MARGIN_UM, width, (guint)profile->dpi);
  return vouch_label_new (template, fields, (guint)profile->dpi, error);
}
