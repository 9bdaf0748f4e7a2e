#pragma once

#include <adwaita.h>

#include "vouch-label-draft.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_TEMPLATE_MEMBERS (vouch_template_members_get_type ())
G_DECLARE_FINAL_TYPE (VouchTemplateMembers, vouch_template_members, VOUCH, TEMPLATE_MEMBERS, AdwBin)

/**
 * VouchTemplateMembers:
 *
 * The properties of the chosen object, or of the label itself, a row each. What is written is in the draft with every
 * letter that makes sense; what makes none is said below, and the draft stays as it was.
 */

void vouch_template_members_show (VouchTemplateMembers *self, VouchLabelDraft *draft, gboolean is_new);

G_END_DECLS
