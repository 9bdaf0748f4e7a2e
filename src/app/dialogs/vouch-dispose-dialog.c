#include "vouch-dispose-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-disposition.h"
#include "vouch-note-limit.h"
#include "vouch-quantity.h"
#include "vouch-words.h"

struct _VouchDisposeDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *lot;
  AdwComboRow *kind;
  GtkEditable *accepted;
  GtkEditable *rejected;
  GtkEditable *held;
  GtkEditable *used;
  GtkLabel *sum;
  GtkEditable *reason;
  GtkLabel *effects;
  VouchSignatureGroup *signature;
  GtkWidget *sign;
  const VouchLotFile *file; /* lent by the page, which the dialog is modal to */
};

static void signing_init (VouchSigningInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchDisposeDialog, vouch_dispose_dialog, ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_SIGNING, signing_init))

static void
set_quantity (GtkEditable *editable, gint64 quantity)
{
  g_autofree char *text = vouch_quantity_to_string (quantity);

  gtk_editable_set_text (editable, text);
}

/* An empty field is none of it. */
static gboolean
read_quantity (GtkEditable *editable, gint64 *quantity)
{
  const char *text = gtk_editable_get_text (editable);

  *quantity = 0;
  return *text == '\0' || (vouch_quantity_parse (text, quantity, NULL) && *quantity >= 0);
}

static VouchDecisionKind
get_kind (VouchDisposeDialog *self)
{
  gsize n;
  const VouchDecisionKind *kinds = vouch_disposition_get_kinds (self->file, &n);
  guint selected = adw_combo_row_get_selected (self->kind);

  return kinds[MIN (selected, n - 1)];
}

static gboolean
read_request (VouchDisposeDialog *self, VouchDisposeRequest *request)
{
  request->kind = get_kind (self);
  return read_quantity (self->accepted, &request->accepted) && read_quantity (self->rejected, &request->rejected) &&
         read_quantity (self->held, &request->held) && read_quantity (self->used, &request->used);
}

static void
show_sum (VouchDisposeDialog *self, gboolean is_read, gboolean adds_up, gint64 missing)
{
  g_autofree char *amount = vouch_words_dup_quantity (ABS (missing), self->file->lot->unit);
  g_autofree char *text = NULL;

  if (!is_read)
    text = g_strdup (_ ("Quantities are numbers like 12 or 12.5"));
  else if (adds_up)
    text = g_strdup (_ ("The quantities add up"));
  else if (missing > 0)
    text = g_strdup_printf (_ ("%s are still to be assigned"), amount);
  else
    text = g_strdup_printf (_ ("%s too many are assigned"), amount);
  gtk_label_set_label (self->sum, text);
  if (is_read && adds_up)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sum), "attention");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->sum), "attention");
}

static void
changed_cb (VouchDisposeDialog *self)
{
  g_autoptr (VouchDisposeRequest) request = vouch_dispose_request_new ();
  g_autofree char *effects = NULL;
  gboolean is_read, adds_up;
  gint64 missing;

  if (self->file == NULL)
    return;
  is_read = read_request (self, request);
  adds_up = vouch_disposition_adds_up (self->file, request, &missing);
  show_sum (self, is_read, adds_up, missing);
  effects = is_read && adds_up ? vouch_disposition_dup_effects (self->file, request) : g_strdup ("");
  gtk_label_set_label (self->effects, effects);
  gtk_widget_set_sensitive (self->sign, is_read && adds_up && vouch_signature_group_is_complete (self->signature));
}

static void
kind_cb (VouchDisposeDialog *self)
{
  g_autoptr (VouchDisposeRequest) request = vouch_dispose_request_new ();

  if (self->file == NULL)
    return;
  vouch_disposition_suggest (self->file, get_kind (self), request);
  set_quantity (self->accepted, request->accepted);
  set_quantity (self->rejected, request->rejected);
  set_quantity (self->held, request->held);
  set_quantity (self->used, request->used);
  changed_cb (self);
}

static void
sign_cb (VouchDisposeDialog *self)
{
  gtk_widget_set_sensitive (self->sign, FALSE);
  g_signal_emit_by_name (self, "signed");
}

static VouchSignatureGroup *
get_signature (VouchSigning *signing)
{
  return VOUCH_DISPOSE_DIALOG (signing)->signature;
}

static void
signing_init (VouchSigningInterface *iface)
{
  iface->get_signature = get_signature;
}

static void
vouch_dispose_dialog_dispose (GObject *object)
{
  VOUCH_DISPOSE_DIALOG (object)->file = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_DISPOSE_DIALOG);
  G_OBJECT_CLASS (vouch_dispose_dialog_parent_class)->dispose (object);
}

static void
vouch_dispose_dialog_class_init (VouchDisposeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_dispose_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-dispose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, lot);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, accepted);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, rejected);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, held);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, used);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, sum);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, effects);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, signature);
  gtk_widget_class_bind_template_child (widget_class, VouchDisposeDialog, sign);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, sign_cb);
}

static void
vouch_dispose_dialog_init (VouchDisposeDialog *self)
{
  g_type_ensure (VOUCH_TYPE_SIGNATURE_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  vouch_note_limit_attach (ADW_ENTRY_ROW (self->reason));
}

static void
fill_kinds (VouchDisposeDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gsize n;
  const VouchDecisionKind *kinds = vouch_disposition_get_kinds (self->file, &n);

  for (gsize i = 0; i < n; i++)
    gtk_string_list_append (names, vouch_words_of_decision (kinds[i]));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

/**
 * vouch_dispose_dialog_new:
 * @parent: the window that the dialog stands before
 * @file: the lot; it has to outlive the dialog
 *
 * Returns: (transfer full): the dialog, to be presented
 */
VouchDisposeDialog *
vouch_dispose_dialog_new (GtkWindow *parent, const VouchLotFile *file)
{
  VouchDisposeDialog *self;
  g_autofree char *received = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_object_new (VOUCH_TYPE_DISPOSE_DIALOG, "transient-for", parent, NULL);
  self->file = file;
  received = vouch_words_dup_quantity (file->lot->received, file->lot->unit);
  title = g_markup_printf_escaped ("%s · %s", file->lot->number, received);
  adw_preferences_group_set_title (self->lot, title);
  fill_kinds (self);
  kind_cb (self);
  return self;
}

/**
 * vouch_dispose_dialog_dup_request:
 * @self: a dialog
 *
 * Returns: (transfer full): what was signed
 */
VouchDisposeRequest *
vouch_dispose_dialog_dup_request (VouchDisposeDialog *self)
{
  VouchDisposeRequest *request;

  g_return_val_if_fail (VOUCH_IS_DISPOSE_DIALOG (self), NULL);

  request = vouch_dispose_request_new ();
  read_request (self, request);
  request->lot_id = self->file->lot->id;
  request->unit = g_strdup (self->file->lot->unit);
  request->reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  request->badge = vouch_signature_group_dup_badge (self->signature);
  request->pin = vouch_signature_group_dup_pin (self->signature);
  return request;
}
