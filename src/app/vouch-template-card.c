#include "vouch-template-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-accessible-name.h"
#include "vouch-label-example.h"
#include "vouch-label-json.h"
#include "vouch-label-view.h"
#include "vouch-template-chooser.h"
#include "vouch-template-dialog.h"
#include "vouch-template-shelf.h"
#include "vouch-template-work.h"
#include "vouch-words.h"
#include "vouch-wrap-layout.h"

/* Fine enough for every symbol that a template has. */
#define PREVIEW_DPI 300
/* A new label begins as the stock that most houses have. */
#define NEW_WIDTH_UM 60000
#define NEW_HEIGHT_UM 40000
#define NEW_MARGIN_UM 1000

struct _VouchTemplateCard
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  VouchLabelView *view;
  VouchLabelTemplate *template; /* nullable: none is chosen */
  VouchDesk *desk;              /* lent; nullable */
  GCancellable *cancellable;
};

enum
{
  SAVED,
  REMOVED,
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchTemplateCard, vouch_template_card, ADW_TYPE_BIN)

/* What was read to be shown. */
typedef struct
{
  VouchLabelTemplate *template;
  VouchLabel *label; /* nullable */
  char *fault;       /* nullable: why there is no label */
} Sight;

static void
free_sight (gpointer data)
{
  Sight *sight = data;

  g_clear_pointer (&sight->template, vouch_label_template_free);
  g_clear_pointer (&sight->label, vouch_label_free);
  g_free (sight->fault);
  g_free (sight);
}

