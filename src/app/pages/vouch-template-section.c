#include "vouch-template-section.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-accessible-name.h"
#include "vouch-column.h"
#include "vouch-label-example.h"
#include "vouch-label-json.h"
#include "vouch-label-view.h"
#include "vouch-template-chooser.h"
#include "vouch-template-shelf.h"
#include "vouch-template-work.h"
#include "vouch-words.h"

/* Fine enough for every symbol that a template has. */
#define PREVIEW_DPI 300

struct _VouchTemplateSection
{
  AdwBin parent_instance;
  AdwPreferencesGroup *chosen_group;
  GtkWidget *copy_row;
  GtkEditable *copy_name;
  VouchLabelView *view;
  AdwPreferencesGroup *list;
  GPtrArray *rows; /* GtkWidget, lent */
  char *name;      /* of the chosen template; nullable */
  char *content;   /* of the chosen template; nullable */
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchTemplateSection, vouch_template_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

/* What was read to be shown. */
typedef struct
{
  char *name;
  char *title;
  char *content;
  VouchLabel *label;
  char *fault; /* nullable: why there is no label */
} Sight;

static void
free_sight (gpointer data)
{
  Sight *sight = data;

  g_free (sight->name);
  g_free (sight->title);
  g_free (sight->content);
  g_clear_pointer (&sight->label, vouch_label_free);
  g_free (sight->fault);
  g_free (sight);
}

/* A group's description is markup. */
static void
say (AdwPreferencesGroup *group, const char *message)
{
  g_autofree char *escaped = message != NULL ? g_markup_escape_text (message, -1) : NULL;

  adw_preferences_group_set_description (group, escaped);
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
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean may = may_manage (self);

  gtk_widget_set_visible (self->copy_row, may);
  gtk_widget_action_set_enabled (widget, "templates.import", may);
  gtk_widget_action_set_enabled (widget, "templates.export", self->content != NULL);
  gtk_widget_action_set_enabled (widget, "templates.copy",
                                 may && self->content != NULL && *gtk_editable_get_text (self->copy_name) != '\0');
  gtk_widget_action_set_enabled (widget, "templates.remove",
                                 may && self->content != NULL && !vouch_template_is_built_in (self->name));
}

static gpointer
read_sight (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (VouchLabelTemplate) template = vouch_template_load (conn, data, error);
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (GError) why = NULL;
  Sight *sight;

  if (template == NULL)
    return NULL;
  fields = vouch_label_example_fields (template);
  sight = g_new0 (Sight, 1);
  sight->name = g_strdup (data);
  sight->title = g_strdup (vouch_words_choose (template->title_en, template->title));
  sight->content = vouch_label_json_write (template);
  sight->label = vouch_label_new (template, fields, PREVIEW_DPI, &why);
  sight->fault = why != NULL ? g_strdup (why->message) : NULL;
  return sight;
}

static void
show_sight (VouchTemplateSection *self, Sight *sight)
{
  const char *title = sight->title != NULL ? sight->title : sight->name;
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  g_free (self->name);
  self->name = g_strdup (sight->name);
  g_free (self->content);
  self->content = g_strdup (sight->content);
  adw_preferences_group_set_title (self->chosen_group, escaped);
  say (self->chosen_group, sight->fault != NULL
                               ? sight->fault
                               : _ ("As large as it is printed, with examples in place of a lot’s own data."));
  vouch_label_view_take_label (self->view, g_steal_pointer (&sight->label), title);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_group), TRUE);
  update_actions (self);
}

static void
sight_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateSection) self = data;
  g_autoptr (GError) error = NULL;
  Sight *sight = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == (gpointer)source && sight != NULL)
    show_sight (self, sight);
  else if (self->desk == (gpointer)source)
    say (self->list, error->message);
  g_clear_pointer (&sight, free_sight);
}

static void
activated_cb (AdwActionRow *row, VouchTemplateSection *self)
{
  vouch_template_section_choose (self, g_object_get_data (G_OBJECT (row), "name"));
}

