#include "vouch-people-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-column.h"
#include "vouch-label-work.h"
#include "vouch-printer-settings.h"
#include "vouch-retire-work.h"
#include "vouch-station-settings.h"
#include "vouch-user-view.h"
#include "vouch-user-work.h"

struct _VouchPeopleSection
{
  AdwBin parent_instance;
  GtkWidget *form;
  AdwPreferencesGroup *list;
  GtkEditable *badge;
  GtkEditable *name;
  GtkEditable *pin;
  AdwComboRow *role;
  GPtrArray *rows; /* GtkWidget, lent */
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPeopleSection, vouch_people_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static gboolean
may_manage (VouchPeopleSection *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_USERS);
}

static void
say (VouchPeopleSection *self, const char *message)
{
  adw_preferences_group_set_description (self->list, message);
}

static void
free_order (gpointer data)
{
  VouchLabelOrder *order = data;

  vouch_printer_profile_free ((VouchPrinterProfile *)order->printer);
  g_free (order);
}

static gpointer
print_work (VouchStation *station, VouchActor *actor, gpointer data, GError **error)
{
  return vouch_label_print (station, actor, data, NULL, error);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPeopleSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_desk_work_finish (VOUCH_DESK (source), result, &error);
  gboolean is_file = job != NULL && g_path_is_absolute (job->file);
  g_autofree char *text =
      job != NULL ? g_strdup_printf (is_file ? _ ("The badge is in the file %s") : _ ("The badge was printed on %s"),
                                     is_file ? job->file : job->printer)
                  : NULL;

  if (self->desk != NULL)
    say (self, job != NULL ? text : error->message);
}

static void
print_cb (GtkButton *button, VouchPeopleSection *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "user");
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  VouchLabelOrder *order;

  if (self->desk == NULL)
    return;
  order = g_new0 (VouchLabelOrder, 1);
  order->purpose = VOUCH_PRINT_PURPOSE_BADGE;
  order->user_id = *id;
  order->printer = vouch_printer_settings_find_default (settings, VOUCH_PRINTER_USE_SHEET);
  vouch_desk_work_async (self->desk, print_work, order, free_order, (GDestroyNotify)vouch_print_job_free, printed_cb,
                         g_object_ref (self));
}

static GtkWidget *
make_badge_button (VouchPeopleSection *self, const VouchUserView *view)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Print Badge"));
  g_autofree char *name = g_strdup_printf (_ ("Print the badge of %s"), view->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "user", g_memdup2 (&view->id, sizeof view->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (print_cb), self, 0);
  return button;
}

static void
retired_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPeopleSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  vouch_page_refresh (VOUCH_PAGE (self));
  if (done == NULL)
    say (self, error->message);
}

static void
retire_answer_cb (AdwMessageDialog *dialog, const char *response, VouchPeopleSection *self)
{
  VouchRetireRequest *request;

  if (self->desk == NULL || !g_str_equal (response, "retire"))
    return;
  request = vouch_retire_request_new ();
  request->badge = g_strdup (g_object_get_data (G_OBJECT (dialog), "badge"));
  vouch_desk_run_async (self->desk, &vouch_user_retire, request, retired_cb, g_object_ref (self));
}