static void
tell (VouchTemplateCard *self, const char *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static gpointer
read_sight (VouchConn *conn, gpointer data, GError **error)
{
  VouchLabelTemplate *template = vouch_template_load (conn, data, error);
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (GError) why = NULL;
  Sight *sight;

  if (template == NULL)
    return NULL;
  fields = vouch_label_example_fields (template);
  sight = g_new0 (Sight, 1);
  sight->template = template;
  sight->label = vouch_label_new (template, fields, PREVIEW_DPI, &why);
  sight->fault = why != NULL ? g_strdup (why->message) : NULL;
  return sight;
}

static const char *
get_title (const VouchLabelTemplate *template)
{
  const char *words = vouch_words_choose (template->title_en, template->title);

  return words != NULL && *words != '\0' ? words : template->name;
}

/* A group's title and description are markup. */
static void
show_sight (VouchTemplateCard *self, Sight *sight)
{
  g_autofree char *title = g_markup_escape_text (get_title (sight->template), -1);
  const char *message = sight->fault != NULL
                            ? sight->fault
                            : _ ("As large as it is printed, with examples in place of a lot's own data.");
  g_autofree char *description = g_markup_escape_text (message, -1);

  g_clear_pointer (&self->template, vouch_label_template_free);
  self->template = g_steal_pointer (&sight->template);
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, description);
  vouch_label_view_take_label (self->view, g_steal_pointer (&sight->label), get_title (self->template));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  vouch_template_card_update (self);
  /* It lies above a list that may be longer than the window: what has the focus is scrolled into sight. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
sight_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateCard) self = data;
  g_autoptr (GError) error = NULL;
  Sight *sight = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == (gpointer)source && sight != NULL)
    show_sight (self, sight);
  else if (self->desk == (gpointer)source)
    tell (self, error->message);
  g_clear_pointer (&sight, free_sight);
}

static void
saved_cb (VouchTemplateCard *self, const char *name)
{
  g_signal_emit (self, signals[SAVED], 0, name);
}

static void
edit (VouchTemplateCard *self, const VouchLabelTemplate *template, gboolean is_new)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  VouchTemplateDialog *dialog;

  if (self->desk == NULL)
    return;
  dialog = vouch_template_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->desk, template, is_new);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateCard *self = VOUCH_TEMPLATE_CARD (widget);

  edit (self, self->template, FALSE);
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateCard *self = VOUCH_TEMPLATE_CARD (widget);
  g_autoptr (VouchLabelTemplate) copy = vouch_label_template_copy (self->template);

  /* The name of a copy is asked for. */
  g_free (copy->name);
  copy->name = g_strdup ("");
  edit (self, copy, TRUE);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != (gpointer)source)
    return;
  if (done == NULL)
    {
      tell (self, error->message);
      return;
    }
  g_clear_pointer (&self->template, vouch_label_template_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
remove_answer_cb (AdwMessageDialog *question, const char *response, VouchTemplateCard *self)
{
  VouchTemplateNameRequest *request;

  if (!g_str_equal (response, "remove") || self->desk == NULL || self->template == NULL)
    return;
  request = vouch_template_name_request_new ();
  request->name = g_strdup (self->template->name);
  vouch_desk_run_async (self->desk, &vouch_template_remove, request, removed_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateCard *self = VOUCH_TEMPLATE_CARD (widget);
  g_autofree char *heading = g_strdup_printf (_ ("Remove “%s”?"), self->template->name);
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading,
                                                _ ("Nothing is printed with it any more. What was printed stays."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "back", _ ("Keep"), "remove", _ ("Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "remove", ADW_RESPONSE_DESTRUCTIVE);
  vouch_accessible_name_answers (ADW_MESSAGE_DIALOG (question));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "back");
  g_signal_connect_object (question, "response", G_CALLBACK (remove_answer_cb), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static void
export_cb (GFile *file, gpointer data)
{
  vouch_template_card_export (data, file);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateCard *self = VOUCH_TEMPLATE_CARD (widget);
  g_autofree char *name = g_strconcat (self->template->name, ".json", NULL);

  vouch_template_chooser_save (widget, name, export_cb, self);
}

static void
vouch_template_card_dispose (GObject *object)
{
  VouchTemplateCard *self = VOUCH_TEMPLATE_CARD (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->template, vouch_label_template_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_TEMPLATE_CARD);
  G_OBJECT_CLASS (vouch_template_card_parent_class)->dispose (object);
}

static void
vouch_template_card_class_init (VouchTemplateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_template_card_dispose;
  signals[SAVED] = g_signal_new ("saved", VOUCH_TYPE_TEMPLATE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  signals[REMOVED] =
      g_signal_new ("removed", VOUCH_TYPE_TEMPLATE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", VOUCH_TYPE_TEMPLATE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "templates.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "templates.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "templates.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "templates.remove", NULL, remove_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-template-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateCard, group);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateCard, view);
}

static void
vouch_template_card_init (VouchTemplateCard *self)
{
  self->cancellable = g_cancellable_new ();
  g_type_ensure (VOUCH_TYPE_LABEL_VIEW);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  vouch_template_card_update (self);
}

/**
 * vouch_template_card_set_desk:
 * @self: a card
 * @desk: (nullable): where it reads and saves
 */
void
vouch_template_card_set_desk (VouchTemplateCard *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_CARD (self));

  self->desk = desk;
}

/**
 * vouch_template_card_update:
 * @self: a card
 *
 * What can be done is what whoever is signed in may do.
 */
void
vouch_template_card_update (VouchTemplateCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;
  gboolean may = actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_TEMPLATES);
  gboolean is_own = self->template != NULL && !vouch_template_is_built_in (self->template->name);

  g_return_if_fail (VOUCH_IS_TEMPLATE_CARD (self));

  gtk_widget_action_set_enabled (widget, "templates.edit", may && is_own);
  gtk_widget_action_set_enabled (widget, "templates.copy", may && self->template != NULL);
  gtk_widget_action_set_enabled (widget, "templates.export", self->template != NULL);
  gtk_widget_action_set_enabled (widget, "templates.remove", may && is_own);
}

/**
 * vouch_template_card_show:
 * @self: a card
 * @name: of a template
 *
 * Shows it as it would be printed.
 */
void
vouch_template_card_show (VouchTemplateCard *self, const char *name)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_CARD (self));
  g_return_if_fail (name != NULL);

  if (self->desk != NULL)
    vouch_desk_read_async (self->desk, read_sight, g_strdup (name), g_free, free_sight, self->cancellable,
                           sight_read_cb, g_object_ref (self));
}

/**
 * vouch_template_card_edit_new:
 * @self: a card
 *
 * Begins a template on which nothing is yet.
 */
void
vouch_template_card_edit_new (VouchTemplateCard *self)
{
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_new ("", NEW_WIDTH_UM, NEW_HEIGHT_UM);

  g_return_if_fail (VOUCH_IS_TEMPLATE_CARD (self));

  template->margin_um = NEW_MARGIN_UM;
  vouch_label_template_add_field (template, "lot", TRUE);
  edit (self, template, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateCard) self = data;
  g_autofree char *path = g_file_get_parse_name (G_FILE (source));
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    written = g_strdup_printf (_ ("Written: %s"), path);
  if (self->desk != NULL)
    tell (self, written != NULL ? written : error->message);
}

/**
 * vouch_template_card_export:
 * @self: a card
 * @file: where the template goes
 */
void
vouch_template_card_export (VouchTemplateCard *self, GFile *file)
{
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (VOUCH_IS_TEMPLATE_CARD (self));

  if (self->template == NULL)
    return;
  content = vouch_label_json_write (self->template);
  bytes = g_bytes_new (content, strlen (content));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, self->cancellable,
                                       written_cb, g_object_ref (self));
}
