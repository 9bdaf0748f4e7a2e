#pragma once

#include <gtk/gtk.h>

#include "vouch-label-draft.h"
#include "vouch-label.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_TEMPLATE_CANVAS (vouch_template_canvas_get_type ())
G_DECLARE_FINAL_TYPE (VouchTemplateCanvas, vouch_template_canvas, VOUCH, TEMPLATE_CANVAS, GtkWidget)

/**
 * VouchTemplateCanvas:
 *
 * A label that is being changed, dot for dot as the printer will draw it and as large as there is room, with a frame
 * around the chosen object. Pointing chooses, dragging moves; arrows move by 0.1 mm, with Shift by 1 mm, and with Ctrl
 * they make larger and smaller.
 */

void vouch_template_canvas_show (VouchTemplateCanvas *self, VouchLabelDraft *draft);
void vouch_template_canvas_take_label (VouchTemplateCanvas *self, VouchLabel *label);

G_END_DECLS
