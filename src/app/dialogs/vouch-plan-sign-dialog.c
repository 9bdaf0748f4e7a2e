#include "vouch-plan-sign-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-note-limit.h"
#include "vouch-plan-change.h"
#include "vouch-rule-words.h"
#include "vouch-words.h"

struct _VouchPlanSignDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *plan;
  GtkWidget *reasons;
  GtkEditable *reason;
  AdwPreferencesGroup *changes;
  GtkLabel *effects;
  VouchSignatureGroup *signature;
  GtkWidget *sign;
  gint64 product_id;
  VouchPlanType type;
  gint64 version;
  gint64 seen;
  gboolean is_retired;
};

static void signing_init (VouchSigningInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPlanSignDialog, vouch_plan_sign_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_SIGNING, signing_init))

static void
changed_cb (VouchPlanSignDialog *self)
{
  gboolean has_reason = !self->is_retired || *gtk_editable_get_text (self->reason) != '\0';

  gtk_widget_set_sensitive (self->sign, has_reason && vouch_signature_group_is_complete (self->signature));
}

static void
sign_cb (VouchPlanSignDialog *self)
{
  gtk_widget_set_sensitive (self->sign, FALSE);
  g_signal_emit_by_name (self, "signed");
}

static VouchSignatureGroup *
get_signature (VouchSigning *signing)
{
  return VOUCH_PLAN_SIGN_DIALOG (signing)->signature;
}

static void
signing_init (VouchSigningInterface *iface)
{
  iface->get_signature = get_signature;
}

static void
vouch_plan_sign_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PLAN_SIGN_DIALOG);
  G_OBJECT_CLASS (vouch_plan_sign_dialog_parent_class)->dispose (object);
}

static void
vouch_plan_sign_dialog_class_init (VouchPlanSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_plan_sign_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-plan-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPlanSignDialog, plan);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanSignDialog, reasons);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanSignDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanSignDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanSignDialog, effects);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanSignDialog, signature);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanSignDialog, sign);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
vouch_plan_sign_dialog_init (VouchPlanSignDialog *self)
{
  g_type_ensure (VOUCH_TYPE_SIGNATURE_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  vouch_note_limit_attach (ADW_ENTRY_ROW (self->reason));
}

static void
add_row (VouchPlanSignDialog *self, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->changes, row);
}

static void
add_change (VouchPlanSignDialog *self, const VouchPlanChange *change)
{
  g_autofree char *text = NULL;

  if (change->before == NULL)
    text = g_strdup_printf (_ ("New: %s"), change->after);
  else if (change->after == NULL)
    text = g_strdup_printf (_ ("No longer: %s"), change->before);
  else
    text = g_strdup_printf (_ ("Until now: %s\nFrom now on: %s"), change->before, change->after);
  add_row (self, change->title, text);
}

/* A first version is shown with all that its rules say. */
static void
show_changes (VouchPlanSignDialog *self, const VouchPlanFile *file)
{
  g_autoptr (VouchPlanContent) nothing = file->in_force == NULL ? vouch_plan_content_new () : NULL;
  const VouchPlanContent *before = file->in_force != NULL ? file->in_force : nothing;
  g_autoptr (GPtrArray) changes = vouch_plan_change_list (before, file->plan);

  for (guint i = 0; i < changes->len; i++)
    add_change (self, g_ptr_array_index (changes, i));
  if (changes->len == 0)
    add_row (self, _ ("Nothing"), _ ("The draft says the same as the version in force."));
}

static void
show_effects (VouchPlanSignDialog *self, const VouchPlanFile *file)
{
  gboolean is_draft = file->plan->plan->state == VOUCH_PLAN_STATE_DRAFT;
  g_autofree char *text = NULL;

  if (!self->is_retired)
    text = g_strdup_printf (_ ("• Lots that are planned from now on are inspected by version %d\n"
                               "• The version before it is out of use; inspections by it go on as they were planned"),
                            (int)self->version);
  else if (is_draft)
    text = g_strdup (_ ("• The draft is refused; its author can draft another one"));
  else
    text = g_strdup (_ ("• Goods of this product cannot be inspected until another version is in force"));
  gtk_label_set_label (self->effects, text);
}

