#include "vouch-case-form.h"

#include <glib/gi18n-lib.h>

#include "vouch-words.h"

#define N_STATES (VOUCH_CASE_LAST_STATUS + 1)

struct _VouchCaseForm
{
  AdwBin parent_instance;
  AdwComboRow *status;
  GtkTextView *answer;
  GtkLabel *hint;
  VouchTicketState states[N_STATES]; /* that can be chosen */
  GHashTable *drafts;                /* what was typed and not sent, by case */
  char *number;                      /* nullable: the case */
  gint64 ticket_id;
  gint64 seen;
};

static guint sent_signal;

G_DEFINE_FINAL_TYPE (VouchCaseForm, vouch_case_form, ADW_TYPE_BIN)

static char *
dup_text (VouchCaseForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->answer);
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strstrip (text);
}

static VouchTicketState
get_status (VouchCaseForm *self)
{
  guint selected = adw_combo_row_get_selected (self->status);

  return selected < N_STATES ? self->states[selected] : VOUCH_TICKET_STATE_RECEIVED;
}

static const char *
get_hint (VouchCaseForm *self)
{
  switch ((int)get_status (self))
    {
    case VOUCH_TICKET_STATE_RESOLVED:
      return _ ("Write what the customer is told. They are asked how satisfied they are.");
    case VOUCH_TICKET_STATE_CLOSED:
      return _ ("The lookup service then deletes contact and photo, and the case cannot be taken up again.");
    default:
      return _ ("The customer sees where the case stands; a text is up to you.");
    }
}

static void
changed_cb (VouchCaseForm *self)
{
  gtk_label_set_label (self->hint, get_hint (self));
}

/* What comes next is suggested, and nothing that may not follow can be chosen. */
static void
fill_states (VouchCaseForm *self, VouchTicketState now)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint n = 0, suggested = 0;

  for (int state = 0; state <= (int)VOUCH_CASE_LAST_STATUS; state++)
    if (vouch_case_status_may_follow (now, (VouchTicketState)state))
      {
        if (state == (int)now && state < VOUCH_TICKET_STATE_RESOLVED)
          suggested = n + 1;
        else if (state == (int)now)
          suggested = n;
        self->states[n++] = (VouchTicketState)state;
        gtk_string_list_append (words, vouch_words_of_ticket ((VouchTicketState)state));
      }
  adw_combo_row_set_model (self->status, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->status, MIN (suggested, n > 0 ? n - 1 : 0));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.send", n > 0);
  changed_cb (self);
}

static void
keep_draft (VouchCaseForm *self)
{
  g_autofree char *text = dup_text (self);

  if (self->ticket_id == 0)
    return;
  if (*text != '\0')
    g_hash_table_insert (self->drafts, g_memdup2 (&self->ticket_id, sizeof (gint64)), g_steal_pointer (&text));
  else
    g_hash_table_remove (self->drafts, &self->ticket_id);
}

static void
set_text (VouchCaseForm *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->answer), text != NULL ? text : "", -1);
}

static void
send_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_widget_get_mapped (widget) && VOUCH_CASE_FORM (widget)->number != NULL)
    g_signal_emit (widget, sent_signal, 0);
}

static void
vouch_case_form_dispose (GObject *object)
{
  VouchCaseForm *self = VOUCH_CASE_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CASE_FORM);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->number, g_free);
  G_OBJECT_CLASS (vouch_case_form_parent_class)->dispose (object);
}

static void
vouch_case_form_class_init (VouchCaseFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_case_form_dispose;
  sent_signal = g_signal_new ("sent", VOUCH_TYPE_CASE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "form.send", NULL, send_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-case-form.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchCaseForm, status);
  gtk_widget_class_bind_template_child (widget_class, VouchCaseForm, answer);
  gtk_widget_class_bind_template_child (widget_class, VouchCaseForm, hint);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

/* Where the desk has no use for the key, that is, while nothing is inspected. */
static void
vouch_case_form_init (VouchCaseForm *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F12, 0), gtk_named_action_new ("form.send")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * vouch_case_form_set_case:
 * @self: a form
 * @view: (nullable): the case to answer; %NULL where there is none, or whoever is signed in may not
 *
 * What was typed to the case before, and not sent, is there again when that comes up again.
 */
void
vouch_case_form_set_case (VouchCaseForm *self, const VouchCaseView *view)
{
  g_return_if_fail (VOUCH_IS_CASE_FORM (self));

  keep_draft (self);
  g_clear_pointer (&self->number, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), view != NULL);
  if (view == NULL)
    {
      self->ticket_id = 0;
      set_text (self, NULL);
      return;
    }
  if (self->ticket_id != view->ticket->id)
    set_text (self, g_hash_table_lookup (self->drafts, &view->ticket->id));
  self->ticket_id = view->ticket->id;
  self->number = g_strdup (view->ticket->number);
  self->seen = view->seen;
  fill_states (self, view->ticket->state);
}

/**
 * vouch_case_form_dup_request:
 * @self: a form with a case
 *
 * Returns: (transfer full): what is to be said
 */
VouchAnswerCaseRequest *
vouch_case_form_dup_request (VouchCaseForm *self)
{
  VouchAnswerCaseRequest *request = vouch_answer_case_request_new ();
  g_autofree char *text = dup_text (self);

  request->number = g_strdup (self->number);
  request->status = get_status (self);
  request->answer = *text != '\0' ? g_steal_pointer (&text) : NULL;
  request->seen = self->seen;
  return request;
}

/* It was said. */
void
vouch_case_form_clear (VouchCaseForm *self)
{
  g_return_if_fail (VOUCH_IS_CASE_FORM (self));

  set_text (self, NULL);
  g_hash_table_remove (self->drafts, &self->ticket_id);
}

/* Somebody else works at the station: nobody reads what the one before has not sent. */
void
vouch_case_form_forget (VouchCaseForm *self)
{
  g_return_if_fail (VOUCH_IS_CASE_FORM (self));

  vouch_case_form_set_case (self, NULL);
  g_hash_table_remove_all (self->drafts);
}
