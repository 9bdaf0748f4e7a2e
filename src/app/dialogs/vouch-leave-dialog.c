#include "vouch-leave-dialog.h"

struct _VouchLeaveDialog
{
  AdwWindow parent_instance;
  VouchSignatureGroup *signature;
  GtkWidget *leave;
};

static void signing_init (VouchSigningInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchLeaveDialog, vouch_leave_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_SIGNING, signing_init))

static void
changed_cb (VouchLeaveDialog *self)
{
  gtk_widget_set_sensitive (self->leave, vouch_signature_group_is_complete (self->signature));
}

static void
leave_cb (VouchLeaveDialog *self)
{
  gtk_widget_set_sensitive (self->leave, FALSE);
  g_signal_emit_by_name (self, "signed");
}

static VouchSignatureGroup *
get_signature (VouchSigning *signing)
{
  return VOUCH_LEAVE_DIALOG (signing)->signature;
}

static void
signing_init (VouchSigningInterface *iface)
{
  iface->get_signature = get_signature;
}

static void
vouch_leave_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LEAVE_DIALOG);
  G_OBJECT_CLASS (vouch_leave_dialog_parent_class)->dispose (object);
}

static void
vouch_leave_dialog_class_init (VouchLeaveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_leave_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-leave-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchLeaveDialog, signature);
  gtk_widget_class_bind_template_child (widget_class, VouchLeaveDialog, leave);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
vouch_leave_dialog_init (VouchLeaveDialog *self)
{
  g_type_ensure (VOUCH_TYPE_SIGNATURE_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_leave_dialog_new:
 * @parent: (nullable): the kiosk's window
 *
 * Returns: (transfer none): a dialog that asks a supervisor for badge and PIN, to be presented
 */
VouchLeaveDialog *
vouch_leave_dialog_new (GtkWindow *parent)
{
  return g_object_new (VOUCH_TYPE_LEAVE_DIALOG, "transient-for", parent, NULL);
}

/**
 * vouch_leave_dialog_dup_request:
 * @self: a dialog
 *
 * Returns: (transfer full): who wants to leave
 */
VouchLeaveKioskRequest *
vouch_leave_dialog_dup_request (VouchLeaveDialog *self)
{
  VouchLeaveKioskRequest *request;

  g_return_val_if_fail (VOUCH_IS_LEAVE_DIALOG (self), NULL);

  request = vouch_leave_kiosk_request_new ();
  request->badge = vouch_signature_group_dup_badge (self->signature);
  request->pin = vouch_signature_group_dup_pin (self->signature);
  return request;
}
