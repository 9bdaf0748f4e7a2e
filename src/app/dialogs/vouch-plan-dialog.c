#include "vouch-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-discard-question.h"
#include "vouch-plan-trial.h"
#include "vouch-plan-version-work.h"
#include "vouch-rule-words.h"
#include "vouch-split.h"
#include "vouch-words.h"

struct _VouchPlanDialog
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkLabel *message;
  VouchPlanEditor *editor;
  VouchPlanTrial *trial;
  GtkWidget *approve;
  GtkWidget *retire;
  GtkWidget *save;
  VouchDesk *desk; /* nullable: until it is closed */
  GCancellable *cancellable;
  VouchPlanFile *file; /* nullable: until it was read */
  gboolean was_edited;
  gboolean may_close; /* although what was changed is not saved */
};

enum
{
  DRAFTED,
  SIGN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPlanDialog, vouch_plan_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  gint64 product_id;
  gint64 version;
} PlanQuery;

static void
say (VouchPlanDialog *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static gboolean
may (VouchPlanDialog *self, VouchPermission permission)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, permission);
}

static void
changed_cb (VouchPlanDialog *self)
{
  gboolean is_edited = vouch_plan_editor_is_edited (self->editor);

  if (self->file == NULL)
    return;
  if (is_edited && !self->was_edited)
    vouch_plan_trial_compare_in_force (self->trial);
  self->was_edited = is_edited;
  gtk_widget_set_sensitive (self->save, vouch_plan_editor_is_savable (self->editor));
  vouch_plan_trial_show (self->trial, vouch_plan_editor_get_plan (self->editor),
                         vouch_plan_editor_get_rule (self->editor), self->file->in_force);
}

static char *
dup_subtitle (const VouchPlanFile *file)
{
  const VouchInspectionPlan *plan = file->plan != NULL ? file->plan->plan : NULL;

  if (plan == NULL)
    return g_strdup (_ ("No version is in force"));
  if (plan->state == VOUCH_PLAN_STATE_DRAFT)
    /* Translators: a version's number, a person. */
    return g_strdup_printf (_ ("Version %d, drafted by %s, waits for approval"), (int)plan->version, file->author);
  if (plan->state == VOUCH_PLAN_STATE_APPROVED)
    /* Translators: a version's number, a person. */
    return g_strdup_printf (_ ("Version %d, approved by %s, is in force"), (int)plan->version, file->approver);
  return g_strdup_printf (_ ("Version %d is out of use"), (int)plan->version);
}

static void
show_file (VouchPlanDialog *self)
{
  const VouchPlanFile *file = self->file;
  g_autofree char *title = g_strdup_printf ("%s · %s", file->product->sku,
                                            vouch_words_choose (file->product->name_en, file->product->name_zh));
  g_autofree char *subtitle = dup_subtitle (file);
  VouchPlanState state = file->plan != NULL ? file->plan->plan->state : VOUCH_PLAN_STATE_RETIRED;
  gboolean may_approve = may (self, VOUCH_PERMISSION_APPROVE_PLAN);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (self->approve, may_approve && state == VOUCH_PLAN_STATE_DRAFT);
  gtk_widget_set_visible (self->retire, may_approve && state != VOUCH_PLAN_STATE_RETIRED);
  gtk_button_set_label (GTK_BUTTON (self->retire),
                        state == VOUCH_PLAN_STATE_DRAFT ? _ ("Refuse…") : _ ("Take out of Use…"));
  gtk_widget_set_visible (self->save, may (self, VOUCH_PERMISSION_DRAFT_PLAN));
  if (state == VOUCH_PLAN_STATE_DRAFT)
    vouch_plan_trial_compare_in_force (self->trial);
  vouch_plan_editor_show (self->editor, file, may (self, VOUCH_PERMISSION_DRAFT_PLAN));
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  const PlanQuery *query = data;

  return vouch_plan_file_load (conn, query->product_id, VOUCH_PLAN_TYPE_INCOMING, query->version, error);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPlanDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanFile) file = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  say (self, error != NULL ? error->message : NULL);
  if (file == NULL)
    return;
  self->file = g_steal_pointer (&file);
  show_file (self);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPlanDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPlanChanged) changed = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (changed == NULL)
    {
      say (self, error->message);
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }
  g_signal_emit (self, signals[DRAFTED], 0);
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
discard (GtkWindow *window)
{
  VOUCH_PLAN_DIALOG (window)->may_close = TRUE;
  gtk_window_close (window);
}

