#include "vouch-record-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-errand.h"
#include "vouch-file-chooser.h"
#include "vouch-publish-work.h"
#include "vouch-shape.h"
#include "vouch-signed-record.h"

struct _VouchRecordDialog
{
  AdwWindow parent_instance;
  AdwActionRow *record;
  AdwActionRow *trust;
  GtkWidget *outcome;
  VouchShape *shape;
  GtkLabel *verdict;
  GtkLabel *message;
  VouchDesk *desk; /* nullable */
  char *record_path;
  char *trust_path; /* nullable: of another station */
  GTask *under_way; /* lent: the check that counts, the last one that was begun */
};

typedef struct
{
  VouchStation *station;
  char *record_path;
  char *trust_path; /* nullable */
} Errand;

G_DEFINE_FINAL_TYPE (VouchRecordDialog, vouch_record_dialog, ADW_TYPE_WINDOW)

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  g_free (errand->record_path);
  g_free (errand->trust_path);
  g_free (errand);
}

static gboolean
take_authority (const Errand *errand, VouchRecordAuthority *authority, GError **error)
{
  gsize length = 0;
  g_autofree char *line = errand->trust_path != NULL
                              ? vouch_signed_record_load_file (errand->trust_path, &length, error)
                              : vouch_publish_dup_trust (errand->station);

  if (line == NULL)
    return FALSE;
  return vouch_record_authority_take_trust (authority, line, errand->trust_path != NULL ? (gssize)length : -1, error);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Errand *errand = data;
  g_auto (VouchRecordAuthority) authority = { .trust = NULL };
  g_autoptr (VouchSignedRecord) checked = NULL;
  g_autofree char *line = NULL;
  GError *error = NULL;
  gsize length;

  if (take_authority (errand, &authority, &error))
    line = vouch_signed_record_load_file (errand->record_path, &length, &error);
  if (line != NULL)
    checked = vouch_signed_record_verify (&authority, line, length, &error);
  if (checked != NULL)
    g_task_return_pointer (task, vouch_signed_record_dup_sentence (checked), g_free);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchRecordDialog *self = VOUCH_RECORD_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->desk == NULL || self->under_way != G_TASK (result))
    return;
  self->under_way = NULL;
  vouch_shape_set_mark (self->shape, sentence != NULL ? VOUCH_MARK_PASS : VOUCH_MARK_FAIL);
  gtk_label_set_label (self->verdict, sentence != NULL ? _ ("Signed as it stands") : _ ("Not verified"));
  gtk_label_set_label (self->message, sentence != NULL ? sentence : error->message);
  gtk_widget_set_visible (self->outcome, TRUE);
}

static void
check (VouchRecordDialog *self)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  gtk_widget_set_visible (self->outcome, FALSE);
  if (self->desk == NULL || self->record_path == NULL)
    return;
  errand = g_new0 (Errand, 1);
  *errand = (Errand){ vouch_desk_get_station (self->desk), g_strdup (self->record_path), g_strdup (self->trust_path) };
  task = g_task_new (self, NULL, checked_cb, NULL);
  g_task_set_task_data (task, errand, free_errand);
  self->under_way = task;
  vouch_errand_run (GTK_WINDOW (self), task, run);
}

static void
record_chosen_cb (const char *path, gpointer data)
{
  vouch_record_dialog_take_record (VOUCH_RECORD_DIALOG (data), path);
}

static void
trust_chosen_cb (const char *path, gpointer data)
{
  vouch_record_dialog_take_trust (VOUCH_RECORD_DIALOG (data), path);
}

static void
choose_record_cb (VouchRecordDialog *self)
{
  vouch_file_chooser_open (GTK_WIDGET (self), &(VouchFileChoice){ _ ("Record"), NULL, FALSE }, record_chosen_cb, self);
}

static void
choose_trust_cb (VouchRecordDialog *self)
{
  vouch_file_chooser_open (GTK_WIDGET (self), &(VouchFileChoice){ _ ("Trust File"), NULL, FALSE }, trust_chosen_cb,
                           self);
}

static void
vouch_record_dialog_dispose (GObject *object)
{
  VouchRecordDialog *self = VOUCH_RECORD_DIALOG (object);

  self->desk = NULL;
  g_clear_pointer (&self->record_path, g_free);
  g_clear_pointer (&self->trust_path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_RECORD_DIALOG);
  G_OBJECT_CLASS (vouch_record_dialog_parent_class)->dispose (object);
}

static void
vouch_record_dialog_class_init (VouchRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_record_dialog_dispose;
  g_type_ensure (VOUCH_TYPE_SHAPE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchRecordDialog, record);
  gtk_widget_class_bind_template_child (widget_class, VouchRecordDialog, trust);
  gtk_widget_class_bind_template_child (widget_class, VouchRecordDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, VouchRecordDialog, shape);
  gtk_widget_class_bind_template_child (widget_class, VouchRecordDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, VouchRecordDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, choose_record_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_trust_cb);
}

static void
vouch_record_dialog_init (VouchRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}

/**
 * vouch_record_dialog_new:
 * @parent: (nullable): the window it stands over
 * @desk: of the station whose records are looked for; outlives the dialog
 *
 * Returns: (transfer full): the dialog, to be presented
 */
VouchRecordDialog *
vouch_record_dialog_new (GtkWindow *parent, VouchDesk *desk)
{
  VouchRecordDialog *self = g_object_new (VOUCH_TYPE_RECORD_DIALOG, "transient-for", parent, NULL);

  self->desk = desk;
  return self;
}

static void
take (VouchRecordDialog *self, AdwActionRow *row, char **place, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_free (*place);
  *place = g_strdup (path);
  adw_action_row_set_subtitle (row, name);
  check (self);
}

/**
 * vouch_record_dialog_take_record:
 * @self: a dialog
 * @path: the record's file
 */
void
vouch_record_dialog_take_record (VouchRecordDialog *self, const char *path)
{
  g_return_if_fail (VOUCH_IS_RECORD_DIALOG (self));

  take (self, self->record, &self->record_path, path);
}

/**
 * vouch_record_dialog_take_trust:
 * @self: a dialog
 * @path: another station's trust file
 */
void
vouch_record_dialog_take_trust (VouchRecordDialog *self, const char *path)
{
  g_return_if_fail (VOUCH_IS_RECORD_DIALOG (self));

  take (self, self->trust, &self->trust_path, path);
}
