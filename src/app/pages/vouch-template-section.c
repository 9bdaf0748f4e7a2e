#include "vouch-template-section.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-accessible-name.h"
#include "vouch-column.h"
#include "vouch-label-file.h"
#include "vouch-label-json.h"
#include "vouch-length.h"
#include "vouch-template-card.h"
#include "vouch-template-chooser.h"
#include "vouch-template-shelf.h"
#include "vouch-template-work.h"
#include "vouch-words.h"

#define SUFFIX ".json"
/* As a request says that there must be no such template yet. */
#define SEEN_NONE (-1)

struct _VouchTemplateSection
{
  AdwBin parent_instance;
  GtkLabel *message;
  VouchTemplateCard *card;
  AdwPreferencesGroup *list;
  GPtrArray *rows;    /* GtkWidget, lent */
  GPtrArray *entries; /* nullable: VouchTemplateEntry */
  VouchDesk *desk;    /* lent; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchTemplateSection, vouch_template_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

/* What came of the last thing that somebody did; it stands until the next one. */
static void
say (VouchTemplateSection *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static gboolean
may_manage (VouchTemplateSection *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_TEMPLATES);
}

static void
update_actions (VouchTemplateSection *self)
{
  gboolean may = may_manage (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "templates.import", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "templates.new", may);
  adw_preferences_group_set_description (self->list, may ? NULL : _ ("A QA lead changes them."));
  vouch_template_card_update (self->card);
}

static void
activated_cb (AdwActionRow *row, VouchTemplateSection *self)
{
  say (self, NULL);
  vouch_template_section_choose (self, g_object_get_data (G_OBJECT (row), "name"));
}

static void
add_row (VouchTemplateSection *self, const VouchTemplateEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = vouch_words_choose (entry->title_en, entry->title);
  g_autofree char *built_in =
      entry->is_built_in ? g_strdup (_ ("built in")) : g_strdup_printf (_ ("version %d"), (int)entry->version);
  g_autofree char *width = vouch_length_to_string (entry->width_um);
  g_autofree char *height = vouch_length_to_string (entry->height_um);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s × %s mm · %s", entry->name, width, height, built_in);

  /* What is no markup is said before there is a title. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL && *title != '\0' ? title : entry->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (entry->name), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static gpointer
read_entries (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_template_list (conn, error);
}

static void
entries_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateSection) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != (gpointer)source)
    {
      g_clear_pointer (&entries, g_ptr_array_unref);
      return;
    }
  if (entries == NULL)
    {
      say (self, error->message);
      return;
    }
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < entries->len; i++)
    add_row (self, g_ptr_array_index (entries, i));
}

static void
refresh (VouchPage *page)
{
  VouchTemplateSection *self = VOUCH_TEMPLATE_SECTION (page);

  if (self->desk == NULL)
    return;
  update_actions (self);
  vouch_desk_read_async (self->desk, read_entries, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                         entries_read_cb, g_object_ref (self));
}

static void
card_saved_cb (VouchTemplateSection *self, const char *name)
{
  say (self, NULL);
  refresh (VOUCH_PAGE (self));
  vouch_template_section_choose (self, name);
}

static void
card_removed_cb (VouchTemplateSection *self)
{
  say (self, NULL);
  refresh (VOUCH_PAGE (self));
}

static void
card_told_cb (VouchTemplateSection *self, const char *message)
{
  say (self, message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != (gpointer)source)
    return;
  if (done != NULL)
    card_saved_cb (self, done->number);
  else
    say (self, error->message);
}

static void
save (VouchTemplateSection *self, VouchTemplateRequest *request)
{
  if (self->desk != NULL)
    vouch_desk_run_async (self->desk, &vouch_template_save, request, saved_cb, g_object_ref (self));
  else
    vouch_template_request_free (request);
}

static void
replace_answer_cb (AdwMessageDialog *question, const char *response, VouchTemplateSection *self)
{
  VouchTemplateRequest *request = g_object_steal_data (G_OBJECT (question), "request");

  if (g_str_equal (response, "replace"))
    save (self, request);
  else
    vouch_template_request_free (request);
}

static void
ask_to_replace (VouchTemplateSection *self, VouchTemplateRequest *request)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), request->name);
  g_autofree char *body = g_strdup_printf (
      _ ("There is a template of that name, version %d. The file becomes the next version."), (int)request->seen);
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (root), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "back", _ ("Keep"), "replace", _ ("Replace"), NULL);
  vouch_accessible_name_answers (ADW_MESSAGE_DIALOG (question));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "replace");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "back");
  g_object_set_data_full (G_OBJECT (question), "request", request, (GDestroyNotify)vouch_template_request_free);
  g_signal_connect_object (question, "response", G_CALLBACK (replace_answer_cb), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static gint64
find_version (VouchTemplateSection *self, const char *name)
{
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const VouchTemplateEntry *entry = g_ptr_array_index (self->entries, i);

      if (!entry->is_built_in && g_str_equal (entry->name, name))
        return entry->version;
    }
  return SEEN_NONE;
}

static void
import_cb (GFile *file, gpointer data)
{
  vouch_template_section_import (data, file);
}

static void
import_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_template_chooser_open (widget, import_cb, widget);
}

static void
new_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_template_card_edit_new (VOUCH_TEMPLATE_SECTION (widget)->card);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchTemplateSection *self = VOUCH_TEMPLATE_SECTION (page);

  self->desk = desk;
  vouch_template_card_set_desk (self->card, desk);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_template_section_dispose (GObject *object)
{
  VouchTemplateSection *self = VOUCH_TEMPLATE_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_TEMPLATE_SECTION);
  G_OBJECT_CLASS (vouch_template_section_parent_class)->dispose (object);
}

static void
vouch_template_section_class_init (VouchTemplateSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_template_section_dispose;
  gtk_widget_class_install_action (widget_class, "templates.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "templates.new", NULL, new_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-template-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateSection, message);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateSection, card);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateSection, list);
  gtk_widget_class_bind_template_callback (widget_class, card_saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_told_cb);
}

static void
vouch_template_section_init (VouchTemplateSection *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  g_type_ensure (VOUCH_TYPE_TEMPLATE_CARD);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * vouch_template_section_choose:
 * @self: a section
 * @name: of a template
 *
 * Shows it as it would be printed.
 */
void
vouch_template_section_choose (VouchTemplateSection *self, const char *name)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_SECTION (self));

