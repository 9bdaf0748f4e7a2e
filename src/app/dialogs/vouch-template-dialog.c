#include "vouch-template-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-discard-question.h"
#include "vouch-label-json.h"
#include "vouch-label-picture.h"
#include "vouch-photo-chooser.h"
#include "vouch-split.h"
#include "vouch-template-members.h"
#include "vouch-template-objects.h"
#include "vouch-template-preview.h"
#include "vouch-template-work.h"
#include "vouch-words.h"
#include "vouch-wrap-layout.h"

struct _VouchTemplateDialog
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkLabel *message;
  VouchTemplateObjects *objects;
  VouchTemplateMembers *members;
  VouchTemplatePreview *preview;
  VouchLabelDraft *draft;
  VouchDesk *desk; /* nullable: until it is closed */
  GCancellable *cancellable;
  gint64 seen; /* the version that is changed; -1 for none */
  gboolean is_saving;
  gboolean may_close; /* although what was changed is not saved */
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchTemplateDialog, vouch_template_dialog, ADW_TYPE_WINDOW)

static void
say (VouchTemplateDialog *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static gboolean
is_new (VouchTemplateDialog *self)
{
  return self->seen < 0;
}

static void
show_title (VouchTemplateDialog *self)
{
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self->draft);
  const char *words = vouch_words_choose (template->title_en, template->title);
  const char *title = words != NULL && *words != '\0' ? words : template->name;
  g_autofree char *version = g_strdup_printf (_ ("version %d"), (int)self->seen);
  g_autofree char *subtitle =
      is_new (self) ? g_strdup (_ ("new")) : g_strdup_printf ("%s · %s", template->name, version);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The chosen object says itself what is wrong with it; what is wrong elsewhere is said here. */
static const char *
get_message (VouchTemplateDialog *self, const GError *error)
{
  g_autofree char *fault = vouch_label_draft_dup_fault (self->draft, vouch_label_draft_get_chosen (self->draft), NULL);

  return error == NULL || fault != NULL ? NULL : error->message;
}

static void
refresh (VouchTemplateDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GError) error = NULL;
  gboolean is_right = vouch_label_draft_check (self->draft, &error);
  gboolean has_name = *vouch_label_draft_get_template (self->draft)->name != '\0';

  show_title (self);
  say (self, get_message (self, error));
  gtk_widget_action_set_enabled (widget, "template.undo", vouch_label_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (widget, "template.redo", vouch_label_draft_can_redo (self->draft));
  gtk_widget_action_set_enabled (widget, "template.save",
                                 is_right && has_name && !self->is_saving &&
                                     (is_new (self) || vouch_label_draft_is_changed (self->draft)));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  self->is_saving = FALSE;
  refresh (self);
  if (done == NULL)
    {
      say (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, done->number);
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateDialog *self = VOUCH_TEMPLATE_DIALOG (widget);
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self->draft);
  VouchTemplateRequest *request;

  if (self->desk == NULL)
    return;
  request = vouch_template_request_new ();
  request->name = g_strstrip (g_strdup (template->name));
  request->content = vouch_label_json_write (template);
  request->seen = self->seen;
  self->is_saving = TRUE;
  refresh (self);
  vouch_desk_run_async (self->desk, &vouch_template_save, request, saved_cb, g_object_ref (self));
}

static void
undo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_label_draft_undo (VOUCH_TEMPLATE_DIALOG (widget)->draft);
}

static void
redo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_label_draft_redo (VOUCH_TEMPLATE_DIALOG (widget)->draft);
}

static void
picture_chosen_cb (const char *path, gpointer data)
{
  vouch_template_dialog_add_picture (data, path);
}

static void
picture_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_photo_chooser_open (widget, picture_chosen_cb, widget);
}

static void
discard (GtkWindow *window)
{
  VOUCH_TEMPLATE_DIALOG (window)->may_close = TRUE;
  gtk_window_close (window);
}

static gboolean
close_request_cb (VouchTemplateDialog *self)
{
  if (self->may_close || !vouch_label_draft_is_changed (self->draft))
    return GDK_EVENT_PROPAGATE;
  vouch_discard_question_ask (GTK_WINDOW (self), _ ("The label is not saved yet."), discard);
  return GDK_EVENT_STOP;
}

