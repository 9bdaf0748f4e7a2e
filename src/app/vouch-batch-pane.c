#include "vouch-batch-pane.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-batch-work.h"
#include "vouch-void-form.h"
#include "vouch-void-unit.h"

#define VOIDS_SHOWN 20

struct _VouchBatchPane
{
  AdwBin parent_instance;
  GtkWidget *counts;
  GtkEditable *applied;
  GtkEditable *spoiled;
  GtkEditable *returned;
  AdwActionRow *rest;
  GtkLabel *closed;
  GtkEditable *which;
  GtkEditable *reason;
  GtkLabel *voided;
  GtkLabel *message;
  VouchDesk *desk;       /* lent; nullable */
  VouchCodeBatch *batch; /* nullable: nothing is shown */
  gboolean is_busy;
  gboolean will_close; /* once the counts are written */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchBatchPane, vouch_batch_pane, ADW_TYPE_BIN)

static void
say (VouchBatchPane *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static gboolean
may (VouchBatchPane *self, VouchPermission permission)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, permission);
}

/* An empty field counts none. */
static gboolean
read_count (GtkEditable *entry, gint64 *count)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  *count = 0;
  return *text == '\0' || g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, count, NULL);
}

static gboolean
read_counts (VouchBatchPane *self, VouchReconcileRequest *request)
{
  return read_count (self->applied, &request->applied) && read_count (self->spoiled, &request->spoiled) &&
         read_count (self->returned, &request->returned);
}

/* Says while somebody counts what is still missing. */
static void
show_rest (VouchBatchPane *self)
{
  VouchReconcileRequest counts = { 0 };
  g_autofree char *printed = NULL;
  g_autofree char *rest = NULL;

  if (self->batch == NULL)
    return;
  printed = g_strdup_printf (_ ("Printed: %d"), (int)self->batch->units);
  if (read_counts (self, &counts))
    rest = g_strdup_printf (_ ("Not accounted for: %d"),
                            (int)(self->batch->units - counts.applied - counts.spoiled - counts.returned));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rest), printed);
  adw_action_row_set_subtitle (self->rest, rest != NULL ? rest : _ ("Write the counts in digits."));
}

static void
update_actions (VouchBatchPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const VouchCodeBatch *batch = self->batch;
  gboolean is_there = batch != NULL;
  gboolean is_printed =
      is_there && batch->closed_at == 0 &&
      (batch->state == VOUCH_CODE_BATCH_STATE_PRINTED || batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE);

  gtk_widget_action_set_enabled (widget, "batch.reconcile", is_printed && may (self, VOUCH_PERMISSION_ISSUE_CODES));
  gtk_widget_action_set_enabled (widget, "batch.close", is_printed && may (self, VOUCH_PERMISSION_ISSUE_CODES));
  gtk_widget_action_set_enabled (widget, "batch.void-units", is_there && may (self, VOUCH_PERMISSION_VOID_CODES));
}

static void
show_counts (VouchBatchPane *self)
{
  const VouchCodeBatch *batch = self->batch;
  const struct
  {
    GtkEditable *entry;
    gint64 count;
  } counts[] = { { self->applied, batch->applied },
                 { self->spoiled, batch->spoiled },
                 { self->returned, batch->returned } };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = batch->reconciled_at != 0 ? g_strdup_printf ("%d", (int)counts[i].count) : g_strdup ("");

      gtk_editable_set_text (counts[i].entry, text);
      gtk_editable_set_editable (counts[i].entry, batch->closed_at == 0);
    }
  gtk_widget_set_visible (self->counts, batch->state == VOUCH_CODE_BATCH_STATE_PRINTED ||
                                            batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE);
  gtk_widget_set_visible (GTK_WIDGET (self->closed), batch->closed_at != 0);
  show_rest (self);
}

static char *
dup_void (const VouchVoidUnit *units)
{
  if (units->units == 1)
    /* Translators: a unit whose label was withdrawn, and why. */
    return g_strdup_printf (_ ("Unit %d: %s"), (int)units->first_unit, units->reason);
  /* Translators: the first and the last of some units whose labels were withdrawn, and why. */
  return g_strdup_printf (_ ("Units %d to %d: %s"), (int)units->first_unit, (int)(units->first_unit + units->units - 1),
                          units->reason);
}

static void
show_voids (VouchBatchPane *self, const GPtrArray *voids)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint shown = 0;
  gint64 n = 0;

  for (guint i = voids->len; i > 0; i--)
    {
      const VouchVoidUnit *units = g_ptr_array_index (voids, i - 1);
      g_autofree char *line = units->batch_id == self->batch->id ? dup_void (units) : NULL;

      n += line != NULL ? units->units : 0;
      if (line != NULL && shown++ < VOIDS_SHOWN)
        g_string_append_printf (lines, "\n%s", line);
    }
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf (_ ("Labels withdrawn: %d"), (int)n);

      g_string_prepend (lines, count);
    }
  gtk_label_set_label (self->voided, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->voided), n > 0);
}

static gboolean
is_shown_alike (const VouchCodeBatch *shown, const VouchCodeBatch *batch)
{
  return shown != NULL && shown->id == batch->id && shown->state == batch->state &&
         shown->reconciled_at == batch->reconciled_at && shown->closed_at == batch->closed_at;
}

/* Said where everybody looks, and with the tone of a refusal. */
static void
refuse (VouchBatchPane *self, const char *message)
{
  say (self, message);
  vouch_desk_refuse (self->desk, _ ("Not written"), message);
}

static void
finish (VouchBatchPane *self, const GError *error)
{
  self->is_busy = FALSE;
  self->will_close = FALSE;
  if (self->desk == NULL)
    return;
  if (error != NULL)
    refuse (self, error->message);
  else
    say (self, NULL);
  update_actions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchBatchPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchReconciled) answer = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  finish (self, error);
}

