#include "vouch-signature-group.h"

#include "vouch-accessible-name.h"

struct _VouchSignatureGroup
{
  AdwBin parent_instance;
  GtkEditable *badge;
  GtkEditable *pin;
  GtkLabel *message;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchSignatureGroup, vouch_signature_group, ADW_TYPE_BIN)

static void
changed_cb (VouchSignatureGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vouch_signature_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SIGNATURE_GROUP);
  G_OBJECT_CLASS (vouch_signature_group_parent_class)->dispose (object);
}

static void
vouch_signature_group_class_init (VouchSignatureGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_signature_group_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_SIGNATURE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-signature-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchSignatureGroup, badge);
  gtk_widget_class_bind_template_child (widget_class, VouchSignatureGroup, pin);
  gtk_widget_class_bind_template_child (widget_class, VouchSignatureGroup, message);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
vouch_signature_group_init (VouchSignatureGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}

/**
 * vouch_signature_group_is_complete:
 * @self: a group
 *
 * Returns: whether a badge and a PIN are there; whether they are right is seen when the decision is signed
 */
gboolean
vouch_signature_group_is_complete (VouchSignatureGroup *self)
{
  g_return_val_if_fail (VOUCH_IS_SIGNATURE_GROUP (self), FALSE);

  return *gtk_editable_get_text (self->badge) != '\0' && *gtk_editable_get_text (self->pin) != '\0';
}

/**
 * vouch_signature_group_dup_badge:
 * @self: a group
 *
 * Returns: (transfer full): the badge
 */
char *
vouch_signature_group_dup_badge (VouchSignatureGroup *self)
{
  g_return_val_if_fail (VOUCH_IS_SIGNATURE_GROUP (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->badge)));
}

/**
 * vouch_signature_group_dup_pin:
 * @self: a group
 *
 * Returns: (transfer full): the PIN
 */
char *
vouch_signature_group_dup_pin (VouchSignatureGroup *self)
{
  g_return_val_if_fail (VOUCH_IS_SIGNATURE_GROUP (self), NULL);

  return g_strdup (gtk_editable_get_text (self->pin));
}

/**
 * vouch_signature_group_forget_pin:
 * @self: a group
 */
void
vouch_signature_group_forget_pin (VouchSignatureGroup *self)
{
  g_return_if_fail (VOUCH_IS_SIGNATURE_GROUP (self));

  gtk_editable_set_text (self->pin, "");
}

/**
 * vouch_signature_group_take_scan:
 * @self: a group
 * @text: a code: the signer's badge
 */
void
vouch_signature_group_take_scan (VouchSignatureGroup *self, const char *text)
{
  g_return_if_fail (VOUCH_IS_SIGNATURE_GROUP (self));

  gtk_editable_set_text (self->badge, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->pin));
}

/**
 * vouch_signature_group_refuse:
 * @self: a group
 * @message: why what was signed was refused
 *
 * Shows the message until badge or PIN is given anew; "changed" is emitted, so that it can be signed again.
 */
void
vouch_signature_group_refuse (VouchSignatureGroup *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_SIGNATURE_GROUP (self));

  changed_cb (self);
  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}
