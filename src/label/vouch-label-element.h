#pragma once

#include <glib.h>

#include "vouch-dots.h"
#include "vouch-symbology.h"

G_BEGIN_DECLS

/**
 * VouchElementKind:
 * @VOUCH_ELEMENT_TEXT: a text in a box
 * @VOUCH_ELEMENT_CODE: a symbol in a box, its quiet zone included
 * @VOUCH_ELEMENT_BOX: a filled box, or a frame if it has a thickness
 * @VOUCH_ELEMENT_MARK: a pattern that says a status without colour
 */
typedef enum
{
  VOUCH_ELEMENT_TEXT,
  VOUCH_ELEMENT_CODE,
  VOUCH_ELEMENT_BOX,
  VOUCH_ELEMENT_MARK,
} VouchElementKind;

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
 * @text: (nullable): the text, the symbol's text, or the mark's name; may hold fields, "{lot}"
 * @literal: @text holds no fields; braces mean nothing
 * @condition: (nullable): the field without which the element is left out
 * @style: of a text; its align places a code in its box too
 * @symbology: of a code
 * @use: of a code: what it is for
 * @grow: of a code: it takes the widest module up to half a millimetre that its box has room for
 * @thickness_um: of a box: of its frame, micrometres; 0 fills it
 *
 * One thing on a label, as the template says it.
 */
typedef struct
{
  VouchElementKind kind;
  VouchRect um;
  char *text;
  gboolean literal;
  char *condition;
  VouchTextStyle style;
  VouchSymbology symbology;
  VouchCodeUse use;
  gboolean grow;
  int thickness_um;
} VouchLabelElement;

VouchLabelElement *
vouch_label_element_new (VouchElementKind kind, const VouchRect *um, const char *text) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_element_free (VouchLabelElement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelElement, vouch_label_element_free)

G_END_DECLS