static void
run_close (VouchBatchPane *self)
{
  VouchCloseBatchRequest *request = vouch_close_batch_request_new ();

  request->batch_id = self->batch->id;
  vouch_desk_run_async (self->desk, &vouch_batch_close, request, closed_cb, g_object_ref (self));
}

static void
reconciled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchBatchPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchReconciled) answer = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (answer != NULL && self->will_close && self->desk == (gpointer)source && self->batch != NULL &&
      self->batch->id == answer->batch_id)
    run_close (self);
  else
    finish (self, error);
}

static void
run_reconcile (VouchBatchPane *self, gboolean will_close)
{
  g_autoptr (VouchReconcileRequest) request = vouch_reconcile_request_new ();

  if (!read_counts (self, request))
    {
      refuse (self, _ ("Write the counts in digits."));
      return;
    }
  request->batch_id = self->batch->id;
  self->is_busy = TRUE;
  self->will_close = will_close;
  vouch_desk_run_async (self->desk, &vouch_batch_reconcile, g_steal_pointer (&request), reconciled_cb,
                        g_object_ref (self));
}

static void
reconcile_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchBatchPane *self = VOUCH_BATCH_PANE (widget);

  if (!self->is_busy)
    run_reconcile (self, FALSE);
}

/* Whoever closes has counted: what stands in the fields is what is closed on. */
static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchBatchPane *self = VOUCH_BATCH_PANE (widget);

  if (!self->is_busy)
    run_reconcile (self, TRUE);
}

static void
voided_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchBatchPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  if (done != NULL && self->desk == (gpointer)source)
    {
      gtk_editable_set_text (self->which, "");
      gtk_editable_set_text (self->reason, "");
    }
  finish (self, error);
}

static void
void_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchBatchPane *self = VOUCH_BATCH_PANE (widget);
  g_autoptr (GError) error = NULL;
  VouchVoidUnitsRequest *request = NULL;

  /* The button stays sensitive meanwhile, or it would lose the focus. */
  if (self->is_busy)
    return;
  request = vouch_void_form_read (self->batch->lot_id, gtk_editable_get_text (self->which),
                                  gtk_editable_get_text (self->reason), &error);

  if (request == NULL)
    {
      refuse (self, error->message);
      return;
    }
  self->is_busy = TRUE;
  vouch_desk_run_async (self->desk, &vouch_code_void_units, request, voided_cb, g_object_ref (self));
}

static void
vouch_batch_pane_dispose (GObject *object)
{
  VouchBatchPane *self = VOUCH_BATCH_PANE (object);

  self->desk = NULL;
  g_clear_pointer (&self->batch, vouch_code_batch_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_BATCH_PANE);
  G_OBJECT_CLASS (vouch_batch_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, counts);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, applied);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, spoiled);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, returned);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, rest);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, closed);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, which);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, voided);
  gtk_widget_class_bind_template_child (widget_class, VouchBatchPane, message);
  gtk_widget_class_bind_template_callback (widget_class, show_rest);
}

static void
vouch_batch_pane_class_init (VouchBatchPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_batch_pane_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_BATCH_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "batch.reconcile", NULL, reconcile_action);
  gtk_widget_class_install_action (widget_class, "batch.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "batch.void-units", NULL, void_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-batch-pane.ui");
  bind_children (widget_class);
}

static void
vouch_batch_pane_init (VouchBatchPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * vouch_batch_pane_set_desk:
 * @self: a pane
 * @desk: (nullable): where it writes
 */
void
vouch_batch_pane_set_desk (VouchBatchPane *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_BATCH_PANE (self));

  self->desk = desk;
  self->is_busy = FALSE;
  vouch_batch_pane_show (self, NULL, NULL);
}

/**
 * vouch_batch_pane_show:
 * @self: a pane
 * @batch: (nullable): the batch
 * @voids: (nullable) (element-type VouchVoidUnit): the units of its lot whose labels were withdrawn one by one
 *
 * Shows a batch. What somebody is writing stays, as long as the batch stands as it did.
 */
void
vouch_batch_pane_show (VouchBatchPane *self, const VouchCodeBatch *batch, const GPtrArray *voids)
{
  gboolean is_other = FALSE;
  gboolean is_alike = FALSE;

  g_return_if_fail (VOUCH_IS_BATCH_PANE (self));

  is_other = batch == NULL || self->batch == NULL || self->batch->id != batch->id;
  is_alike = batch != NULL && is_shown_alike (self->batch, batch);
  g_clear_pointer (&self->batch, vouch_code_batch_free);
  if (batch != NULL)
    self->batch = vouch_record_copy (&vouch_code_batch_type, batch);
  if (is_other)
    {
      gtk_editable_set_text (self->which, "");
      gtk_editable_set_text (self->reason, "");
      say (self, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), batch != NULL && batch->state != VOUCH_CODE_BATCH_STATE_VOIDED);
  update_actions (self);
  if (batch == NULL)
    return;
  if (!is_alike)
    show_counts (self);
  show_voids (self, voids);
}

/**
 * vouch_batch_pane_take_scan:
 * @self: a pane
 * @text: what was scanned
 *
 * A label that is scanned while its field is being written in is the one to be withdrawn.
 *
 * Returns: whether the pane took it
 */
gboolean
vouch_batch_pane_take_scan (VouchBatchPane *self, const char *text)
{
  g_return_val_if_fail (VOUCH_IS_BATCH_PANE (self), FALSE);

  if (self->batch == NULL || (gtk_widget_get_state_flags (GTK_WIDGET (self->which)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return FALSE;
  gtk_editable_set_text (self->which, text);
  gtk_editable_set_position (self->which, -1);
  return TRUE;
}
