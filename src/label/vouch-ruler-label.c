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
#define LINE_UM 3600

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

/* At @start begins what is ruled; the figures count from the paper's edge. */
static void
add_figure (GPtrArray *elements, const VouchRect *start, int mm, gboolean across)
{
  VouchRect um = { across ? mm * MM_UM - 3 * MM_UM : start->x + TICK_LONG_UM,
                   across ? start->y + TICK_LONG_UM : mm * MM_UM - FIGURE_UM / 2, across ? 6 * MM_UM : 4 * MM_UM,
                   FIGURE_UM + 400 };
  g_autofree char *figure = g_strdup_printf ("%d", mm);

  add_text (elements, &um, FIGURE_UM, across ? VOUCH_ALIGN_MIDDLE : VOUCH_ALIGN_START, figure);
}

/* From each edge a tick a millimetre: where the ticks of the paper's edge are missing, the print is too far there. */
static void
add_scales (GPtrArray *elements, const VouchRect *ruled)
{
  int right = ruled->x + ruled->width, bottom = ruled->y + ruled->height;

  for (int mm = ruled->x / MM_UM + 1; mm * MM_UM < right - MM_UM; mm++)
    {
      add_box (elements, mm * MM_UM - TICK_UM / 2, ruled->y, TICK_UM, get_tick (mm), 0);
      if (mm % 10 == 0 && (mm - 3) * MM_UM >= ruled->x && (mm + 3) * MM_UM < right)
        add_figure (elements, ruled, mm, TRUE);
    }
  for (int mm = ruled->y / MM_UM + 1; mm * MM_UM < bottom - MM_UM; mm++)
    {
      add_box (elements, ruled->x, mm * MM_UM - TICK_UM / 2, get_tick (mm), TICK_UM, 0);
      if (mm % 10 == 0 && (mm - 2) * MM_UM >= ruled->y && (mm + 2) * MM_UM < bottom)
        add_figure (elements, ruled, mm, FALSE);
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

static char *
dup_offset (const VouchPrinterProfile *profile, const char *note)
{
  return g_strdup_printf ("dx %+.1f · dy %+.1f mm · %s", (double)profile->dx_um / MM_UM, (double)profile->dy_um / MM_UM,
                          note);
}

static void
add_words (GPtrArray *elements, const VouchPrinterProfile *profile, const char *note, int width, int height)
{
  int left = SCALE_UM + MARGIN_UM;
  int line = MIN ((height - SCALE_UM - BAR_UM - 3 * MARGIN_UM) / 3, 3200);
  g_autofree char *stock = vouch_printer_profile_dup_stock (profile);
  g_autofree char *figures = g_strdup_printf ("%d dpi · %s", (int)profile->dpi, stock);
  g_autofree char *last = dup_offset (profile, note);
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
  add_scales (template->elements, &(VouchRect){ 0, 0, width, height });
  add_words (template->elements, profile, note, width, height);
  add_ladder (template->elements, SCALE_UM + MARGIN_UM, height - BAR_UM - MARGIN_UM, width, (guint)profile->dpi);
  return vouch_label_new (template, fields, (guint)profile->dpi, error);
}

static void
add_cell (GPtrArray *elements, const VouchSheetStock *stock, gint64 position)
{
  g_autofree char *number = g_strdup_printf ("%d", (int)position);
  VouchRect cell;

  vouch_sheet_stock_get_cell (stock, position, &cell);
  add_box (elements, cell.x, cell.y, cell.width, cell.height, TICK_UM);
  cell.y += cell.height - FIGURE_UM - MARGIN_UM;
  cell.height = FIGURE_UM + 400;
  cell.width -= MARGIN_UM;
  add_text (elements, &cell, FIGURE_UM, VOUCH_ALIGN_END, number);
}

/* In the second row, where no ticks are. */
static void
add_sheet_words (GPtrArray *elements, const VouchPrinterProfile *profile, const VouchSheetStock *stock,
                 const char *note)
{
  int left = (int)stock->left_um + 2 * SCALE_UM;
  VouchRect um = { left, (int)(stock->top_um + MIN (stock->rows - 1, 1) * stock->pitch_y_um) + MARGIN_UM,
                   (int)stock->page_width_um - left - (int)stock->left_um, LINE_UM };
  g_autofree char *offset = dup_offset (profile, note);
  g_autofree char *sheet = vouch_sheet_stock_dup_words (stock);
  g_autofree char *line = g_strdup_printf ("%s · %s · %d dpi · %s", profile->name, sheet, (int)profile->dpi, offset);

  add_text (elements, &um, LINE_UM - 400, VOUCH_ALIGN_START, line);
}

/**
 * vouch_ruler_label_new_sheet:
 * @profile: a printer
 * @stock: the sheets that are in it
 * @note: stands on it
 * @error: INVALID if it does not fit
 *
 * To be printed on plain paper and held against a sheet: the outlines of its labels with their numbers, and ticks that
 * count from the paper's edge.
 *
 * Returns: (transfer full) (nullable): the page
 */
VouchLabel *
vouch_ruler_label_new_sheet (const VouchPrinterProfile *profile, const VouchSheetStock *stock, const char *note,
                             GError **error)
{
  g_autoptr (VouchLabelTemplate) template = NULL;
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  VouchRect ruled;

  g_return_val_if_fail (profile != NULL && stock != NULL && note != NULL, NULL);

  ruled = (VouchRect){ (int)stock->left_um, (int)stock->top_um, (int)(stock->page_width_um - 2 * stock->left_um),
                       (int)(stock->page_height_um - 2 * stock->top_um) };
  template = vouch_label_template_new ("ruler", (int)stock->page_width_um, (int)stock->page_height_um);
  for (gint64 i = 1; i <= vouch_sheet_stock_get_n_positions (stock); i++)
    add_cell (template->elements, stock, i);
  add_scales (template->elements, &ruled);
  add_sheet_words (template->elements, profile, stock, note);
  return vouch_label_new (template, fields, (guint)profile->dpi, error);
}
