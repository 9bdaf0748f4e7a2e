#pragma once

#include <adwaita.h>

#include "vouch-label-draft.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_TEMPLATE_OBJECTS (vouch_template_objects_get_type ())
G_DECLARE_FINAL_TYPE (VouchTemplateObjects, vouch_template_objects, VOUCH, TEMPLATE_OBJECTS, AdwBin)

/**
 * VouchTemplateObjects:
 *
 * The label itself and what is on it, from back to front, one of which is chosen to be changed; with what adds,
 * doubles, orders and removes them.
 */

void vouch_template_objects_show (VouchTemplateObjects *self, VouchLabelDraft *draft);

G_END_DECLS
