/* The blocks of a document, but for tables: title, heading, paragraphs, facts, verdict. */
#include "vouch-document-private.h"
#include "vouch-mark-drawing.h"

#define KEY_WIDTH 84.0
#define GUTTER 14.0
#define VERDICT_HEIGHT 62.0
#define VERDICT_MARK 30.0
#define VERDICT_WORD_WIDTH 170.0
#define VERDICT_REASON_LINES 8

static void
add_text (VouchDocument *self, VouchDocumentStyle style, const char *text)
{
  g_auto (VouchFlowCell) cell = { 0 };

  vouch_document_set_cell (self, &cell, style, text, VOUCH_MARGIN_SIDE, VOUCH_CONTENT_WIDTH);
  vouch_document_flow (self, &cell, 1, vouch_document_style_get_pitch (style));
}

/**
 * vouch_document_add_title:
 * @self: a document
 * @left: (nullable): small, above the title, at the left: whose document it is
 * @right: (nullable): small, above the title, at the right: its number
 * @subtitle: (nullable): what it is about
 *
 * Opens the document: its title, large, with a line below.
 */
void
vouch_document_add_title (VouchDocument *self, const char *left, const char *right, const char *subtitle)
{
  const double half = VOUCH_CONTENT_WIDTH / 2;
  VouchFlowCell cells[2];

  vouch_document_set_cell (self, &cells[0], VOUCH_STYLE_KEY, left, VOUCH_MARGIN_SIDE, half);
  vouch_document_set_cell (self, &cells[1], VOUCH_STYLE_KEY, right, VOUCH_MARGIN_SIDE + half, half);
  cells[1].is_right_aligned = TRUE;
  vouch_document_flow (self, cells, 2, vouch_document_style_get_pitch (VOUCH_STYLE_KEY));
  vouch_flow_cell_clear (&cells[0]);
  vouch_flow_cell_clear (&cells[1]);
  g_free (self->number);
  self->number = g_strdup (right);
  vouch_document_skip (self, 6);
  add_text (self, VOUCH_STYLE_TITLE, self->title);
  if (subtitle != NULL && subtitle[0] != '\0')
    add_text (self, VOUCH_STYLE_SUBTITLE, subtitle);
  vouch_document_skip (self, 8);
  vouch_document_rule (self, 0, 1.2);
  vouch_document_skip (self, 12);
}

/**
 * vouch_document_add_heading:
 * @self: a document
 * @text: translated
 *
 * Begins a section. A heading never stands alone at the foot of a page.
 */
void
vouch_document_add_heading (VouchDocument *self, const char *text)
{
  const double pitch = vouch_document_style_get_pitch (VOUCH_STYLE_HEADING);

  vouch_document_end_table (self);
  vouch_document_reserve (self, 14 + pitch + 56);
  vouch_document_skip (self, 14);
  add_text (self, VOUCH_STYLE_HEADING, text);
  vouch_document_skip (self, 4);
}

/**
 * vouch_document_add_paragraph:
 * @self: a document
 * @text: (nullable): one paragraph or several, as lines
 */
void
vouch_document_add_paragraph (VouchDocument *self, const char *text)
{
  vouch_document_end_table (self);
  add_text (self, VOUCH_STYLE_BODY, text);
  vouch_document_skip (self, 4);
}

/**
 * vouch_document_add_small_print:
 * @self: a document
 * @text: (nullable): one paragraph or several, as lines
 */
void
vouch_document_add_small_print (VouchDocument *self, const char *text)
{
  vouch_document_end_table (self);
  vouch_document_skip (self, 4);
  add_text (self, VOUCH_STYLE_SMALL, text);
  vouch_document_skip (self, 4);
}

static void
set_pair (VouchDocument *self, VouchFlowCell *cells, const VouchDocumentPair *pair, double x, double width)
{
  gboolean is_known = pair->value != NULL && pair->value[0] != '\0';

  vouch_document_set_cell (self, &cells[0], VOUCH_STYLE_KEY, pair->key, x, KEY_WIDTH);
  vouch_document_set_cell (self, &cells[1], VOUCH_STYLE_BODY, is_known ? pair->value : "–", x + KEY_WIDTH + 6,
                           width - KEY_WIDTH - 6);
}

/**
 * vouch_document_add_pairs:
 * @self: a document
 * @pairs: (array length=n_pairs): facts, in reading order
 * @n_pairs: how many
 *
 * Lists facts, two a line but for the wide ones.
 */
