#include "vouch-case-pane.h"

#include <glib/gi18n-lib.h>

#include "vouch-case-entrusted.h"
#include "vouch-case-form.h"
#include "vouch-case-rows.h"
#include "vouch-shape.h"
#include "vouch-words.h"

struct _VouchCasePane
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkLabel *title;
  VouchShape *shape;
  GtkLabel *standing;
  GtkLabel *text;
  AdwActionRow *goods;
  GtkWidget *open_lot;
  AdwActionRow *satisfaction;
  AdwPreferencesGroup *answers;
  VouchCaseEntrusted *entrusted;
  VouchCaseForm *form;
  GtkLabel *message;
  GPtrArray *rows;     /* of answers, lent */
  VouchCaseView *view; /* nullable */
  VouchDesk *desk;     /* lent; nullable */
  gboolean is_busy;
  GCancellable *cancellable;
};

static guint answered_signal;

G_DEFINE_FINAL_TYPE (VouchCasePane, vouch_case_pane, ADW_TYPE_BIN)

static void read_case (VouchCasePane *self, gint64 ticket_id);

static gboolean
may (VouchCasePane *self)
{
  g_autoptr (VouchActor) actor = self->desk != NULL ? vouch_desk_get_actor (self->desk) : NULL;

  return actor != NULL && vouch_actor_may (actor, VOUCH_PERMISSION_CASES);
}

static void
say (VouchCasePane *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
show_answers (VouchCasePane *self)
{
  g_autoptr (GPtrArray) rows = vouch_case_rows_of_answers (self->view);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->answers, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      adw_preferences_group_add (self->answers, g_ptr_array_index (rows, i));
      g_ptr_array_add (self->rows, g_ptr_array_index (rows, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->answers), rows->len > 0);
}

static void
show_standing (VouchCasePane *self)
{
  const VouchTicket *ticket = self->view->ticket;
  gint64 now = vouch_clock_now (vouch_station_get_clock (vouch_desk_get_station (self->desk)));
  gboolean is_over = ticket->state >= VOUCH_TICKET_STATE_RESOLVED;
  gboolean is_late = !is_over && ticket->due_at < now;
  g_autofree char *age = vouch_words_dup_age (ticket->received_at, now);
  g_autofree char *promise = is_over ? NULL : vouch_words_dup_promise (ticket->due_at, now);
  g_autofree char *standing = g_strdup_printf ("%s · %s%s%s", vouch_words_of_ticket (ticket->state), age,
                                               promise != NULL ? " · " : "", promise != NULL ? promise : "");

  vouch_shape_set_mark (self->shape, is_late ? VOUCH_MARK_WARNING : is_over ? VOUCH_MARK_PASS : VOUCH_MARK_QUESTION);
  gtk_label_set_label (self->standing, standing);
}

static void
show_view (VouchCasePane *self)
{
  const VouchTicket *ticket = self->view->ticket;
  g_autofree char *title = g_strdup_printf ("%s · %s", vouch_words_of_problem (ticket->problem), ticket->number);
  g_autofree char *goods = vouch_case_rows_dup_goods (self->view);
  g_autofree char *satisfaction = vouch_case_rows_dup_satisfaction (self->view);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, ticket->description != NULL ? ticket->description : "");
  adw_action_row_set_subtitle (self->goods, goods);
  gtk_widget_set_visible (self->open_lot, ticket->lot_id != 0);
  adw_action_row_set_subtitle (self->satisfaction, satisfaction != NULL ? satisfaction : "");
  gtk_widget_set_visible (GTK_WIDGET (self->satisfaction), satisfaction != NULL);
  show_standing (self);
  show_answers (self);
  vouch_case_form_set_case (self->form, may (self) ? self->view : NULL);
}

/* What was opened of the same case stays in sight. */
static void
take_view (VouchCasePane *self, VouchCaseView *view)
{
  gboolean is_other = self->view == NULL || self->view->ticket->id != view->ticket->id;
  g_autoptr (VouchCaseView) before = self->view;

  self->view = view;
  show_view (self);
  if (is_other)
    say (self, NULL);
  if (is_other || before->ticket->photo != view->ticket->photo)
    vouch_case_entrusted_set_case (self->entrusted, view, self->desk, may (self));
  else
    vouch_case_entrusted_renew (self->entrusted, view);
  gtk_stack_set_visible_child_name (self->stack, "case");
}

static gpointer
read_view (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_case_view_load (conn, *(const gint64 *)data, error);
}

