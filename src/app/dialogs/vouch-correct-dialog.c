#include "vouch-correct-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-correct-work.h"
#include "vouch-lot-dialog.h"
#include "vouch-quantity.h"

struct _VouchCorrectDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *lot;
  GtkEditable *quantity;
  GtkEditable *supplier_lot;
  GtkEditable *produced;
  GtkEditable *expiry;
  GtkEditable *reason;
  GtkLabel *message;
  GtkWidget *correct;
  VouchDesk *desk; /* nullable */
  gint64 lot_id;
  gint64 seen; /* the last act on the lot that is shown here */
  char *unit;
};

enum
{
  CORRECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchCorrectDialog, vouch_correct_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (VouchCorrectDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_widget_set_sensitive (self->correct, self->desk != NULL && *gtk_editable_get_text (self->reason) != '\0');
}

static void
refuse (VouchCorrectDialog *self, const char *message)
{
  changed_cb (self);
  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static char *
dup_sentence (const VouchCorrected *corrected)
{
  if (corrected->state == VOUCH_CORRECTION_STATE_ASKED)
    return g_strdup_printf (_ ("The correction of lot %s waits for the QA lead"), corrected->lot);
  if (corrected->gate == NULL)
    return g_strdup_printf (_ ("Lot %s is corrected"), corrected->lot);
  return g_strdup_printf (_ ("Lot %s is corrected. %s"), corrected->lot, corrected->gate);
}

static void
corrected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchCorrectDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCorrected) corrected = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->desk == NULL)
    return;
  if (corrected == NULL)
    {
      refuse (self, error->message);
      return;
    }
  sentence = dup_sentence (corrected);
  g_signal_emit (self, signals[CORRECTED], 0, sentence);
  gtk_window_close (GTK_WINDOW (self));
}

/* An entry that is empty corrects nothing. */
static gboolean
read_date (GtkEditable *entry, VouchDate *date, GError **error)
{
  const char *text = gtk_editable_get_text (entry);

  return *text == '\0' || vouch_date_parse (text, date, error);
}

static void
correct_cb (VouchCorrectDialog *self)
{
  g_autoptr (VouchCorrectRequest) request = vouch_correct_request_new ();
  g_autoptr (GError) error = NULL;
  const char *supplier_lot = gtk_editable_get_text (self->supplier_lot);

  request->lot_id = self->lot_id;
  request->seen = self->seen;
  request->has_quantity = TRUE;
  request->unit = g_strdup (self->unit);
  request->supplier_lot = *supplier_lot != '\0' ? g_strdup (supplier_lot) : NULL;
  request->reason = g_strdup (gtk_editable_get_text (self->reason));
  if (!vouch_quantity_parse (gtk_editable_get_text (self->quantity), &request->quantity, &error) ||
      !read_date (self->produced, &request->produced, &error) || !read_date (self->expiry, &request->expiry, &error))
    {
      refuse (self, error->message);
      return;
    }
  gtk_widget_set_sensitive (self->correct, FALSE);
  vouch_desk_run_async (self->desk, &vouch_receive_correct, g_steal_pointer (&request), corrected_cb,
                        g_object_ref (self));
}

static void
look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchCorrectDialog *self = VOUCH_CORRECT_DIALOG (widget);

  if (self->desk != NULL)
    gtk_window_present (GTK_WINDOW (vouch_lot_dialog_new (GTK_WINDOW (self), self->desk, self->lot_id)));
}

static void
vouch_correct_dialog_dispose (GObject *object)
{
  VouchCorrectDialog *self = VOUCH_CORRECT_DIALOG (object);

  self->desk = NULL;
  g_clear_pointer (&self->unit, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CORRECT_DIALOG);
  G_OBJECT_CLASS (vouch_correct_dialog_parent_class)->dispose (object);
}

static void
vouch_correct_dialog_class_init (VouchCorrectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_correct_dialog_dispose;
  signals[CORRECTED] = g_signal_new ("corrected", VOUCH_TYPE_CORRECT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "correct.look", NULL, look_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-correct-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchCorrectDialog, lot);
  gtk_widget_class_bind_template_child (widget_class, VouchCorrectDialog, quantity);
  gtk_widget_class_bind_template_child (widget_class, VouchCorrectDialog, supplier_lot);
  gtk_widget_class_bind_template_child (widget_class, VouchCorrectDialog, produced);
  gtk_widget_class_bind_template_child (widget_class, VouchCorrectDialog, expiry);
  gtk_widget_class_bind_template_child (widget_class, VouchCorrectDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchCorrectDialog, message);
  gtk_widget_class_bind_template_child (widget_class, VouchCorrectDialog, correct);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_cb);
}

static void
vouch_correct_dialog_init (VouchCorrectDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}

static void
show_date (GtkEditable *entry, VouchDate date)
{
  g_autofree char *text = date != VOUCH_DATE_NONE ? vouch_date_to_string (date) : NULL;

  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/**
 * vouch_correct_dialog_new:
 * @parent: (nullable): the window it stands over
 * @desk: where the correction is made; outlives the dialog
 * @file: the lot's file as it stands
 *
 * Returns: (transfer full): a dialog that shows what is recorded
 */
VouchCorrectDialog *
vouch_correct_dialog_new (GtkWindow *parent, VouchDesk *desk, const VouchLotFile *file)
{
  VouchCorrectDialog *self = g_object_new (VOUCH_TYPE_CORRECT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *quantity = vouch_quantity_to_string (file->lot->received);

  self->desk = desk;
  self->lot_id = file->lot->id;
  self->seen = file->seen;
  self->unit = g_strdup (file->lot->unit);
  adw_preferences_group_set_title (self->lot, file->lot->number);
  gtk_editable_set_text (self->quantity, quantity);
  gtk_editable_set_text (self->supplier_lot, file->lot->supplier_lot != NULL ? file->lot->supplier_lot : "");
  show_date (self->produced, file->lot->produced);
  show_date (self->expiry, file->lot->expiry);
  changed_cb (self);
  return self;
}