void
vouch_document_add_pairs (VouchDocument *self, const VouchDocumentPair *pairs, guint n_pairs)
{
  const double half = (VOUCH_CONTENT_WIDTH - GUTTER) / 2;

  for (guint i = 0; i < n_pairs;)
    {
      gboolean is_two = !pairs[i].is_wide && i + 1 < n_pairs && !pairs[i + 1].is_wide;
      guint n_cells = is_two ? 4 : 2;
      VouchFlowCell cells[4];

      set_pair (self, cells, &pairs[i], VOUCH_MARGIN_SIDE, pairs[i].is_wide ? VOUCH_CONTENT_WIDTH : half);
      if (is_two)
        set_pair (self, cells + 2, &pairs[i + 1], VOUCH_MARGIN_SIDE + half + GUTTER, half);
      vouch_document_flow (self, cells, n_cells, vouch_document_style_get_pitch (VOUCH_STYLE_BODY));
      vouch_document_skip (self, 2);
      for (guint k = 0; k < n_cells; k++)
        vouch_flow_cell_clear (&cells[k]);
      i += is_two ? 2 : 1;
    }
}

/* A frame that tells the verdicts apart without colour: heavy for a failure, broken while nothing is decided. */
static void
draw_verdict_frame (VouchDocument *self, VouchMark mark, double height)
{
  static const double dashes[] = { 6, 4 };
  double thickness = mark == VOUCH_MARK_FAIL ? 3 : 1.2;

  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_set_line_width (self->cr, thickness);
  if (mark == VOUCH_MARK_HOLD || mark == VOUCH_MARK_OPEN)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (self->cr, VOUCH_MARGIN_SIDE + thickness / 2, self->y + thickness / 2,
                   VOUCH_CONTENT_WIDTH - thickness, height - thickness);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* Draws a text in the middle of a band of @height at the current place, which stays. */
static void
draw_in_band (VouchDocument *self, const VouchFlowCell *cell, double height, double pitch)
{
  guint n_lines = vouch_flow_count_lines (cell, 1);
  double top = self->y;

  vouch_document_skip (self, (height - n_lines * pitch) / 2);
  vouch_document_draw_lines (self, cell, 1, 0, n_lines, pitch);
  self->y = top;
}

/**
 * vouch_document_add_verdict:
 * @self: a document
 * @mark: its shape
 * @word: its word, translated
 * @reason: (nullable): why, best in one or two lines
 *
 * A framed band with the verdict in shape and word. The reason stands beside them, or below if it is long.
 */
void
vouch_document_add_verdict (VouchDocument *self, VouchMark mark, const char *word, const char *reason)
{
  const double mark_x = VOUCH_MARGIN_SIDE + 18, word_x = mark_x + VERDICT_MARK + 16;
  const double reason_x = word_x + VERDICT_WORD_WIDTH + 12;
  const double word_pitch = vouch_document_style_get_pitch (VOUCH_STYLE_VERDICT);
  const double body_pitch = vouch_document_style_get_pitch (VOUCH_STYLE_BODY);
  g_auto (VouchFlowCell) word_cell = { 0 };
  g_auto (VouchFlowCell) reason_cell = { 0 };
  gboolean fits;
  double height;

  vouch_document_end_table (self);
  vouch_document_set_cell (self, &word_cell, VOUCH_STYLE_VERDICT, word, word_x, VERDICT_WORD_WIDTH);
  vouch_document_set_cell (self, &reason_cell, VOUCH_STYLE_BODY, reason, reason_x,
                           VOUCH_MARGIN_SIDE + VOUCH_CONTENT_WIDTH - 14 - reason_x);
  fits = vouch_flow_count_lines (&reason_cell, 1) <= VERDICT_REASON_LINES;
  height = vouch_flow_count_lines (&word_cell, 1) * word_pitch;
  if (fits)
    height = MAX (height, vouch_flow_count_lines (&reason_cell, 1) * body_pitch);
  height = MAX (VERDICT_HEIGHT, height + 24);

  vouch_document_reserve (self, height);
  draw_verdict_frame (self, mark, height);
  vouch_mark_draw (mark, self->cr, mark_x, self->y + (height - VERDICT_MARK) / 2, VERDICT_MARK);
  draw_in_band (self, &word_cell, height, word_pitch);
  if (fits)
    draw_in_band (self, &reason_cell, height, body_pitch);
  vouch_document_skip (self, height + 12);
  if (!fits)
    vouch_document_add_paragraph (self, reason);
}