static void
view_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchCasePane) self = data;
  g_autoptr (GError) error = NULL;
  VouchCaseView *view = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (view != NULL && self->desk == (gpointer)source)
    take_view (self, view);
  else
    vouch_case_view_free (view);
}

/* What was asked for before is not wanted any more. */
static void
read_case (VouchCasePane *self, gint64 ticket_id)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->desk == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  vouch_desk_read_async (self->desk, read_view, g_memdup2 (&ticket_id, sizeof ticket_id), g_free,
                         (GDestroyNotify)vouch_case_view_free, self->cancellable, view_read_cb, g_object_ref (self));
}

static void
finish_answer (VouchCasePane *self, const GError *error)
{
  self->is_busy = FALSE;
  if (self->desk == NULL || self->view == NULL)
    return;
  if (error != NULL)
    {
      say (self, error->message);
      vouch_desk_refuse (self->desk, _ ("Not answered"), error->message);
    }
  else
    {
      vouch_case_form_clear (self->form);
      say (self, _ ("Saved. The customer reads it as soon as the lookup service has it."));
      g_signal_emit (self, answered_signal, 0);
    }
  read_case (self, self->view->ticket->id);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchCasePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = vouch_desk_run_finish (VOUCH_DESK (source), result, &error);

  finish_answer (self, done != NULL ? NULL : error);
}

static void
sent_cb (VouchCasePane *self)
{
  if (self->desk == NULL || self->view == NULL || self->is_busy)
    return;
  self->is_busy = TRUE;
  vouch_desk_run_async (self->desk, &vouch_case_answer, vouch_case_form_dup_request (self->form), answered_cb,
                        g_object_ref (self));
}

static void
open_lot_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchCasePane *self = VOUCH_CASE_PANE (widget);

  if (self->desk != NULL && self->view != NULL && self->view->ticket->lot_id != 0)
    vouch_desk_open_lot (self->desk, self->view->ticket->lot_id);
}

static void
vouch_case_pane_dispose (GObject *object)
{
  VouchCasePane *self = VOUCH_CASE_PANE (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CASE_PANE);
  g_clear_pointer (&self->view, vouch_case_view_free);
  G_OBJECT_CLASS (vouch_case_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, title);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, shape);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, standing);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, text);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, goods);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, open_lot);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, satisfaction);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, answers);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, entrusted);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, form);
  gtk_widget_class_bind_template_child (widget_class, VouchCasePane, message);
}

static void
vouch_case_pane_class_init (VouchCasePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_case_pane_dispose;
  answered_signal =
      g_signal_new ("answered", VOUCH_TYPE_CASE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "case.open-lot", NULL, open_lot_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-case-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, sent_cb);
}

static void
vouch_case_pane_init (VouchCasePane *self)
{
  g_type_ensure (VOUCH_TYPE_CASE_ENTRUSTED);
  g_type_ensure (VOUCH_TYPE_CASE_FORM);
  g_type_ensure (VOUCH_TYPE_SHAPE);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->goods), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->satisfaction), FALSE);
}

/**
 * vouch_case_pane_set_desk:
 * @self: a pane
 * @desk: (nullable): the desk that it reads from and works at; lent
 */
void
vouch_case_pane_set_desk (VouchCasePane *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_CASE_PANE (self));

  g_cancellable_cancel (self->cancellable);
  self->desk = desk;
  self->is_busy = FALSE;
  vouch_case_entrusted_set_case (self->entrusted, NULL, NULL, FALSE);
  vouch_case_form_forget (self->form);
  g_clear_pointer (&self->view, vouch_case_view_free);
  gtk_stack_set_visible_child_name (self->stack, "none");
}

/**
 * vouch_case_pane_show_case:
 * @self: a pane
 * @ticket_id: a case
 *
 * Shows a case. What was typed to the one before, and not sent, is there again when that comes up again.
 */
void
vouch_case_pane_show_case (VouchCasePane *self, gint64 ticket_id)
{
  g_return_if_fail (VOUCH_IS_CASE_PANE (self));

  read_case (self, ticket_id);
}

/**
 * vouch_case_pane_get_case:
 * @self: a pane
 *
 * Returns: the case that is shown; 0 for none
 */
gint64
vouch_case_pane_get_case (VouchCasePane *self)
{
  g_return_val_if_fail (VOUCH_IS_CASE_PANE (self), 0);

  return self->view != NULL ? self->view->ticket->id : 0;
}

/* What is shown may have changed. */
void
vouch_case_pane_refresh (VouchCasePane *self)
{
  g_return_if_fail (VOUCH_IS_CASE_PANE (self));

  if (self->view != NULL)
    read_case (self, self->view->ticket->id);
}
