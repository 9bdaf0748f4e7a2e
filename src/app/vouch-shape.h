#pragma once

#include <gtk/gtk.h>

#include "vouch-desk-state.h"
#include "vouch-lot.h"

G_BEGIN_DECLS

/**
 * VouchShapeKind:
 * @VOUCH_SHAPE_NONE: nothing
 * @VOUCH_SHAPE_CHECK: done, good
 * @VOUCH_SHAPE_CROSS: failed
 * @VOUCH_SHAPE_PAUSE: held
 * @VOUCH_SHAPE_TRIANGLE: not understood
 * @VOUCH_SHAPE_QUESTION: an answer is wanted
 *
 * The drawn signs. Each can be told from the others without colour and from three metres.
 */
typedef enum
{
  VOUCH_SHAPE_NONE,
  VOUCH_SHAPE_CHECK,
  VOUCH_SHAPE_CROSS,
  VOUCH_SHAPE_PAUSE,
  VOUCH_SHAPE_TRIANGLE,
  VOUCH_SHAPE_QUESTION,
} VouchShapeKind;

#define VOUCH_TYPE_SHAPE (vouch_shape_get_type ())
G_DECLARE_FINAL_TYPE (VouchShape, vouch_shape, VOUCH, SHAPE, GtkWidget)

void vouch_shape_set_kind (VouchShape *self, VouchShapeKind kind);
VouchShapeKind vouch_shape_get_kind (VouchShape *self);
VouchShapeKind vouch_shape_of_feedback (VouchFeedback feedback);
VouchShapeKind vouch_shape_of_status (VouchLotStatus status);
void vouch_shape_draw (VouchShapeKind kind, cairo_t *cr, double x, double y, double size);

G_END_DECLS
