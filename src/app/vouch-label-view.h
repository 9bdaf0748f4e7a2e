#pragma once

#include <gtk/gtk.h>

#include "vouch-label.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LABEL_VIEW (vouch_label_view_get_type ())
G_DECLARE_FINAL_TYPE (VouchLabelView, vouch_label_view, VOUCH, LABEL_VIEW, GtkWidget)

/**
 * VouchLabelView:
 *
 * A label as the printer will draw it, dot for dot and as large as it will be, where the screen says how large it is.
 */

void vouch_label_view_take_label (VouchLabelView *self, VouchLabel *label, const char *name);

G_END_DECLS