static gboolean
close_request_cb (VouchPlanDialog *self)
{
  if (self->may_close || !vouch_plan_editor_is_edited (self->editor))
    return GDK_EVENT_PROPAGATE;
  vouch_discard_question_ask (GTK_WINDOW (self), _ ("They are not saved as a draft yet."), discard);
  return GDK_EVENT_STOP;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchPlanDialog *self = VOUCH_PLAN_DIALOG (widget);
  g_autofree char *note = NULL;
  VouchPlanDraftRequest *request;

  if (self->desk == NULL || !vouch_plan_editor_is_savable (self->editor))
    return;
  note = vouch_plan_editor_dup_note (self->editor);
  request = vouch_plan_draft_request_of (vouch_plan_editor_get_plan (self->editor),
                                         self->file->plan != NULL ? self->file->plan->plan->version : 0, note);
  gtk_widget_set_sensitive (self->save, FALSE);
  vouch_desk_run_async (self->desk, &vouch_plan_draft, request, drafted_cb, g_object_ref (self));
}

static void
save_cb (VouchPlanDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "plan.save", NULL);
}

static void
approve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGN], 0, FALSE);
}

static void
retire_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGN], 0, TRUE);
}

static void
vouch_plan_dialog_dispose (GObject *object)
{
  VouchPlanDialog *self = VOUCH_PLAN_DIALOG (object);

  g_clear_object (&self->desk);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PLAN_DIALOG);
  g_clear_pointer (&self->file, vouch_plan_file_free);
  G_OBJECT_CLASS (vouch_plan_dialog_parent_class)->dispose (object);
}

static void
vouch_plan_dialog_class_init (VouchPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_plan_dialog_dispose;
  signals[DRAFTED] =
      g_signal_new ("drafted", VOUCH_TYPE_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGN] = g_signal_new ("sign", VOUCH_TYPE_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_BOOLEAN);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_install_action (widget_class, "plan.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "plan.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "plan.retire", NULL, retire_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPlanDialog, title);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanDialog, message);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanDialog, editor);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanDialog, trial);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanDialog, approve);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanDialog, retire);
  gtk_widget_class_bind_template_child (widget_class, VouchPlanDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
}

static void
vouch_plan_dialog_init (VouchPlanDialog *self)
{
  self->cancellable = g_cancellable_new ();
  g_type_ensure (VOUCH_TYPE_PLAN_EDITOR);
  g_type_ensure (VOUCH_TYPE_PLAN_TRIAL);
  g_type_ensure (VOUCH_TYPE_SPLIT);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}

/**
 * vouch_plan_dialog_new:
 * @parent: the window that the dialog stands before
 * @desk: where it reads and drafts
 * @product_id: whose plan for incoming goods
 * @version: which version; 0 is the one in force
 *
 * Returns: (transfer full): the dialog, to be presented
 */
VouchPlanDialog *
vouch_plan_dialog_new (GtkWindow *parent, VouchDesk *desk, gint64 product_id, gint64 version)
{
  VouchPlanDialog *self;
  PlanQuery *query;
  int width = 0, height = 0;

  g_return_val_if_fail (VOUCH_IS_DESK (desk), NULL);

  self = g_object_new (VOUCH_TYPE_PLAN_DIALOG, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  if (parent != NULL)
    {
      width = gtk_widget_get_width (GTK_WIDGET (parent));
      height = gtk_widget_get_height (GTK_WIDGET (parent));
    }
  /* A plan with its chart takes the room that there is. */
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  query = g_new (PlanQuery, 1);
  *query = (PlanQuery){ product_id, version };
  vouch_desk_read_async (desk, read_file, query, g_free, (GDestroyNotify)vouch_plan_file_free, self->cancellable,
                         file_read_cb, g_object_ref (self));
  return self;
}

/**
 * vouch_plan_dialog_get_file:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL until it was read
 */
const VouchPlanFile *
vouch_plan_dialog_get_file (VouchPlanDialog *self)
{
  g_return_val_if_fail (VOUCH_IS_PLAN_DIALOG (self), NULL);

  return self->file;
}

/**
 * vouch_plan_dialog_get_editor:
 * @self: a dialog
 *
 * Returns: (transfer none): where the plan is changed
 */
VouchPlanEditor *
vouch_plan_dialog_get_editor (VouchPlanDialog *self)
{
  g_return_val_if_fail (VOUCH_IS_PLAN_DIALOG (self), NULL);

  return self->editor;
}
