#pragma once

#include <cairo.h>

#include "vouch-label.h"

G_BEGIN_DECLS

/**
 * VouchLabelBackdrop:
 *
 * What labels of one press that are drawn one after the other have in common. It is kept as one drawing: a PDF holds it
 * once, however many pages show it.
 */
typedef struct _VouchLabelBackdrop VouchLabelBackdrop;

VouchLabelBackdrop *vouch_label_backdrop_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_backdrop_free (VouchLabelBackdrop *self);
void vouch_label_backdrop_draw (VouchLabelBackdrop *self, const VouchLabel *label, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelBackdrop, vouch_label_backdrop_free)

G_END_DECLS
