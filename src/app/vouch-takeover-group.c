#include "vouch-takeover-group.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-administrator-key-work.h"
#include "vouch-errand.h"
#include "vouch-file-chooser.h"
#include "vouch-hash.h"
#include "vouch-spinner.h"
#include "vouch-takeover-work.h"

struct _VouchTakeoverGroup
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GtkWidget *path;
  GtkWidget *passphrase;
  GtkWidget *again;
  GtkWidget *take_over;
  GtkWidget *make;
  GtkWidget *progress;
  VouchDesk *desk;      /* lent; nullable */
  GCancellable *asking; /* of what is under way; nullable */
  GCancellable *cancellable;
};

/* What is done on a thread of its own: a key's passphrase takes its time, and so does the network. */
typedef struct
{
  VouchStation *station;
  VouchActor *actor;
  char *path;
  char *passphrase;
  gboolean makes_key;
} Errand;

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchTakeoverGroup, vouch_takeover_group, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  vouch_actor_unref (errand->actor);
  g_free (errand->path);
  vouch_wipe (errand->passphrase, strlen (errand->passphrase));
  g_free (errand->passphrase);
  g_free (errand);
}

static gboolean
may_manage (VouchTakeoverGroup *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_STATION);
}

static void
say (VouchTakeoverGroup *self, const char *message)
{
  adw_preferences_group_set_description (self->group, message);
}

static void
set_asking (VouchTakeoverGroup *self, gboolean is_asking)
{
  gtk_widget_set_sensitive (self->path, !is_asking);
  gtk_widget_set_sensitive (self->passphrase, !is_asking);
  gtk_widget_set_sensitive (self->again, !is_asking);
  gtk_widget_set_sensitive (self->take_over, !is_asking);
  gtk_widget_set_sensitive (self->make, !is_asking);
  gtk_widget_set_visible (self->progress, is_asking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "takeover.cancel", is_asking);
}

static gpointer
read_wanted (VouchConn *conn, gpointer data, GError **error)
{
  return GINT_TO_POINTER (vouch_takeover_is_wanted (conn, vouch_station_get_epoch (data)) ? 1 : 2);
}

static void
wanted_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchTakeoverGroup) self = data;
  int answer = GPOINTER_TO_INT (vouch_desk_read_finish (VOUCH_DESK (source), result, NULL));
  const char *said;

  if (self->desk == NULL || self->desk != (gpointer)source)
    return;
  gtk_widget_set_visible (self->take_over, answer == 1);
  said = adw_preferences_group_get_description (self->group);
  if (answer == 1 && (said == NULL || *said == '\0'))
    say (self, _ ("The database was put back to an earlier state. The lookup service takes nothing new until an "
                  "administrator takes over with the key on his stick."));
}

static void
refresh (VouchPage *page)
{
  VouchTakeoverGroup *self = VOUCH_TAKEOVER_GROUP (page);

  gtk_widget_set_visible (GTK_WIDGET (self), may_manage (self));
  if (self->desk == NULL)
    return;
  say (self, NULL);
  vouch_desk_read_async (self->desk, read_wanted, vouch_desk_get_station (self->desk), NULL, NULL, self->cancellable,
                         wanted_read_cb, g_object_ref (self));
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;

  if (errand->makes_key)
    {
      g_autoptr (VouchDone) done =
          vouch_administrator_key_make (errand->station, errand->actor, errand->path, errand->passphrase, NULL, &error);
    }
  else
    {
      g_autofree char *line =
          vouch_takeover_make (errand->station, errand->actor, errand->path, errand->passphrase, NULL, &error);

      if (line != NULL)
        vouch_takeover_send (errand->station, line, cancellable, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchTakeoverGroup *self = VOUCH_TAKEOVER_GROUP (source);
  const Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->desk == NULL)
    return;
  set_asking (self, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again), "");
  if (error != NULL)
    say (self, error->message);
  else if (errand->makes_key)
    say (self,
         _ ("The key is made. Keep the stick away from the station, and let the service trust the station again."));
  else
    {
      gtk_widget_set_visible (self->take_over, FALSE);
      say (self, _ ("Taken over. The lookup service takes what this station publishes."));
    }
}

static void
begin (VouchTakeoverGroup *self, gboolean makes_key)
{
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  if (self->desk == NULL || !may_manage (self))
    return;
  errand = g_new0 (Errand, 1);
  errand->station = vouch_desk_get_station (self->desk);
  errand->actor = vouch_desk_get_actor (self->desk);
  errand->path = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->path))));
  errand->passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->passphrase)));
  errand->makes_key = makes_key;
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  task = g_task_new (self, self->asking, done_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, errand, free_errand);
  set_asking (self, TRUE);
  say (self, NULL);
  vouch_errand_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), task, run);
}

static void
chosen_cb (const char *path, gpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (VOUCH_TAKEOVER_GROUP (data)->path), path);
}

static void
choose_cb (VouchTakeoverGroup *self)
{
  vouch_file_chooser_open (GTK_WIDGET (self), &(VouchFileChoice){ _ ("File on the Stick"), NULL, FALSE }, chosen_cb,
                           self);
}

static void
take_over_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin (VOUCH_TAKEOVER_GROUP (widget), FALSE);
}

/* A slip of the hand in the passphrase would make a key that nobody can use. */
static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchTakeoverGroup *self = VOUCH_TAKEOVER_GROUP (widget);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->passphrase)),
                   gtk_editable_get_text (GTK_EDITABLE (self->again))))
    begin (self, TRUE);
  else
    say (self, _ ("The two passphrases differ; type both again"));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_cancellable_cancel (VOUCH_TAKEOVER_GROUP (widget)->asking);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchTakeoverGroup *self = VOUCH_TAKEOVER_GROUP (page);

  g_cancellable_cancel (self->asking);
  self->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_takeover_group_dispose (GObject *object)
{
  VouchTakeoverGroup *self = VOUCH_TAKEOVER_GROUP (object);

  self->desk = NULL;
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_TAKEOVER_GROUP);
  G_OBJECT_CLASS (vouch_takeover_group_parent_class)->dispose (object);
}

static void
vouch_takeover_group_class_init (VouchTakeoverGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_takeover_group_dispose;
  gtk_widget_class_install_action (widget_class, "takeover.take-over", NULL, take_over_action);
  gtk_widget_class_install_action (widget_class, "takeover.make-key", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "takeover.cancel", NULL, cancel_action);
  g_type_ensure (VOUCH_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-takeover-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchTakeoverGroup, group);
  gtk_widget_class_bind_template_child (widget_class, VouchTakeoverGroup, path);
  gtk_widget_class_bind_template_child (widget_class, VouchTakeoverGroup, passphrase);
  gtk_widget_class_bind_template_child (widget_class, VouchTakeoverGroup, again);
  gtk_widget_class_bind_template_child (widget_class, VouchTakeoverGroup, take_over);
  gtk_widget_class_bind_template_child (widget_class, VouchTakeoverGroup, make);
  gtk_widget_class_bind_template_child (widget_class, VouchTakeoverGroup, progress);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
vouch_takeover_group_init (VouchTakeoverGroup *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  set_asking (self, FALSE);
}