/**
 * vouch_plan_sign_dialog_new:
 * @parent: the window that the dialog stands before
 * @file: a version; only looked at here
 * @is_retired: whether it is taken out of use, or else put in force
 *
 * Returns: (transfer full): the dialog, to be presented
 */
VouchPlanSignDialog *
vouch_plan_sign_dialog_new (GtkWindow *parent, const VouchPlanFile *file, gboolean is_retired)
{
  VouchPlanSignDialog *self;
  g_autofree char *title = NULL, *by = NULL, *title_markup = NULL, *by_markup = NULL;

  g_return_val_if_fail (file != NULL && file->plan != NULL, NULL);

  self = g_object_new (VOUCH_TYPE_PLAN_SIGN_DIALOG, "transient-for", parent, NULL);
  self->product_id = file->product->id;
  self->type = file->plan->plan->type;
  self->version = file->plan->plan->version;
  self->seen = file->in_force != NULL ? file->in_force->plan->version : 0;
  self->is_retired = is_retired;
  gtk_window_set_title (GTK_WINDOW (self), is_retired ? _ ("Take the Plan out of Use") : _ ("Approve the Plan"));
  /* Translators: a product's number, the product, a version. */
  title = g_strdup_printf (_ ("%s · %s · version %d"), file->product->sku,
                           vouch_words_choose (file->product->name_en, file->product->name_zh), (int)self->version);
  title_markup = g_markup_escape_text (title, -1);
  adw_preferences_group_set_title (self->plan, title_markup);
  /* Translators: a person; what the version is for. */
  by = file->plan->plan->note != NULL ? g_strdup_printf (_ ("Drafted by %s: %s"), file->author, file->plan->plan->note)
                                      : g_strdup_printf (_ ("Drafted by %s"), file->author);
  by_markup = g_markup_escape_text (by, -1);
  adw_preferences_group_set_description (self->plan, by_markup);
  gtk_widget_set_visible (self->reasons, is_retired);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), !is_retired);
  gtk_widget_add_css_class (self->sign, is_retired ? "destructive-action" : "suggested-action");
  if (!is_retired)
    show_changes (self, file);
  show_effects (self, file);
  return self;
}

gboolean
vouch_plan_sign_dialog_is_retired (VouchPlanSignDialog *self)
{
  return self->is_retired;
}

/**
 * vouch_plan_sign_dialog_dup_approval:
 * @self: a dialog
 *
 * Returns: (transfer full): what was signed, as an approval
 */
VouchPlanApproveRequest *
vouch_plan_sign_dialog_dup_approval (VouchPlanSignDialog *self)
{
  VouchPlanApproveRequest *request = vouch_plan_approve_request_new ();

  request->product_id = self->product_id;
  request->type = self->type;
  request->plan_version = self->version;
  request->seen = self->seen;
  request->badge = vouch_signature_group_dup_badge (self->signature);
  request->pin = vouch_signature_group_dup_pin (self->signature);
  return request;
}

/**
 * vouch_plan_sign_dialog_dup_retirement:
 * @self: a dialog
 *
 * Returns: (transfer full): what was signed, as taking out of use
 */
VouchPlanRetireRequest *
vouch_plan_sign_dialog_dup_retirement (VouchPlanSignDialog *self)
{
  VouchPlanRetireRequest *request = vouch_plan_retire_request_new ();

  request->product_id = self->product_id;
  request->type = self->type;
  request->plan_version = self->version;
  request->reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  request->badge = vouch_signature_group_dup_badge (self->signature);
  request->pin = vouch_signature_group_dup_pin (self->signature);
  return request;
}
