#pragma once

#include <cairo.h>

#include "vouch-label.h"

G_BEGIN_DECLS

/**
 * VouchLabelCommon:
 *
 * What labels of one press that are drawn one after the other have in common. It is kept as one drawing: a PDF holds it
 * once, however many pages show it.
 */
typedef struct _VouchLabelCommon VouchLabelCommon;

VouchLabelCommon *vouch_label_common_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_common_free (VouchLabelCommon *self);
void vouch_label_common_draw (VouchLabelCommon *self, const VouchLabel *label, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelCommon, vouch_label_common_free)

G_END_DECLS