  vouch_template_card_show (self->card, name);
}

static void
free_request (gpointer data)
{
  vouch_template_request_free (data);
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  g_autofree char *name = g_path_get_basename (data);
  gsize length;
  g_autofree char *content = vouch_label_file_load (data, &length, error);
  VouchTemplateRequest *request;

  if (content == NULL)
    return NULL;
  if (strlen (content) < length) /* what follows a NUL would be lost on the way */
    {
      vouch_label_template_free (vouch_label_json_read (name, content, (gssize)length, error));
      return NULL;
    }
  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  request = vouch_template_request_new ();
  request->name = g_steal_pointer (&name);
  request->content = g_steal_pointer (&content);
  return request;
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateSection) self = data;
  g_autoptr (GError) error = NULL;
  VouchTemplateRequest *request = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != (gpointer)source)
    {
      vouch_template_request_free (request);
      return;
    }
  if (request == NULL)
    {
      say (self, error->message);
      return;
    }
  request->seen = find_version (self, request->name);
  if (request->seen == SEEN_NONE)
    save (self, request);
  else
    ask_to_replace (self, request);
}

/**
 * vouch_template_section_import:
 * @self: a section
 * @file: a template; named as the template is to be
 *
 * Makes it a template of the house or, if somebody agrees to that, the next version of one that is there.
 */
void
vouch_template_section_import (VouchTemplateSection *self, GFile *file)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_SECTION (self));

  say (self, NULL);
  if (self->desk != NULL)
    vouch_desk_read_async (self->desk, read_file, g_file_get_path (file), g_free, free_request, self->cancellable,
                           file_read_cb, g_object_ref (self));
}
