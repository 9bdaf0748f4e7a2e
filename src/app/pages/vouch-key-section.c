#include "vouch-key-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-code-version-view.h"
#include "vouch-code-version-work.h"
#include "vouch-column.h"
#include "vouch-moment.h"

struct _VouchKeySection
{
  AdwBin parent_instance;
  GtkWidget *form;
  GtkEditable *reason;
  AdwPreferencesGroup *list;
  GPtrArray *rows; /* GtkWidget, lent */
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchKeySection, vouch_key_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static gboolean
may_manage (VouchKeySection *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_STATION);
}

static void
say (VouchKeySection *self, const char *message)
{
  adw_preferences_group_set_description (self->list, message);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchKeySection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchVersionChanged) changed = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (changed != NULL)
    gtk_editable_set_text (self->reason, "");
  vouch_page_refresh (VOUCH_PAGE (self));
  if (changed == NULL)
    say (self, error->message);
}

static void
revoke_answer_cb (AdwMessageDialog *dialog, const char *response, VouchKeySection *self)
{
  VouchRevokeRequest *request;

  if (self->desk == NULL || !g_str_equal (response, "revoke"))
    return;
  request = vouch_revoke_request_new ();
  request->key_version = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "version"));
  request->reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  vouch_desk_run_async (self->desk, &vouch_key_revoke, request, changed_cb, g_object_ref (self));
}

static void
revoke_cb (GtkButton *button, VouchKeySection *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  gpointer version = g_object_get_data (G_OBJECT (button), "version");
  g_autofree char *heading = g_strdup_printf (_ ("Revoke version %d of the code key?"), GPOINTER_TO_INT (version));
  GtkWidget *dialog = adw_message_dialog_new (
      parent, heading,
      _ ("What it has not printed dies. Labels that customers know show as withdrawn from now on. This cannot be "
         "undone."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "revoke", _ ("Revoke"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "revoke", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  vouch_accessible_name_answers (ADW_MESSAGE_DIALOG (dialog));
  g_object_set_data (G_OBJECT (dialog), "version", version);
  g_signal_connect_object (dialog, "response", G_CALLBACK (revoke_answer_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_revoke_button (VouchKeySection *self, const VouchKeyView *view)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Revoke…"));
  g_autofree char *name = g_strdup_printf (_ ("Revoke version %d"), (int)view->version);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "version", GINT_TO_POINTER ((int)view->version));
  g_signal_connect_object (button, "clicked", G_CALLBACK (revoke_cb), self, 0);
  return button;
}

static char *
dup_subtitle (const VouchKeyView *view)
{
  g_autofree char *made = view->made_at != 0 ? vouch_moment_dup (view->made_at) : g_strdup ("");
  g_autofree char *units = g_strdup_printf (ngettext ("%d unit", "%d units", (gulong)view->units), (int)view->units);
  g_autofree char *revoked = view->revoked_at != 0 ? vouch_moment_dup (view->revoked_at) : NULL;
  GString *text = g_string_new (vouch_key_view_describe_cause (view->cause));

  g_string_append_printf (text, " · %s", made);
  if (view->made_by != NULL)
    g_string_append_printf (text, " · %s", view->made_by);
  g_string_append_printf (text, " · %s", units);
  if (revoked != NULL)
    g_string_append_printf (text, "\n%s · %s · %s", revoked, view->revoked_by != NULL ? view->revoked_by : "",
                            view->revoke_reason != NULL ? view->revoke_reason : "");
  return g_string_free (text, FALSE);
}

static void
add_row (VouchKeySection *self, const VouchKeyView *view, gboolean may)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (view);
  /* Translators: a version of the code key and how it stands. */
  g_autofree char *title =
      g_strdup_printf (_ ("Version %d · %s"), (int)view->version, vouch_key_view_describe_state (view->state));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (may && view->state != VOUCH_KEY_STATE_REVOKED)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_revoke_button (self, view));
  adw_preferences_group_add (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static gpointer
read_keys (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_key_view_list (conn, data, error);
}

static void
keys_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchKeySection) self = data;
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
  VouchKeySection *self = VOUCH_KEY_SECTION (page);

  if (self->desk == NULL)
    return;
  say (self, may_manage (self) ? NULL : _ ("An administrator makes and revokes versions."));
  vouch_desk_read_async (self->desk, read_keys, vouch_desk_get_station (self->desk), NULL,
                         (GDestroyNotify)g_ptr_array_unref, self->cancellable, keys_read_cb, g_object_ref (self));
}

static void
rotate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchKeySection *self = VOUCH_KEY_SECTION (widget);
  VouchRotateRequest *request;
  const char *note = gtk_editable_get_text (self->reason);

  if (self->desk == NULL)
    return;
  request = vouch_rotate_request_new ();
  request->note = *note != '\0' ? g_strdup (note) : NULL;
  vouch_desk_run_async (self->desk, &vouch_key_rotate, request, changed_cb, g_object_ref (self));
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_KEY_SECTION (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_key_section_dispose (GObject *object)
{
  VouchKeySection *self = VOUCH_KEY_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_KEY_SECTION);
  G_OBJECT_CLASS (vouch_key_section_parent_class)->dispose (object);
}

static void
vouch_key_section_class_init (VouchKeySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_key_section_dispose;
  gtk_widget_class_install_action (widget_class, "key.rotate", NULL, rotate_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-key-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchKeySection, form);
  gtk_widget_class_bind_template_child (widget_class, VouchKeySection, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchKeySection, list);
}

static void
vouch_key_section_init (VouchKeySection *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}
