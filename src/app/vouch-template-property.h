#pragma once

#include <adwaita.h>

#include "vouch-label-draft.h"

G_BEGIN_DECLS

/**
 * VouchTemplateProperty:
 *
 * One property of a label or of an object on it, and the row in which it is changed: an entry, a switch or a choice.
 * The row is lent to whoever shows it.
 */
typedef struct _VouchTemplateProperty VouchTemplateProperty;

/* Called when a person changed it. */
typedef void (*VouchTemplatePropertyChanged) (VouchTemplateProperty *self, gpointer data);

VouchTemplateProperty *
vouch_template_property_new_member (const VouchLabelMember *member, VouchTemplatePropertyChanged changed,
                                    gpointer data) G_GNUC_WARN_UNUSED_RESULT;
VouchTemplateProperty *
vouch_template_property_new_head (const VouchLabelHead *head, VouchTemplatePropertyChanged changed,
                                  gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void vouch_template_property_free (VouchTemplateProperty *self);
GtkWidget *vouch_template_property_get_row (VouchTemplateProperty *self);
const char *vouch_template_property_get_name (VouchTemplateProperty *self);
void vouch_template_property_show (VouchTemplateProperty *self, VouchLabelDraft *draft);
void vouch_template_property_blame (VouchTemplateProperty *self, gboolean is_faulty);
gboolean vouch_template_property_store (VouchTemplateProperty *self, VouchLabelDraft *draft, GError **error);

G_END_DECLS
