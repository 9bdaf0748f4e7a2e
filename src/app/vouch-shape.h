#pragma once

#include <gtk/gtk.h>

#include "vouch-desk-state.h"
#include "vouch-lot.h"
#include "vouch-mark.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SHAPE (vouch_shape_get_type ())
G_DECLARE_FINAL_TYPE (VouchShape, vouch_shape, VOUCH, SHAPE, GtkWidget)

void vouch_shape_set_mark (VouchShape *self, VouchMark mark);
VouchMark vouch_shape_get_mark (VouchShape *self);
VouchMark vouch_shape_of_feedback (VouchFeedback feedback);
VouchMark vouch_shape_of_status (VouchLotStatus status);

G_END_DECLS