static void
add_row (VouchTemplateSection *self, const VouchTemplateEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = vouch_words_choose (entry->title_en, entry->title);
  g_autofree char *built_in =
      entry->is_built_in ? g_strdup (_ ("built in")) : g_strdup_printf (_ ("version %d"), (int)entry->version);
  g_autofree char *subtitle = g_strdup_printf ("%s · %d × %d mm · %s", entry->name, (int)(entry->width_um / 1000),
                                               (int)(entry->height_um / 1000), built_in);

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
  g_autoptr (GPtrArray) entries = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (entries == NULL || self->desk != (gpointer)source)
    return;
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
  say (self->list, may_manage (self) ? NULL : _ ("A QA lead changes them."));
  vouch_desk_read_async (self->desk, read_entries, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                         entries_read_cb, g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != (gpointer)source)
    return;
  if (done == NULL)
    {
      say (self->list, error->message);
      return;
    }
  gtk_editable_set_text (self->copy_name, "");
  refresh (VOUCH_PAGE (self));
  vouch_template_section_choose (self, done->number);
}

static void
save (VouchTemplateSection *self, char *name, const char *content)
{
  VouchTemplateRequest *request = vouch_template_request_new ();

  request->name = name;
  request->content = g_strdup (content);
  vouch_desk_run_async (self->desk, &vouch_template_save, request, saved_cb, g_object_ref (self));
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateSection *self = VOUCH_TEMPLATE_SECTION (widget);

  if (self->desk != NULL && self->content != NULL)
    save (self, g_strstrip (g_strdup (gtk_editable_get_text (self->copy_name))), self->content);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != (gpointer)source)
    return;
  if (done == NULL)
    {
      say (self->list, error->message);
      return;
    }
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->content, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_group), FALSE);
  refresh (VOUCH_PAGE (self));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateSection *self = VOUCH_TEMPLATE_SECTION (widget);
  VouchTemplateNameRequest *request;

  if (self->desk == NULL || self->name == NULL)
    return;
  request = vouch_template_name_request_new ();
  request->name = g_strdup (self->name);
  vouch_desk_run_async (self->desk, &vouch_template_remove, request, removed_cb, g_object_ref (self));
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
export_cb (GFile *file, gpointer data)
{
  vouch_template_section_export (data, file);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateSection *self = VOUCH_TEMPLATE_SECTION (widget);
  g_autofree char *name = self->name != NULL ? g_strconcat (self->name, ".json", NULL) : NULL;

  if (name != NULL)
    vouch_template_chooser_save (widget, name, export_cb, self);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_TEMPLATE_SECTION (page)->desk = desk;
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
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->content, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_TEMPLATE_SECTION);
  G_OBJECT_CLASS (vouch_template_section_parent_class)->dispose (object);
}

static void
vouch_template_section_class_init (VouchTemplateSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_template_section_dispose;
  gtk_widget_class_install_action (widget_class, "templates.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "templates.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "templates.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "templates.remove", NULL, remove_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-template-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateSection, chosen_group);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateSection, copy_row);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateSection, copy_name);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateSection, view);
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateSection, list);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
vouch_template_section_init (VouchTemplateSection *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  g_type_ensure (VOUCH_TYPE_LABEL_VIEW);
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
  g_return_if_fail (name != NULL);

  if (self->desk != NULL)
    vouch_desk_read_async (self->desk, read_sight, g_strdup (name), g_free, free_sight, self->cancellable,
                           sight_read_cb, g_object_ref (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateSection) self = data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents_finish (G_FILE (source), result, &content, NULL, NULL, &error);
  if (self->desk == NULL)
    return;
  if (content == NULL)
    {
      say (self->list, error->message);
      return;
    }
  if (g_str_has_suffix (name, ".json"))
    name[strlen (name) - strlen (".json")] = '\0';
  save (self, g_steal_pointer (&name), content);
}

/**
 * vouch_template_section_import:
 * @self: a section
 * @file: a template; named as the template is to be
 *
 * Makes it a template of the house, or the next version of one that is there.
 */
void
vouch_template_section_import (VouchTemplateSection *self, GFile *file)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_SECTION (self));

  g_file_load_contents_async (file, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTemplateSection) self = data;
  g_autofree char *path = g_file_get_parse_name (G_FILE (source));
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    written = g_strdup_printf (_ ("Written: %s"), path);
  if (self->desk != NULL)
    say (self->list, written != NULL ? written : error->message);
}

/**
 * vouch_template_section_export:
 * @self: a section
 * @file: where the chosen template goes
 */
void
vouch_template_section_export (VouchTemplateSection *self, GFile *file)
{
  g_autoptr (GBytes) content = NULL;

  g_return_if_fail (VOUCH_IS_TEMPLATE_SECTION (self));

  if (self->content == NULL)
    return;
  content = g_bytes_new (self->content, strlen (self->content));
  g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, self->cancellable,
                                       written_cb, g_object_ref (self));
}