/* The badge goes over to the dialog: the row may be another's by the time it is answered. */
static void
retire_cb (GtkButton *button, VouchPeopleSection *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  const char *badge = g_object_get_data (G_OBJECT (button), "badge");
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autofree char *heading = g_strdup_printf (_ ("Does %s not work here any more?"), name);
  GtkWidget *dialog = adw_message_dialog_new (
      parent, heading,
      _ ("The badge is refused from now on. What was recorded keeps the name. This cannot be undone."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "retire", _ ("Retire"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "retire", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "badge", g_strdup (badge), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (retire_answer_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_retire_button (VouchPeopleSection *self, const VouchUserView *view)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Retire…"));
  g_autofree char *name = g_strdup_printf (_ ("Retire %s"), view->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "badge", g_strdup (view->badge), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (view->name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (retire_cb), self, 0);
  return button;
}

/* The roles' words, and what else decides what a person can do. */
static char *
dup_subtitle (const VouchUserView *view)
{
  g_auto (GStrv) names = g_strsplit (view->roles, ",", -1);
  GString *text = g_string_new (view->badge);

  for (guint i = 0; names[i] != NULL; i++)
    {
      int role = vouch_enum_find (&vouch_role_values, names[i]);

      if (role >= 0)
        g_string_append_printf (text, " · %s", vouch_role_get_label ((VouchRole)role));
    }
  if (!view->has_pin)
    g_string_append_printf (text, " · %s", _ ("no PIN"));
  if (view->state != VOUCH_USER_STATE_ACTIVE)
    g_string_append_printf (text, " · %s", _ ("retired"));
  return g_string_free (text, FALSE);
}

static void
add_row (VouchPeopleSection *self, const VouchUserView *view, gboolean may)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (view);

  /* What is no markup is said before there is a title. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), view->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (may && view->state == VOUCH_USER_STATE_ACTIVE)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_badge_button (self, view));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_retire_button (self, view));
    }
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static gpointer
read_people (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_user_view_list (conn, error);
}

static void
people_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPeopleSection) self = data;
  g_autoptr (GPtrArray) views = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);
  gboolean may = may_manage (self);

  if (views == NULL || self->desk == NULL || self->desk != (gpointer)source)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (self->form, may);
  for (guint i = 0; i < views->len; i++)
    add_row (self, g_ptr_array_index (views, i), may);
}

static void
refresh (VouchPage *page)
{
  VouchPeopleSection *self = VOUCH_PEOPLE_SECTION (page);

  if (self->desk == NULL)
    return;
  say (self, may_manage (self) ? NULL : _ ("An administrator adds people."));
  vouch_desk_read_async (self->desk, read_people, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                         people_read_cb, g_object_ref (self));
}

static void
typed_cb (VouchPeopleSection *self)
{
  gboolean is_whole = *gtk_editable_get_text (self->badge) != '\0' && *gtk_editable_get_text (self->name) != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add", is_whole);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPeopleSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->form), error != NULL ? error->message : NULL);
  if (done == NULL)
    return;
  gtk_editable_set_text (self->badge, "");
  gtk_editable_set_text (self->name, "");
  gtk_editable_set_text (self->pin, "");
  refresh (VOUCH_PAGE (self));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchPeopleSection *self = VOUCH_PEOPLE_SECTION (widget);
  VouchAddUserRequest *request;

  if (self->desk == NULL)
    return;
  request = vouch_add_user_request_new ();
  request->badge = g_strstrip (g_strdup (gtk_editable_get_text (self->badge)));
  request->name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  request->roles = g_strdup (vouch_enum_get_name (&vouch_role_values, (int)adw_combo_row_get_selected (self->role)));
  request->pin = g_strdup (gtk_editable_get_text (self->pin));
  vouch_desk_run_async (self->desk, &vouch_user_add, request, added_cb, g_object_ref (self));
}

/* While somebody fills in the form a scan is the new badge. */
static gboolean
take_scan (VouchPage *page, const char *text)
{
  VouchPeopleSection *self = VOUCH_PEOPLE_SECTION (page);

  if ((gtk_widget_get_state_flags (self->form) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return FALSE;
  gtk_editable_set_text (self->badge, text);
  return TRUE;
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_PEOPLE_SECTION (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
  iface->take_scan = take_scan;
}

static void
vouch_people_section_dispose (GObject *object)
{
  VouchPeopleSection *self = VOUCH_PEOPLE_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PEOPLE_SECTION);
  G_OBJECT_CLASS (vouch_people_section_parent_class)->dispose (object);
}

static void
vouch_people_section_class_init (VouchPeopleSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_people_section_dispose;
  gtk_widget_class_install_action (widget_class, "people.add", NULL, add_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-people-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPeopleSection, form);
  gtk_widget_class_bind_template_child (widget_class, VouchPeopleSection, list);
  gtk_widget_class_bind_template_child (widget_class, VouchPeopleSection, badge);
  gtk_widget_class_bind_template_child (widget_class, VouchPeopleSection, name);
  gtk_widget_class_bind_template_child (widget_class, VouchPeopleSection, pin);
  gtk_widget_class_bind_template_child (widget_class, VouchPeopleSection, role);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
vouch_people_section_init (VouchPeopleSection *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  for (int role = VOUCH_ROLE_INSPECTOR; role <= VOUCH_ROLE_AUDITOR; role++)
    gtk_string_list_append (roles, vouch_role_get_label ((VouchRole)role));
  adw_combo_row_set_model (self->role, G_LIST_MODEL (roles));
  typed_cb (self);
}
