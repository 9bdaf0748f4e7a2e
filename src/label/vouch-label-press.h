#pragma once

#include <glib.h>

#include "vouch-label.h"

G_BEGIN_DECLS

/**
 * VouchLabelPress:
 *
 * Makes many labels of one template. What two labels have in common is laid out once, so that of a unit label only its
 * symbol and its serial cost anything. A press and the labels that it made belong to one thread at a time.
 */
typedef struct _VouchLabelPress VouchLabelPress;

VouchLabelPress *
vouch_label_press_new (const VouchLabelTemplate *template, guint dpi, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLabel *
vouch_label_press_make (VouchLabelPress *self, GHashTable *fields, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_label_press_list_faults (VouchLabelPress *self, GHashTable *fields) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_press_free (VouchLabelPress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelPress, vouch_label_press_free)

G_END_DECLS
