#include "vouch-carry-group.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-carried-file.h"
#include "vouch-errand.h"
#include "vouch-file-chooser.h"
#include "vouch-spinner.h"

struct _VouchCarryGroup
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GtkWidget *path;
  GtkWidget *progress;
  VouchDesk *desk; /* lent; nullable */
};

/* A stick is slow, and a file may be long. */
typedef struct
{
  VouchStation *station;
  VouchCarriedKind kind;
  char *path;
} Errand;

static const char *const actions[] = { "carry.publications", "carry.answers", "carry.back" };

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchCarryGroup, vouch_carry_group, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
free_errand (gpointer data)
{
  Errand *errand = data;

  g_free (errand->path);
  g_free (errand);
}

static gboolean
may_carry (VouchCarryGroup *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_MANAGE_STATION);
}

static void
set_busy (VouchCarryGroup *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (self->path, !is_busy);
  gtk_widget_set_visible (self->progress, is_busy);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !is_busy);
}

static void
refresh (VouchPage *page)
{
  VouchCarryGroup *self = VOUCH_CARRY_GROUP (page);

  gtk_widget_set_visible (GTK_WIDGET (self), may_carry (self));
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Errand *errand = data;
  GError *error = NULL;
  char *said = vouch_carried_file_pass (errand->station, errand->kind, errand->path, &error);

  if (said != NULL)
    g_task_return_pointer (task, said, g_free);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchCarryGroup *self = VOUCH_CARRY_GROUP (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->desk == NULL)
    return;
  set_busy (self, FALSE);
  adw_preferences_group_set_description (self->group, said != NULL ? said : error->message);
}

static void
carry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchCarryGroup *self = VOUCH_CARRY_GROUP (widget);
  g_autoptr (GTask) task = NULL;
  Errand *errand;

  if (!may_carry (self))
    return;
  errand = g_new0 (Errand, 1);
  errand->station = vouch_desk_get_station (self->desk);
  errand->path = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->path))));
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i], name))
      errand->kind = (VouchCarriedKind)i;
  task = g_task_new (self, NULL, done_cb, NULL);
  g_task_set_task_data (task, errand, free_errand);
  set_busy (self, TRUE);
  vouch_errand_run (GTK_WINDOW (gtk_widget_get_root (widget)), task, run);
}

static void
chosen_cb (const char *path, gpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (VOUCH_CARRY_GROUP (data)->path), path);
}

static void
choose_cb (VouchCarryGroup *self)
{
  vouch_file_chooser_open (GTK_WIDGET (self), &(VouchFileChoice){ _ ("File on the Stick"), NULL, FALSE }, chosen_cb,
                           self);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VOUCH_CARRY_GROUP (page)->desk = desk;
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
}

static void
vouch_carry_group_dispose (GObject *object)
{
  VOUCH_CARRY_GROUP (object)->desk = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CARRY_GROUP);
  G_OBJECT_CLASS (vouch_carry_group_parent_class)->dispose (object);
}

static void
vouch_carry_group_class_init (VouchCarryGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_carry_group_dispose;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, carry_action);
  g_type_ensure (VOUCH_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-carry-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchCarryGroup, group);
  gtk_widget_class_bind_template_child (widget_class, VouchCarryGroup, path);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_child (widget_class, VouchCarryGroup, progress);
}

static void
vouch_carry_group_init (VouchCarryGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  set_busy (self, FALSE);
}
