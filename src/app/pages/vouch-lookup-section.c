#include "vouch-lookup-section.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-carry-group.h"
#include "vouch-column.h"
#include "vouch-errand.h"
#include "vouch-keyring-group.h"
#include "vouch-policy-work.h"
#include "vouch-publish-work.h"
#include "vouch-spinner.h"
#include "vouch-takeover-group.h"

struct _VouchLookupSection
{
  AdwBin parent_instance;
  AdwActionRow *enrolled;
  GtkWidget *url;
  AdwPreferencesGroup *message;
  VouchPage *carry;
  VouchPage *takeover;
  VouchPage *keyring;
  VouchDesk *desk; /* lent; nullable */
  GtkWidget *progress;
  GCancellable *asking; /* of what the service is being asked; nullable */
  GCancellable *cancellable;
};

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchLookupSection, vouch_lookup_section, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static gboolean
may_enrol (VouchLookupSection *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_STATION);
}

static void
say (VouchLookupSection *self, const char *message)
{
  adw_preferences_group_set_description (self->message, message);
}

/* Where the service is enrolled, in words. */
static gpointer
read_enrolled (VouchConn *conn, gpointer data, GError **error)
{
  char *url = vouch_policy_dup (conn, "lookup-url");
  g_autofree char *key = vouch_policy_dup (conn, "lookup-key");

  if (url != NULL && *url != '\0')
    return url;
  g_free (url);
  return g_strdup (key != NULL && *key != '\0' ? _ ("By its key alone: publications go there as files.")
                                               : _ ("None yet: codes are printed, but customers find nothing."));
}

static void
enrolled_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLookupSection) self = data;
  g_autofree char *enrolled = vouch_desk_read_finish (VOUCH_DESK (source), result, NULL);

  if (enrolled == NULL || self->desk == NULL || self->desk != (gpointer)source)
    return;
  adw_action_row_set_subtitle (self->enrolled, enrolled);
  gtk_widget_set_visible (self->url, may_enrol (self));
}

static void
refresh (VouchPage *page)
{
  VouchLookupSection *self = VOUCH_LOOKUP_SECTION (page);

  if (self->desk == NULL)
    return;
  vouch_page_refresh (self->carry);
  vouch_page_refresh (self->takeover);
  vouch_page_refresh (self->keyring);
  say (self, may_enrol (self) ? NULL : _ ("An administrator enrols the service."));
  vouch_desk_read_async (self->desk, read_enrolled, NULL, NULL, g_free, self->cancellable, enrolled_read_cb,
                         g_object_ref (self));
}

/* Whoever waits can stop waiting. */
static void
set_asking (VouchLookupSection *self, gboolean is_asking)
{
  gtk_widget_set_sensitive (self->url, !is_asking);
  gtk_widget_set_visible (self->progress, is_asking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lookup.cancel", is_asking);
}

static void
enrolled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLookupSection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  refresh (VOUCH_PAGE (self));
  say (self, done != NULL ? _ ("Enrolled. Now let the service trust this station.") : error->message);
}

/* The service has told its key; enrolling it is an act like any other. */
static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchLookupSection *self = VOUCH_LOOKUP_SECTION (source);
  g_autoptr (GError) error = NULL;
  VouchEnrolRequest *request = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_stopped = g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));

  if (request == NULL || is_stopped || self->desk == NULL)
    {
      vouch_enrol_request_free (request);
      if (self->desk == NULL)
        return;
      set_asking (self, FALSE);
      say (self, is_stopped ? _ ("Stopped; no service was enrolled.") : error->message);
      return;
    }
  set_asking (self, FALSE);
  vouch_desk_run_async (self->desk, &vouch_publish_enrol, request, enrolled_cb, g_object_ref (self));
}

/* The network may take its time, so it is waited for on a thread of its own. */
static void
ask_service (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  VouchEnrolRequest *request = vouch_publish_prepare_enrolment (data, cancellable, &error);

  if (request != NULL)
    g_task_return_pointer (task, request, (GDestroyNotify)vouch_enrol_request_free);
  else
    g_task_return_error (task, error);
}

static void
enrol_cb (VouchLookupSection *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->desk == NULL || !may_enrol (self))
    return;
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  task = g_task_new (self, self->asking, prepared_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->url)))), g_free);
  set_asking (self, TRUE);
  say (self, NULL);
  vouch_errand_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), task, ask_service);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (VOUCH_LOOKUP_SECTION (widget)->asking);
}

static void
copy_cb (VouchLookupSection *self)
{
  g_autofree char *line = NULL;

  if (self->desk == NULL)
    return;
  line = vouch_publish_dup_trust (vouch_desk_get_station (self->desk));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), line);
  say (self, _ ("Copied."));
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchLookupSection *self = VOUCH_LOOKUP_SECTION (page);

  /* Nobody waits for a service that does not answer when the station is closed. */
  g_cancellable_cancel (self->asking);
  self->desk = desk;
  vouch_page_set_desk (self->carry, desk);
  vouch_page_set_desk (self->takeover, desk);
  vouch_page_set_desk (self->keyring, desk);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_lookup_section_dispose (GObject *object)
{
  VouchLookupSection *self = VOUCH_LOOKUP_SECTION (object);

  self->desk = NULL;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LOOKUP_SECTION);
  G_OBJECT_CLASS (vouch_lookup_section_parent_class)->dispose (object);
}

static void
vouch_lookup_section_class_init (VouchLookupSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_lookup_section_dispose;
  gtk_widget_class_install_action (widget_class, "lookup.cancel", NULL, cancel_action);
  g_type_ensure (VOUCH_TYPE_SPINNER);
  g_type_ensure (VOUCH_TYPE_CARRY_GROUP);
  g_type_ensure (VOUCH_TYPE_KEYRING_GROUP);
  g_type_ensure (VOUCH_TYPE_TAKEOVER_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-lookup-section.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchLookupSection, enrolled);
  gtk_widget_class_bind_template_child (widget_class, VouchLookupSection, url);
  gtk_widget_class_bind_template_child (widget_class, VouchLookupSection, progress);
  gtk_widget_class_bind_template_child (widget_class, VouchLookupSection, message);
  gtk_widget_class_bind_template_child (widget_class, VouchLookupSection, carry);
  gtk_widget_class_bind_template_child (widget_class, VouchLookupSection, takeover);
  gtk_widget_class_bind_template_child (widget_class, VouchLookupSection, keyring);
  gtk_widget_class_bind_template_callback (widget_class, enrol_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
vouch_lookup_section_init (VouchLookupSection *self)
{
  self->cancellable = g_cancellable_new ();
  g_type_ensure (VOUCH_TYPE_COLUMN);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  set_asking (self, FALSE);
}
