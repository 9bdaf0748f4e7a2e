#include "vouch-declare-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-ledger-view.h"
#include "vouch-note-limit.h"
#include "vouch-quality-words.h"
#include "vouch-words.h"

struct _VouchDeclareDialog
{
  AdwWindow parent_instance;
  VouchLedgerView *ledger;
  GtkWidget *declaration;
  AdwComboRow *kind;
  GtkEditable *reason;
  GtkLabel *effect;
  VouchSignatureGroup *signature;
  GtkWidget *sign;
  gint64 level_id;
  GArray *kinds; /* VouchQualityEntryKind, as in the combo row */
};

static void signing_init (VouchSigningInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchDeclareDialog, vouch_declare_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_SIGNING, signing_init))

static VouchQualityEntryKind
get_kind (VouchDeclareDialog *self)
{
  return g_array_index (self->kinds, VouchQualityEntryKind, adw_combo_row_get_selected (self->kind));
}

static void
changed_cb (VouchDeclareDialog *self)
{
  gtk_widget_set_sensitive (self->sign, *gtk_editable_get_text (self->reason) != '\0' &&
                                            vouch_signature_group_is_complete (self->signature));
}

static void
kind_cb (VouchDeclareDialog *self)
{
  if (self->kinds != NULL && adw_combo_row_get_selected (self->kind) < self->kinds->len)
    gtk_label_set_label (self->effect, vouch_quality_words_of_effect (get_kind (self)));
}

static void
sign_cb (VouchDeclareDialog *self)
{
  gtk_widget_set_sensitive (self->sign, FALSE);
  g_signal_emit_by_name (self, "signed");
}

static VouchSignatureGroup *
get_signature (VouchSigning *signing)
{
  return VOUCH_DECLARE_DIALOG (signing)->signature;
}

static void
signing_init (VouchSigningInterface *iface)
{
  iface->get_signature = get_signature;
}

static void
vouch_declare_dialog_dispose (GObject *object)
{
  VouchDeclareDialog *self = VOUCH_DECLARE_DIALOG (object);

  g_clear_pointer (&self->kinds, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_DECLARE_DIALOG);
  G_OBJECT_CLASS (vouch_declare_dialog_parent_class)->dispose (object);
}

static void
vouch_declare_dialog_class_init (VouchDeclareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_declare_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-declare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchDeclareDialog, ledger);
  gtk_widget_class_bind_template_child (widget_class, VouchDeclareDialog, declaration);
  gtk_widget_class_bind_template_child (widget_class, VouchDeclareDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, VouchDeclareDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchDeclareDialog, effect);
  gtk_widget_class_bind_template_child (widget_class, VouchDeclareDialog, signature);
  gtk_widget_class_bind_template_child (widget_class, VouchDeclareDialog, sign);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
vouch_declare_dialog_init (VouchDeclareDialog *self)
{
  g_type_ensure (VOUCH_TYPE_LEDGER_VIEW);
  g_type_ensure (VOUCH_TYPE_SIGNATURE_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  vouch_note_limit_attach (ADW_ENTRY_ROW (self->reason));
}

/* What is most likely wanted, where it applies, comes first. */
static const VouchQualityEntryKind order[] = {
  VOUCH_QUALITY_ENTRY_RESUMED,       VOUCH_QUALITY_ENTRY_EVERY_LOT,       VOUCH_QUALITY_ENTRY_IRREGULAR,
  VOUCH_QUALITY_ENTRY_STEADY,        VOUCH_QUALITY_ENTRY_REDUCED_ALLOWED, VOUCH_QUALITY_ENTRY_REDUCED_WITHHELD,
  VOUCH_QUALITY_ENTRY_REDUCED_ENDED,
};

static void
offer_kinds (VouchDeclareDialog *self, guint acts)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->kinds = g_array_new (FALSE, FALSE, sizeof (VouchQualityEntryKind));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    if (acts & (1u << order[i]))
      {
        g_array_append_val (self->kinds, order[i]);
        gtk_string_list_append (names, vouch_quality_words_of_kind (order[i]));
      }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  kind_cb (self);
}

/**
 * vouch_declare_dialog_new:
 * @parent: (nullable): the window that the dialog stands before
 * @strip: the quality level; only looked at here
 * @may_declare: whether the person signed in may sign an act, or else only sees the ledger
 *
 * Returns: (transfer full): the dialog, to be presented
 */
VouchDeclareDialog *
vouch_declare_dialog_new (GtkWindow *parent, const VouchQualityStrip *strip, gboolean may_declare)
{
  VouchDeclareDialog *self;
  g_autofree char *title = NULL;
  gboolean can_declare = may_declare && strip->acts != 0;

  g_return_val_if_fail (strip != NULL, NULL);

  self = g_object_new (VOUCH_TYPE_DECLARE_DIALOG, "transient-for", parent, NULL);
  self->level_id = strip->view->level_id;
  title = g_strdup_printf ("%s · %s", vouch_words_choose (strip->view->product_en, strip->view->product_zh),
                           vouch_words_choose (strip->view->supplier_en, strip->view->supplier_zh));
  gtk_window_set_title (GTK_WINDOW (self), title);
  vouch_ledger_view_show (self->ledger, strip);
  offer_kinds (self, strip->acts);
  gtk_widget_set_visible (self->declaration, can_declare);
  gtk_widget_set_visible (self->sign, can_declare);
  return self;
}

/**
 * vouch_declare_dialog_dup_request:
 * @self: a dialog that was signed
 *
 * Returns: (transfer full): what was declared
 */
VouchDeclareRequest *
vouch_declare_dialog_dup_request (VouchDeclareDialog *self)
{
  VouchDeclareRequest *request;

  g_return_val_if_fail (VOUCH_IS_DECLARE_DIALOG (self), NULL);

  request = vouch_declare_request_new ();
  request->level_id = self->level_id;
  request->kind = get_kind (self);
  request->reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  request->badge = vouch_signature_group_dup_badge (self->signature);
  request->pin = vouch_signature_group_dup_pin (self->signature);
  return request;
}
