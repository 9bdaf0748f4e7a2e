#include "vouch-certificate-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-certificate-words.h"
#include "vouch-certificate-work.h"
#include "vouch-errand.h"
#include "vouch-error.h"
#include "vouch-file-chooser.h"

struct _VouchCertificateDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *lot;
  AdwActionRow *file;
  GtkWidget *choose;
  AdwComboRow *kind;
  GtkEditable *number;
  GtkEditable *issuer;
  GtkEditable *issued;
  GtkLabel *message;
  GtkWidget *add;
  VouchDesk *desk; /* nullable */
  gint64 lot_id;
  char *path; /* nullable: of the chosen file */
};

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchCertificateDialog, vouch_certificate_dialog, ADW_TYPE_WINDOW)

static void
changed_cb (VouchCertificateDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_widget_set_sensitive (self->add, self->desk != NULL && self->path != NULL &&
                                           *gtk_editable_get_text (self->number) != '\0' &&
                                           *gtk_editable_get_text (self->issuer) != '\0');
}

/* The field that is wrong is where to go on. */
static GtkWidget *
find_field (VouchCertificateDialog *self, const char *name)
{
  const struct
  {
    const char *name;
    gpointer widget;
  } fields[] = { { "file", self->choose },
                 { "sha256", self->choose },
                 { "number", self->number },
                 { "issuer", self->issuer },
                 { "issued", self->issued } };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (name, fields[i].name) == 0)
      return fields[i].widget;
  return NULL;
}

static void
refuse (VouchCertificateDialog *self, const GError *error)
{
  GtkWidget *field = find_field (self, vouch_error_get_field (error));

  changed_cb (self);
  gtk_label_set_label (self->message, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
  if (field != NULL)
    gtk_widget_grab_focus (field);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchCertificateDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);
  g_autofree char *sentence = NULL;

  if (self->desk == NULL)
    return;
  if (done == NULL)
    {
      refuse (self, error);
      return;
    }
  sentence = g_strdup_printf (_ ("Noted: %s"), gtk_editable_get_text (self->number));
  g_signal_emit (self, signals[ADDED], 0, sentence);
  gtk_window_close (GTK_WINDOW (self));
}

/* A paper that was read on its way to the desk. */
typedef struct
{
  VouchCertificateRequest *request;
  char *path;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  vouch_certificate_request_free (paper->request);
  g_free (paper->path);
  g_free (paper);
}

/* A scanned paper may be large, and the drive a slow one. */
static void
read_paper (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Paper *paper = data;
  GError *error = NULL;

  if (vouch_certificate_fill_from_file (paper->request, paper->path, &error))
    g_task_return_pointer (task, g_steal_pointer (&paper->request), (GDestroyNotify)vouch_certificate_request_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchCertificateDialog *self = VOUCH_CERTIFICATE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCertificateRequest) request = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->desk == NULL)
    return;
  if (request == NULL)
    refuse (self, error);
  else
    vouch_desk_run_async (self->desk, &vouch_certificate_add, g_steal_pointer (&request), added_cb,
                          g_object_ref (self));
}

static gboolean
read_date (VouchCertificateDialog *self, VouchDate *date, GError **error)
{
  const char *text = gtk_editable_get_text (self->issued);
  g_autoptr (GError) local = NULL;

  if (*text == '\0' || vouch_date_parse (text, date, &local))
    return TRUE;
  vouch_set_field_error (error, "issued", VOUCH_ERROR_INVALID, "%s", local->message);
  return FALSE;
}

static void
add_cb (VouchCertificateDialog *self)
{
  g_autoptr (VouchCertificateRequest) request = vouch_certificate_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  Paper *paper;

  request->lot_id = self->lot_id;
  request->kind = (VouchCertificateKind)adw_combo_row_get_selected (self->kind);
  request->number = g_strstrip (g_strdup (gtk_editable_get_text (self->number)));
  request->issuer = g_strstrip (g_strdup (gtk_editable_get_text (self->issuer)));
  if (!read_date (self, &request->issued, &error))
    {
      refuse (self, error);
      return;
    }
  gtk_widget_set_sensitive (self->add, FALSE);
  paper = g_new0 (Paper, 1);
  paper->request = g_steal_pointer (&request);
  paper->path = g_strdup (self->path);
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, paper, paper_free);
  vouch_errand_run (GTK_WINDOW (self), task, read_paper);
}

static void
chosen_cb (const char *path, gpointer data)
{
  vouch_certificate_dialog_take_file (VOUCH_CERTIFICATE_DIALOG (data), path);
}

static void
choose_cb (VouchCertificateDialog *self)
{
  vouch_file_chooser_open (GTK_WIDGET (self), &(VouchFileChoice){ _ ("Certificate"), NULL, FALSE }, chosen_cb, self);
}

static void
vouch_certificate_dialog_dispose (GObject *object)
{
  VouchCertificateDialog *self = VOUCH_CERTIFICATE_DIALOG (object);

  self->desk = NULL;
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CERTIFICATE_DIALOG);
  G_OBJECT_CLASS (vouch_certificate_dialog_parent_class)->dispose (object);
}

static void
vouch_certificate_dialog_class_init (VouchCertificateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_certificate_dialog_dispose;
  signals[ADDED] = g_signal_new ("added", VOUCH_TYPE_CERTIFICATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-certificate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, lot);
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, file);
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, number);
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, issuer);
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, issued);
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, message);
  gtk_widget_class_bind_template_child (widget_class, VouchCertificateDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
vouch_certificate_dialog_init (VouchCertificateDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (VouchCertificateKind kind = 0; kind <= VOUCH_CERTIFICATE_KIND_OTHER; kind++)
    gtk_string_list_append (kinds, vouch_words_of_certificate (kind));
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}

/**
 * vouch_certificate_dialog_new:
 * @parent: (nullable): the window it stands over
 * @desk: where the paper is noted; outlives the dialog
 * @lot: which lot it came with; only looked at here
 *
 * Returns: (transfer full): the dialog, to be presented
 */
VouchCertificateDialog *
vouch_certificate_dialog_new (GtkWindow *parent, VouchDesk *desk, const VouchLot *lot)
{
  VouchCertificateDialog *self = g_object_new (VOUCH_TYPE_CERTIFICATE_DIALOG, "transient-for", parent, NULL);

  self->desk = desk;
  self->lot_id = lot->id;
  adw_preferences_group_set_title (self->lot, lot->number);
  changed_cb (self);
  return self;
}

/**
 * vouch_certificate_dialog_take_file:
 * @self: a dialog
 * @path: the paper's file, as a scan or a picture of it
 */
void
vouch_certificate_dialog_take_file (VouchCertificateDialog *self, const char *path)
{
  g_autofree char *name = NULL;

  g_return_if_fail (VOUCH_IS_CERTIFICATE_DIALOG (self));
  g_return_if_fail (path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  name = g_filename_display_basename (path);
  adw_action_row_set_subtitle (self->file, name);
  changed_cb (self);
}
