#include "vouch-keyring-group.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-administrator-key-work.h"
#include "vouch-hex.h"
#include "vouch-moment.h"

#define KEY_BYTES 8 /* that tell one from another, as `vouch administrator-key list` does */

struct _VouchKeyringGroup
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* lent: an AdwPreferencesGroup cannot be emptied at once */
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchKeyringGroup, vouch_keyring_group, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static gboolean
may_manage (VouchKeyringGroup *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_STATION);
}

static void
withdrawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchKeyringGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  adw_preferences_group_set_description (
      self->group,
      done != NULL ? _ ("The key is withdrawn. Let the service trust the station again.") : error->message);
  vouch_page_refresh (VOUCH_PAGE (self));
}

static void
withdraw_cb (VouchKeyringGroup *self, GtkWidget *button)
{
  GtkEditable *reason = g_object_get_data (G_OBJECT (button), "reason");
  const gint64 *id = g_object_get_data (G_OBJECT (button), "id");
  VouchWithdrawKeyRequest *request;

  if (self->desk == NULL)
    return;
  gtk_widget_set_sensitive (button, FALSE);
  request = vouch_withdraw_key_request_new ();
  request->id = *id;
  request->reason = g_strstrip (g_strdup (gtk_editable_get_text (reason)));
  vouch_desk_run_async (self->desk, &vouch_administrator_key_withdraw, request, withdrawn_cb, g_object_ref (self));
}

static void
reason_changed_cb (GtkEditable *reason, GtkWidget *button)
{
  gtk_widget_set_sensitive (button, *gtk_editable_get_text (reason) != '\0');
}

/* Why it is withdrawn is asked first. */
static GtkWidget *
make_withdrawal (VouchKeyringGroup *self, const VouchAdministratorKeyView *view)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Withdraw"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Why it is withdrawn"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, FALSE);
  gtk_widget_add_css_class (button, "destructive-action");
  g_object_set_data (G_OBJECT (button), "reason", row);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&view->id, sizeof view->id), g_free);
  g_signal_connect_object (row, "changed", G_CALLBACK (reason_changed_cb), button, 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  vouch_accessible_name_parts (row);
  return row;
}

static char *
dup_standing (const VouchAdministratorKeyView *view)
{
  g_autofree char *added = vouch_moment_dup (view->added_at);
  g_autofree char *withdrawn = view->withdrawn_at != 0 ? vouch_moment_dup (view->withdrawn_at) : NULL;

  if (withdrawn == NULL)
    /* Translators: an administrator's key: since when. */
    return g_strdup_printf (_ ("In force since %s"), added);
  /* Translators: an administrator's key: when, by whom and why it was withdrawn. */
  return g_strdup_printf (_ ("Withdrawn %s by %s: %s"), withdrawn, view->withdrawn_by, view->reason);
}

static GtkWidget *
make_row (VouchKeyringGroup *self, const VouchAdministratorKeyView *view)
{
  gboolean is_in_force = view->withdrawn_at == 0;
  GtkWidget *row = is_in_force ? adw_expander_row_new () : adw_action_row_new ();
  g_autofree char *hex = vouch_hex_write (g_bytes_get_data (view->public_key, NULL), KEY_BYTES);
  g_autofree char *title = g_strdup_printf ("%s · %s…", view->owner, hex);
  g_autofree char *standing = dup_standing (view);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set (row, "subtitle", standing, NULL);
  if (is_in_force)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_withdrawal (self, view));
  return row;
}

static void
show (VouchKeyringGroup *self, GPtrArray *views)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < views->len; i++)
    {
      GtkWidget *row = make_row (self, g_ptr_array_index (views, i));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), views->len > 0 && may_manage (self));
}

static gpointer
read_views (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_administrator_key_list_views (conn, error);
}

static void
views_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchKeyringGroup) self = data;
  g_autoptr (GPtrArray) views = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (views != NULL && self->desk == (gpointer)source)
    show (self, views);
}

static void
refresh (VouchPage *page)
{
  VouchKeyringGroup *self = VOUCH_KEYRING_GROUP (page);

  if (self->desk != NULL && may_manage (self))
    vouch_desk_read_async (self->desk, read_views, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                           views_read_cb, g_object_ref (self));
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchKeyringGroup *self = VOUCH_KEYRING_GROUP (page);

  self->desk = desk;
  adw_preferences_group_set_description (self->group, NULL);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_keyring_group_dispose (GObject *object)
{
  VouchKeyringGroup *self = VOUCH_KEYRING_GROUP (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_KEYRING_GROUP);
  G_OBJECT_CLASS (vouch_keyring_group_parent_class)->dispose (object);
}

static void
vouch_keyring_group_class_init (VouchKeyringGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_keyring_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-keyring-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchKeyringGroup, group);
}

static void
vouch_keyring_group_init (VouchKeyringGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
