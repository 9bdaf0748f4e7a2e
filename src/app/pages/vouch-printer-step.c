#include "vouch-printer-step.h"

#include <glib/gi18n-lib.h>

#include "vouch-label-work.h"
#include "vouch-printer-settings.h"
#include "vouch-station-settings.h"

struct _VouchPrinterStep
{
  AdwBin parent_instance;
  GtkWidget *write;
  GtkWidget *open;
  GtkLabel *message;
  VouchDesk *desk;   /* lent; nullable */
  VouchActor *actor; /* nullable: whose badge it is */
  char *path;        /* nullable: of the badge */
};

/* The nobody who is signed in may not print, so the badge is printed by whom it belongs to. */
typedef struct
{
  VouchActor *actor;
  VouchLabelOrder order;
} BadgeOrder;

enum
{
  FILE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPrinterStep, vouch_printer_step, ADW_TYPE_BIN)

static void
badge_order_free (gpointer data)
{
  BadgeOrder *self = data;

  vouch_actor_unref (self->actor);
  vouch_printer_profile_free ((VouchPrinterProfile *)self->order.printer);
  g_free (self);
}

static gpointer
print_work (VouchStation *station, VouchActor *nobody, gpointer data, GError **error)
{
  BadgeOrder *badge = data;

  return vouch_label_print (station, badge->actor, &badge->order, NULL, error);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPrinterStep) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_desk_work_finish (VOUCH_DESK (source), result, &error);
  gboolean is_file = job != NULL && g_path_is_absolute (job->file);
  g_autofree char *text = job == NULL ? NULL
                          : is_file   ? g_strdup_printf (_ ("The badge is in the file %s"), job->file)
                                      : g_strdup_printf (_ ("The badge was printed on “%s”"), job->printer);

  if (self->desk != (gpointer)source)
    return;
  gtk_label_set_label (self->message, job != NULL ? text : error->message);
  gtk_widget_set_sensitive (self->write, TRUE);
  if (!is_file)
    return;
  g_free (self->path);
  self->path = g_strdup (job->file);
  gtk_widget_set_sensitive (self->open, TRUE);
}

static void
write_cb (VouchPrinterStep *self)
{
  g_autoptr (GSettings) settings = NULL;
  BadgeOrder *badge;

  if (self->desk == NULL || self->actor == NULL)
    return;
  badge = g_new0 (BadgeOrder, 1);
  badge->actor = vouch_actor_ref (self->actor);
  badge->order.purpose = VOUCH_PRINT_PURPOSE_BADGE;
  badge->order.user_id = vouch_actor_get_user_id (self->actor);
  settings = vouch_station_settings_new ();
  badge->order.printer = vouch_printer_settings_find_default (settings, VOUCH_PRINTER_USE_SHEET);
  gtk_widget_set_sensitive (self->write, FALSE);
  vouch_desk_work_async (self->desk, print_work, badge, badge_order_free, (GDestroyNotify)vouch_print_job_free,
                         printed_cb, g_object_ref (self));
}

static void
open_cb (VouchPrinterStep *self)
{
  if (self->path != NULL)
    g_signal_emit (self, signals[FILE_CHOSEN], 0, self->path);
}

static void
vouch_printer_step_dispose (GObject *object)
{
  VouchPrinterStep *self = VOUCH_PRINTER_STEP (object);

  self->desk = NULL;
  g_clear_pointer (&self->actor, vouch_actor_unref);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PRINTER_STEP);
  G_OBJECT_CLASS (vouch_printer_step_parent_class)->dispose (object);
}

static void
vouch_printer_step_class_init (VouchPrinterStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_printer_step_dispose;
  signals[FILE_CHOSEN] = g_signal_new ("file-chosen", VOUCH_TYPE_PRINTER_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-printer-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterStep, write);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterStep, open);
  gtk_widget_class_bind_template_child (widget_class, VouchPrinterStep, message);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
vouch_printer_step_init (VouchPrinterStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_printer_step_set_desk:
 * @self: a step
 * @desk: (nullable): where the badge is written
 */
void
vouch_printer_step_set_desk (VouchPrinterStep *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_PRINTER_STEP (self));

  self->desk = desk;
}

/**
 * vouch_printer_step_set_actor:
 * @self: a step
 * @actor: the first administrator
 */
void
vouch_printer_step_set_actor (VouchPrinterStep *self, VouchActor *actor)
{
  g_return_if_fail (VOUCH_IS_PRINTER_STEP (self));
  g_return_if_fail (actor != NULL);

  g_clear_pointer (&self->actor, vouch_actor_unref);
  self->actor = vouch_actor_ref (actor);
}

/**
 * vouch_printer_step_take_scan:
 * @self: a step
 * @scan: what arrived
 *
 * Says whether it is the badge.
 */
void
vouch_printer_step_take_scan (VouchPrinterStep *self, const VouchScan *scan)
{
  gboolean is_badge;

  g_return_if_fail (VOUCH_IS_PRINTER_STEP (self));
  g_return_if_fail (scan != NULL);

  is_badge = self->actor != NULL && g_str_equal (scan->text, vouch_actor_get_badge (self->actor));
  gtk_label_set_label (self->message, is_badge ? _ ("Right: this is the badge of the new administrator.")
                                               : _ ("This is not the badge of the new administrator."));
}
