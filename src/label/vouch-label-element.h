#pragma once

#include <glib.h>

#include "vouch-dots.h"
#include "vouch-symbology.h"

G_BEGIN_DECLS

/* Smaller text is hardly read on a thermal label; a template may ask for it nevertheless. */
#define VOUCH_LABEL_TEXT_MIN_UM 1800

/**
 * VouchElementKind:
 * @VOUCH_ELEMENT_TEXT: a text in a box
 * @VOUCH_ELEMENT_CODE: a symbol in a box, its quiet zone included
 * @VOUCH_ELEMENT_BOX: a filled box, or a frame if it has a thickness
 * @VOUCH_ELEMENT_MARK: a pattern that says a status without colour
 * @VOUCH_ELEMENT_LINE: a line along one side of its place, whose other side is 0
 * @VOUCH_ELEMENT_IMAGE: a picture of black dots
 */
typedef enum
{
  VOUCH_ELEMENT_TEXT,
  VOUCH_ELEMENT_CODE,
  VOUCH_ELEMENT_BOX,
  VOUCH_ELEMENT_MARK,
  VOUCH_ELEMENT_LINE,
  VOUCH_ELEMENT_IMAGE,
} VouchElementKind;

#define VOUCH_N_ELEMENT_KINDS (VOUCH_ELEMENT_IMAGE + 1)

/**
 * VouchAlign:
 * @VOUCH_ALIGN_START: left, or top
 * @VOUCH_ALIGN_MIDDLE: in the middle
 * @VOUCH_ALIGN_END: right, or bottom
 */
typedef enum
{
  VOUCH_ALIGN_START,
  VOUCH_ALIGN_MIDDLE,
  VOUCH_ALIGN_END,
} VouchAlign;

/**
 * VouchTextStyle:
 * @size_um: the height of an em, micrometres
 * @min_um: how small it may become to fit; the same as @size_um if it may not shrink
 * @bold: heavy strokes
 * @white: white on what was drawn before
 * @wrap: whether it may take several lines
 * @shortened: what does not fit at the smallest size ends with an ellipsis; of remarks, never of what is required
 * @whole_words: a line ends at a space only
 * @align: where the lines stand in the box
 * @valign: where the block of lines stands in the box
 */
typedef struct
{
  int size_um;
  int min_um;
  gboolean bold;
  gboolean white;
  gboolean wrap;
  gboolean shortened;
  gboolean whole_words;
  VouchAlign align;
  VouchAlign valign;
} VouchTextStyle;

/**
 * VouchRect:
 *
 * A box; micrometres in templates, dots in layouts. The origin is the top left corner of the label.
 */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} VouchRect;

/**
 * VouchLabelElement:
 * @kind: what it is
 * @um: where it is, micrometres
 * @text: (nullable): the text, the symbol's text, the mark's name, or a picture's bits; may hold fields, "{lot}"
 * @text_en: (nullable): the English of a pair, of which @text is the Chinese: the label has both or either
 * @literal: @text holds no fields; braces mean nothing
 * @condition: (nullable): when the element is on the label, see vouch_label_condition_holds()
 * @style: of a text; its align places a code in its box too
 * @symbology: of a code
 * @use: of a code: what it is for
 * @grow: of a code: it takes the widest module up to half a millimetre that its box has room for
 * @hri_um: of a code: the height of an em of what stands below it for people, micrometres; 0 for nothing
 * @thickness_um: of a line, or of a box's frame, micrometres; 0 fills a box
 * @columns: of a picture: dots a row
 * @line: where it stands in its template, from 1; 0 if it stands nowhere
 * @column: the character in that line, from 1
 *
 * One thing on a label, as the template says it.
 */
typedef struct
{
  VouchElementKind kind;
  VouchRect um;
  char *text;
  char *text_en;
  gboolean literal;
  char *condition;
  VouchTextStyle style;
  VouchSymbology symbology;
  VouchCodeUse use;
  gboolean grow;
  int hri_um;
  int thickness_um;
  int columns;
  int line;
  int column;
} VouchLabelElement;

VouchLabelElement *
vouch_label_element_new (VouchElementKind kind, const VouchRect *um, const char *text) G_GNUC_WARN_UNUSED_RESULT;
VouchLabelElement *vouch_label_element_copy (const VouchLabelElement *self) G_GNUC_WARN_UNUSED_RESULT;
int vouch_label_element_get_hri_height (const VouchLabelElement *self);
void vouch_label_element_free (VouchLabelElement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelElement, vouch_label_element_free)

G_END_DECLS
