#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-label-draft.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_TEMPLATE_PREVIEW (vouch_template_preview_get_type ())
G_DECLARE_FINAL_TYPE (VouchTemplatePreview, vouch_template_preview, VOUCH, TEMPLATE_PREVIEW, AdwBin)

/**
 * VouchTemplatePreview:
 *
 * A label that is being changed as it would come out now, with examples or a lot's own data, in either language, and
 * what each usual printer makes of it: whether everything fits and every code was read back.
 */

void vouch_template_preview_show (VouchTemplatePreview *self, VouchLabelDraft *draft, VouchDesk *desk);
void vouch_template_preview_stop (VouchTemplatePreview *self);

G_END_DECLS
