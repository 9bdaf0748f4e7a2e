#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-label-draft.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_TEMPLATE_DIALOG (vouch_template_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchTemplateDialog, vouch_template_dialog, VOUCH, TEMPLATE_DIALOG, AdwWindow)

/**
 * VouchTemplateDialog:
 *
 * The editor of a label template: what is on it, the properties of what is chosen, and the label as it comes out.
 *
 * Signal "saved": with the template's name.
 */

VouchTemplateDialog *vouch_template_dialog_new (GtkWindow *parent, VouchDesk *desk, const VouchLabelTemplate *template,
                                                gboolean is_new) G_GNUC_WARN_UNUSED_RESULT;
VouchLabelDraft *vouch_template_dialog_get_draft (VouchTemplateDialog *self);
void vouch_template_dialog_add_picture (VouchTemplateDialog *self, const char *path);

G_END_DECLS