static void
vouch_template_dialog_dispose (GObject *object)
{
  VouchTemplateDialog *self = VOUCH_TEMPLATE_DIALOG (object);

  /* A trial that is under way keeps the preview, which must not ask for the next one. */
  if (self->preview != NULL)
    vouch_template_preview_stop (self->preview);
  g_clear_object (&self->desk);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_TEMPLATE_DIALOG);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (vouch_template_dialog_parent_class)->dispose (object);
}

static void
vouch_template_dialog_class_init (VouchTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_template_dialog_dispose;
  signals[SAVED] = g_signal_new ("saved", VOUCH_TYPE_TEMPLATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "template.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "template.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "template.save", NULL);
  gtk_widget_class_install_action (widget_class, "template.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "template.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "template.picture", NULL, picture_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateDialog, title);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateDialog, message);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateDialog, objects);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateDialog, members);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
}

static void
vouch_template_dialog_init (VouchTemplateDialog *self)
{
  self->cancellable = g_cancellable_new ();
  g_type_ensure (VOUCH_TYPE_SPLIT);
  g_type_ensure (VOUCH_TYPE_TEMPLATE_OBJECTS);
  g_type_ensure (VOUCH_TYPE_TEMPLATE_MEMBERS);
  g_type_ensure (VOUCH_TYPE_TEMPLATE_PREVIEW);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}

/**
 * vouch_template_dialog_new:
 * @parent: the window that the dialog stands before
 * @desk: where it tries and saves
 * @template: what is changed, or what a new one begins as
 * @is_new: whether it gets a name of its own
 *
 * Returns: (transfer full): the dialog, to be presented
 */
VouchTemplateDialog *
vouch_template_dialog_new (GtkWindow *parent, VouchDesk *desk, const VouchLabelTemplate *template, gboolean is_new)
{
  VouchTemplateDialog *self;
  int width = 0, height = 0;

  g_return_val_if_fail (VOUCH_IS_DESK (desk), NULL);

  self = g_object_new (VOUCH_TYPE_TEMPLATE_DIALOG, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  self->draft = vouch_label_draft_new (template);
  self->seen = is_new ? -1 : template->version;
  if (parent != NULL)
    {
      width = gtk_widget_get_width (GTK_WIDGET (parent));
      height = gtk_widget_get_height (GTK_WIDGET (parent));
    }
  /* A label with all that is on it takes the room that there is. */
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  vouch_template_objects_show (self->objects, self->draft);
  vouch_template_members_show (self->members, self->draft, is_new);
  vouch_template_preview_show (self->preview, self->draft, desk);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * vouch_template_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): what is changed in it
 */
VouchLabelDraft *
vouch_template_dialog_get_draft (VouchTemplateDialog *self)
{
  g_return_val_if_fail (VOUCH_IS_TEMPLATE_DIALOG (self), NULL);

  return self->draft;
}

/* What is read on the reading thread. */
typedef struct
{
  VouchDecoder *decoder;
  char *path;
} PictureQuery;

static void
free_picture_query (gpointer data)
{
  PictureQuery *query = data;

  g_free (query->path);
  g_free (query);
}

static gpointer
read_picture (VouchConn *conn, gpointer data, GError **error)
{
  const PictureQuery *query = data;

  return vouch_label_picture_read (query->decoder, query->path, error);
}

static void
picture_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelPicture) picture = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (picture != NULL)
    vouch_label_draft_add_image (self->draft, picture->dots, picture->columns, picture->rows);
  else
    say (self, error->message);
}

/**
 * vouch_template_dialog_add_picture:
 * @self: a dialog
 * @path: a PNG or JPEG file
 *
 * Puts the picture on the label, in black and white.
 */
void
vouch_template_dialog_add_picture (VouchTemplateDialog *self, const char *path)
{
  PictureQuery *query;

  g_return_if_fail (VOUCH_IS_TEMPLATE_DIALOG (self));

  if (self->desk == NULL)
    return;
  query = g_new (PictureQuery, 1);
  *query = (PictureQuery){ vouch_station_get_decoder (vouch_desk_get_station (self->desk)), g_strdup (path) };
  vouch_desk_read_async (self->desk, read_picture, query, free_picture_query, (GDestroyNotify)vouch_label_picture_free,
                         self->cancellable, picture_read_cb, g_object_ref (self));
}
