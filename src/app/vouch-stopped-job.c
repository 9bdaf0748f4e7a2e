#include "vouch-stopped-job.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-give-up-work.h"

struct _VouchStoppedJob
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GtkEditable *came_out;
  GtkEditable *why_not; /* it is given up */
  VouchDesk *desk;      /* lent; nullable */
  gint64 job_id;
};

enum
{
  RESUME,
  GIVEN_UP,
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchStoppedJob, vouch_stopped_job, ADW_TYPE_BIN)

static gboolean
read_came_out (VouchStoppedJob *self, gint64 *printed)
{
  if (g_ascii_string_to_signed (gtk_editable_get_text (self->came_out), 10, 0, G_MAXINT, printed, NULL))
    return TRUE;
  g_signal_emit (self, signals[TOLD], 0, _ ("Write how many labels came out, in digits."));
  return FALSE;
}

static void
resume_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 printed;

  if (read_came_out (VOUCH_STOPPED_JOB (widget), &printed))
    g_signal_emit (widget, signals[RESUME], 0, printed);
}

static void
given_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchStoppedJob) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  if (error == NULL)
    gtk_editable_set_text (self->why_not, "");
  g_signal_emit (self, signals[GIVEN_UP], 0, error != NULL ? error->message : NULL);
}

static void
give_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchStoppedJob *self = VOUCH_STOPPED_JOB (widget);
  g_autoptr (VouchGiveUpRequest) request = vouch_give_up_request_new ();

  request->job_id = self->job_id;
  request->reason = g_strdup (gtk_editable_get_text (self->why_not));
  if (!read_came_out (self, &request->printed))
    return;
  if (*request->reason == '\0')
    g_signal_emit (self, signals[TOLD], 0, _ ("Write why nobody goes on with these labels."));
  else
    vouch_desk_run_async (self->desk, &vouch_code_give_up, g_steal_pointer (&request), given_up_cb,
                          g_object_ref (self));
}

static void
vouch_stopped_job_dispose (GObject *object)
{
  VOUCH_STOPPED_JOB (object)->desk = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_STOPPED_JOB);
  G_OBJECT_CLASS (vouch_stopped_job_parent_class)->dispose (object);
}

static void
vouch_stopped_job_class_init (VouchStoppedJobClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_stopped_job_dispose;
  signals[RESUME] = g_signal_new ("resume", VOUCH_TYPE_STOPPED_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_INT64);
  signals[GIVEN_UP] = g_signal_new ("given-up", VOUCH_TYPE_STOPPED_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOLD] = g_signal_new ("told", VOUCH_TYPE_STOPPED_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "job.resume", NULL, resume_action);
  gtk_widget_class_install_action (widget_class, "job.give-up", NULL, give_up_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-stopped-job.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchStoppedJob, group);
  gtk_widget_class_bind_template_child (widget_class, VouchStoppedJob, came_out);
  gtk_widget_class_bind_template_child (widget_class, VouchStoppedJob, why_not);
}

static void
vouch_stopped_job_init (VouchStoppedJob *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  vouch_stopped_job_allow (self, FALSE, FALSE);
}

/**
 * vouch_stopped_job_set_desk:
 * @self: a stopped job
 * @desk: (nullable): where it is given up
 */
void
vouch_stopped_job_set_desk (VouchStoppedJob *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_STOPPED_JOB (self));

  self->desk = desk;
}

/**
 * vouch_stopped_job_show:
 * @self: a stopped job
 * @job: the job
 *
 * Where the printer did not say what came out, whoever looked may know better than the count.
 */
void
vouch_stopped_job_show (VouchStoppedJob *self, const VouchPrintJob *job)
{
  g_autofree char *title = g_strdup_printf (_ ("Stopped after label %d of %d"), (int)job->sent, (int)job->labels);
  g_autofree char *trouble = job->trouble != NULL ? g_markup_escape_text (job->trouble, -1) : NULL;
  g_autofree char *sent = g_strdup_printf ("%d", (int)job->sent);

  g_return_if_fail (VOUCH_IS_STOPPED_JOB (self));

  self->job_id = job->id;
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, trouble);
  gtk_editable_set_text (self->came_out, sent);
  gtk_widget_set_visible (GTK_WIDGET (self->came_out), job->confirmed < job->sent);
}

/**
 * vouch_stopped_job_allow:
 * @self: a stopped job
 * @may_resume: whether it can be gone on with now
 * @may_give_up: whether it can be given up now
 */
void
vouch_stopped_job_allow (VouchStoppedJob *self, gboolean may_resume, gboolean may_give_up)
{
  g_return_if_fail (VOUCH_IS_STOPPED_JOB (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "job.resume", may_resume);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "job.give-up", may_give_up);
}
