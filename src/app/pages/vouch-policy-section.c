#include "vouch-policy-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-column.h"
#include "vouch-policy-row.h"
#include "vouch-policy-work.h"

struct _VouchPolicySection
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  VouchPolicyRow *rows[VOUCH_N_POLICIES];
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchPolicySection, vouch_policy_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static gboolean
may_change (VouchPolicySection *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_STATION);
}

static void
describe (VouchPolicySection *self, const GError *error)
{
  const char *text = _ ("An administrator changes these; every change is kept in the audit.");

  if (error != NULL)
    text = error->message;
  else if (may_change (self))
    text = _ ("Every change is kept in the audit.");
  adw_preferences_group_set_description (self->group, text);
}

static gpointer
read_views (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_policy_view_list (conn, error);
}

static void
views_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPolicySection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) views = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);
  gboolean may = may_change (self);

  if (self->desk == NULL || self->desk != (gpointer)source)
    return;
  describe (self, error);
  for (guint i = 0; views != NULL && i < views->len; i++)
    vouch_policy_row_set_view (self->rows[i], g_ptr_array_index (views, i), may);
}

static void make_rows (VouchPolicySection *self);

static void
refresh (VouchPage *page)
{
  VouchPolicySection *self = VOUCH_POLICY_SECTION (page);

  if (self->group == NULL)
    make_rows (self);
  if (self->desk != NULL)
    vouch_desk_read_async (self->desk, read_views, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->cancellable,
                           views_read_cb, g_object_ref (self));
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPolicyRow) row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);
  GtkWidget *section = gtk_widget_get_ancestor (GTK_WIDGET (row), VOUCH_TYPE_POLICY_SECTION);

  if (done == NULL)
    vouch_policy_row_refuse (row, error->message);
  if (section != NULL)
    refresh (VOUCH_PAGE (section));
}

static void
row_set_cb (VouchPolicySection *self, const char *value, VouchPolicyRow *row)
{
  VouchPolicyRequest *request;

  if (self->desk == NULL)
    return;
  request = vouch_policy_request_new ();
  request->name = g_strdup (vouch_policy_row_get_name (row));
  request->value = g_strdup (value);
  vouch_desk_run_async (self->desk, &vouch_policy_change, request, set_cb, g_object_ref (row));
}

/* When they are first looked at, so that the window need not wait for them. */
static void
make_rows (VouchPolicySection *self)
{
  GtkWidget *column = vouch_column_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Rules of the house"));
  for (guint i = 0; i < VOUCH_N_POLICIES; i++)
    {
      GtkWidget *row = vouch_policy_row_new (vouch_policy_table_get (i)->name);

      self->rows[i] = VOUCH_POLICY_ROW (row);
      g_signal_connect_object (row, "set", G_CALLBACK (row_set_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->group, row);
    }
  vouch_column_append (VOUCH_COLUMN (column), GTK_WIDGET (self->group));
  adw_bin_set_child (ADW_BIN (self), column);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_POLICY_SECTION (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_policy_section_dispose (GObject *object)
{
  VouchPolicySection *self = VOUCH_POLICY_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (vouch_policy_section_parent_class)->dispose (object);
}

static void
vouch_policy_section_class_init (VouchPolicySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_policy_section_dispose;
}

static void
vouch_policy_section_init (VouchPolicySection *self)
{
  self->cancellable = g_cancellable_new ();
}
