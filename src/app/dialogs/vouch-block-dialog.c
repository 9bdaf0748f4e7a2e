#include "vouch-block-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-note-limit.h"
#include "vouch-words.h"

struct _VouchBlockDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *lot;
  AdwComboRow *recall_class;
  GtkEditable *reason;
  GtkWidget *notices;
  GtkEditable *notice_en;
  GtkEditable *notice_zh;
  GtkLabel *effects;
  VouchSignatureGroup *signature;
  GtkWidget *sign;
  gint64 lot_id;
};

static void signing_init (VouchSigningInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchBlockDialog, vouch_block_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_SIGNING, signing_init))

static void
changed_cb (VouchBlockDialog *self)
{
  gtk_widget_set_sensitive (self->sign, *gtk_editable_get_text (self->reason) != '\0' &&
                                            vouch_signature_group_is_complete (self->signature));
}

static void
sign_cb (VouchBlockDialog *self)
{
  gtk_widget_set_sensitive (self->sign, FALSE);
  g_signal_emit_by_name (self, "signed");
}

static VouchSignatureGroup *
get_signature (VouchSigning *signing)
{
  return VOUCH_BLOCK_DIALOG (signing)->signature;
}

static void
signing_init (VouchSigningInterface *iface)
{
  iface->get_signature = get_signature;
}

static void
vouch_block_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_BLOCK_DIALOG);
  G_OBJECT_CLASS (vouch_block_dialog_parent_class)->dispose (object);
}

static void
vouch_block_dialog_class_init (VouchBlockDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_block_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-block-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, lot);
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, recall_class);
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, notices);
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, notice_en);
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, notice_zh);
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, effects);
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, signature);
  gtk_widget_class_bind_template_child (widget_class, VouchBlockDialog, sign);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
vouch_block_dialog_init (VouchBlockDialog *self)
{
  g_type_ensure (VOUCH_TYPE_SIGNATURE_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  vouch_note_limit_attach (ADW_ENTRY_ROW (self->reason));
  vouch_note_limit_attach (ADW_ENTRY_ROW (self->notice_zh));
  vouch_note_limit_attach (ADW_ENTRY_ROW (self->notice_en));
}

static void
show_effects (VouchBlockDialog *self, const VouchLotFile *file, gboolean is_recall)
{
  g_autofree char *amount = vouch_words_dup_quantity (file->lot->accepted + file->lot->held, file->lot->unit);
  g_autofree char *text = is_recall
                              ? g_strdup_printf (_ ("• %s are blocked in quarantine; return or scrap what comes back\n"
                                                    "• Customers see at once that the lot is recalled, and what to do\n"
                                                    "• No decision releases the lot again"),
                                                 amount)
                              : g_strdup_printf (_ ("• %s are blocked in quarantine until another decision\n"
                                                    "• Customers see at once that the lot is not released for sale"),
                                                 amount);

  gtk_label_set_label (self->effects, text);
}

/**
 * vouch_block_dialog_new:
 * @parent: the window that the dialog stands before
 * @file: the lot; only looked at here
 * @is_recall: whether the lot is recalled, or else put on hold
 *
 * Returns: (transfer full): the dialog, to be presented
 */
VouchBlockDialog *
vouch_block_dialog_new (GtkWindow *parent, const VouchLotFile *file, gboolean is_recall)
{
  VouchBlockDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_object_new (VOUCH_TYPE_BLOCK_DIALOG, "transient-for", parent, NULL);
  self->lot_id = file->lot->id;
  gtk_window_set_title (GTK_WINDOW (self), is_recall ? _ ("Recall the Lot") : _ ("Put the Lot on Hold"));
  title = g_markup_printf_escaped ("%s · %s", file->lot->number,
                                   vouch_words_choose (file->product->name_en, file->product->name_zh));
  adw_preferences_group_set_title (self->lot, title);
  gtk_widget_set_visible (GTK_WIDGET (self->recall_class), is_recall);
  gtk_widget_set_visible (self->notices, is_recall);
  show_effects (self, file, is_recall);
  return self;
}

/* An empty field is none. */
static char *
dup_text (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * vouch_block_dialog_dup_withhold:
 * @self: a dialog
 *
 * Returns: (transfer full): what was signed, as a hold
 */
VouchWithholdRequest *
vouch_block_dialog_dup_withhold (VouchBlockDialog *self)
{
  VouchWithholdRequest *request;

  g_return_val_if_fail (VOUCH_IS_BLOCK_DIALOG (self), NULL);

  request = vouch_withhold_request_new ();
  request->lot_id = self->lot_id;
  request->reason = dup_text (self->reason);
  request->badge = vouch_signature_group_dup_badge (self->signature);
  request->pin = vouch_signature_group_dup_pin (self->signature);
  return request;
}

/**
 * vouch_block_dialog_dup_recall:
 * @self: a dialog
 *
 * Returns: (transfer full): what was signed, as a recall
 */
VouchRecallRequest *
vouch_block_dialog_dup_recall (VouchBlockDialog *self)
{
  VouchRecallRequest *request;

  g_return_val_if_fail (VOUCH_IS_BLOCK_DIALOG (self), NULL);

  request = vouch_recall_request_new ();
  request->lot_id = self->lot_id;
  request->class = (VouchRecallClass)adw_combo_row_get_selected (self->recall_class);
  request->reason = dup_text (self->reason);
  request->notice_en = dup_text (self->notice_en);
  request->notice_zh = dup_text (self->notice_zh);
  request->badge = vouch_signature_group_dup_badge (self->signature);
  request->pin = vouch_signature_group_dup_pin (self->signature);
  return request;
}
