/* What is asked about a scan before it is used: whether it was read rightly, which of two things it says. The stage
 * stays as it is meanwhile, and whatever else is done gives the question up. */
#include <glib/gi18n-lib.h>

#include "vouch-session-private.h"
#include "vouch-text.h"

void
vouch_session_drop_question (VouchSession *self)
{
  VouchSessionQuestion *question = &self->question;

  vouch_scan_free (question->scan);
  vouch_scan_meaning_clear (&question->meaning);
  vouch_label_read_clear (&question->label);
  g_clear_pointer (&question->choices, g_ptr_array_unref);
  g_clear_pointer (&question->prompt, g_free);
  *question = (VouchSessionQuestion){ 0 };
}

gboolean
vouch_session_is_asking (const VouchSession *self)
{
  return self->question.ask != VOUCH_SESSION_ASK_NOTHING;
}

static VouchSessionQuestion *
begin (VouchSession *self, VouchSessionAsk ask, const char *prompt)
{
  vouch_session_drop_question (self);
  self->question.ask = ask;
  self->question.prompt = g_strdup (prompt);
  self->question.until_us = vouch_session_now (self) + (gint64)self->settings->sign_window_ms * 1000;
  return &self->question;
}

/* A code that was read badly: the same once more, or a person, makes it sure. */
void
vouch_session_ask_unsure (VouchSession *self, const VouchScan *scan)
{
  g_autofree char *shown = vouch_text_show (scan->text, (gssize)scan->length);
  g_autofree char *detail =
      g_strdup_printf (_ ("“%s” was read badly. Scan it again, or compare it and say OK."), shown);

  begin (self, VOUCH_SESSION_ASK_UNSURE, _ ("Is it read right?"))->scan = vouch_scan_copy (scan);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Unsure"), detail);
}

/* A lot number that may have swallowed what stands behind it, because nothing separates them. */
void
vouch_session_ask_separator (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning)
{
  const char *lot = vouch_gs1_reading_get (meaning->reading, "10");
  const char *serial = vouch_gs1_reading_get (meaning->reading, "21");
  g_autofree char *shown = vouch_text_show (lot != NULL ? lot : serial != NULL ? serial : scan->text, -1);
  g_autofree char *detail =
      lot != NULL ? g_strdup_printf (_ ("Does the label say the lot “%s”? Something else may be stuck to it."), shown)
                  : g_strdup_printf (_ ("Does the label say “%s”? Something else may be stuck to it."), shown);

  begin (self, VOUCH_SESSION_ASK_SEPARATOR, _ ("Is it read right?"))->scan = vouch_scan_copy (scan);
  self->question.until_us = 0;
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Unsure"), detail);
}

static const char *
prompt_of_fact (VouchLabelFact fact)
{
  switch (fact)
    {
    case VOUCH_LABEL_FACT_GTIN:
      return _ ("Which product number is right?");
    case VOUCH_LABEL_FACT_LOT:
      return _ ("Which lot is right?");
    case VOUCH_LABEL_FACT_PRODUCED:
      return _ ("Which production date is right?");
    case VOUCH_LABEL_FACT_EXPIRY:
      return _ ("Which expiry date is right?");
    case VOUCH_LABEL_FACT_COUNT:
      return _ ("Which count is right?");
    case VOUCH_LABEL_FACT_SSCC:
      return _ ("Which pallet number is right?");
    case VOUCH_LABEL_FACT_SERIAL:
    case VOUCH_LABEL_FACT_DRUG_CODE:
      return _ ("Which serial number is right?");
    case VOUCH_LABEL_FACT_NONE:
    default:
      g_return_val_if_reached ("");
    }
}

/* Two codes of one label say something different. */
void
vouch_session_ask_fact (VouchSession *self, const VouchLabelRead *label, VouchLabelFact fact)
{
  VouchLabelRead copy = { 0 };
  VouchSessionQuestion *question;

  vouch_label_read_copy (&copy, label);
  question = begin (self, VOUCH_SESSION_ASK_FACT, prompt_of_fact (fact));
  question->label = copy;
  question->fact = fact;
  question->until_us = 0;
  question->choices = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (question->choices, vouch_label_read_dup_fact (&self->label, fact));
  g_ptr_array_add (question->choices, vouch_label_read_dup_fact (label, fact));
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Codes disagree"),
                      _ ("The codes of this label say different things. Look at the label and choose the right one."));
}

/* A code that looks like several things; takes @meaning. */
void
vouch_session_ask_which (VouchSession *self, VouchScanMeaning *meaning, const VouchScan *scan)
{
  g_autofree char *shown = vouch_text_show (meaning->text, -1);
  g_autofree char *detail = g_strdup_printf (_ ("“%s” looks like several things. Choose what it is."), shown);
  VouchSessionQuestion *question = begin (self, VOUCH_SESSION_ASK_WHICH, _ ("What is this?"));

  question->choices = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MIN (meaning->fits->len, VOUCH_SESSION_CHOICES_MAX); i++)
    g_ptr_array_add (question->choices,
                     g_strdup (vouch_pattern_fit_get_meaning (g_ptr_array_index (meaning->fits, i))));
  question->meaning = *meaning;
  question->scan = vouch_scan_copy (scan);
  question->until_us = 0;
  *meaning = (VouchScanMeaning){ .kind = VOUCH_SCAN_KIND_SEVERAL };
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Several meanings"), detail);
}

/* A command that does harm by mistake. */
void
vouch_session_ask_command (VouchSession *self, VouchCommand command, const char *why)
{
  begin (self, VOUCH_SESSION_ASK_COMMAND, _ ("Really?"))->command = command;
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, vouch_command_get_label (command), why);
}

/* The open work is left only for what is meant. */
void
vouch_session_ask_leave (VouchSession *self, const VouchScan *scan, const char *word, const char *detail)
{
  begin (self, VOUCH_SESSION_ASK_LEAVE, _ ("Leave this work?"))->scan = vouch_scan_copy (scan);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, word, detail);
}

/* A label of something else, which lies where one of the batch should be or was taken up by mistake. */
void
vouch_session_ask_withdraw (VouchSession *self, const VouchScan *scan, const char *detail)
{
  begin (self, VOUCH_SESSION_ASK_WITHDRAW, _ ("Withdraw the unit?"))->scan = vouch_scan_copy (scan);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Wrong label"), detail);
}

static gboolean
is_over (VouchSession *self)
{
  return self->question.until_us != 0 && vouch_session_now (self) >= self->question.until_us;
}

/**
 * vouch_session_confirms:
 * @self: a session
 * @scan: what was scanned
 * @meaning: what it means
 *
 * The same code again makes one that was read badly sure, leaves the open work for what it belongs to, and says that a
 * wrong label lies there; the own badge confirms a command. Anything else gives the question up.
 *
 * Returns: whether the scan answered what was asked, and is used up
 */
gboolean
vouch_session_confirms (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning)
{
  const VouchSessionQuestion *question = &self->question;
  gboolean agrees = (question->ask == VOUCH_SESSION_ASK_UNSURE || question->ask == VOUCH_SESSION_ASK_LEAVE ||
                     question->ask == VOUCH_SESSION_ASK_WITHDRAW) &&
                    !is_over (self) && g_str_equal (question->scan->text, scan->text) &&
                    g_str_equal (question->scan->aim, scan->aim);
  gboolean is_own_badge = question->ask == VOUCH_SESSION_ASK_COMMAND && !is_over (self) && self->actor != NULL &&
                          meaning->kind == VOUCH_SCAN_KIND_BADGE && scan->sure &&
                          g_str_equal (meaning->text, vouch_actor_get_badge (self->actor));

  if (agrees || is_own_badge)
    {
      vouch_session_answer (self, VOUCH_COMMAND_OK, 0);
      return TRUE;
    }
  if (meaning->kind != VOUCH_SCAN_KIND_COMMAND)
    vouch_session_drop_question (self);
  return FALSE;
}

static void
answer_command (VouchSession *self, VouchCommand command)
{
  gboolean is_late = is_over (self);

  vouch_session_drop_question (self);
  if (is_late)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Too late"),
                        _ ("Nothing was done. Scan the command again, and OK soon after it."));
  else if (command == VOUCH_COMMAND_LOG_OUT)
    vouch_session_sign_out (self);
}

/* Used as if it had come now, by whoever vouches for it. */
static void
answer_scan (VouchSession *self, VouchScan *taken)
{
  g_autoptr (VouchScan) scan = taken;

  vouch_session_drop_question (self);
  scan->sure = TRUE;
  vouch_session_use (self, scan);
}

static void
answer_leave (VouchSession *self, VouchScan *taken)
{
  g_autoptr (VouchScan) scan = taken;
  gboolean is_late = is_over (self);

  vouch_session_drop_question (self);
  if (is_late)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Too late"),
                        _ ("Nothing was done. Scan the code again, and OK soon after it."));
  else
    vouch_session_leave (self, scan);
}

static void
answer_withdraw (VouchSession *self, VouchScan *taken)
{
  g_autoptr (VouchScan) scan = taken;
  gboolean is_late = is_over (self);

  vouch_session_drop_question (self);
  vouch_session_scan_back (self, scan, !is_late);
}

static void
answer_separator (VouchSession *self, VouchScan *taken, gboolean is_right)
{
  g_autoptr (VouchScan) scan = taken;

  vouch_session_drop_question (self);
  g_free (self->trusted);
  self->trusted = g_strdup (scan->text);
  self->distrusts = !is_right;
  vouch_session_use (self, scan);
  self->distrusts = FALSE;
}

static void
answer_fact (VouchSession *self, gboolean takes_new)
{
  g_auto (VouchLabelRead) label = self->question.label;
  VouchLabelFact fact = self->question.fact;

  self->question.label = (VouchLabelRead){ 0 };
  vouch_session_drop_question (self);
  if (takes_new)
    vouch_label_read_take (&self->label, &label, fact);
  else
    vouch_label_read_take (&label, &self->label, fact);
  vouch_session_go_on_with_label (self, &label, takes_new && fact == VOUCH_LABEL_FACT_GTIN);
}

static void
answer_which (VouchSession *self, int choice)
{
  g_auto (VouchScanMeaning) meaning = self->question.meaning;
  g_autoptr (VouchScan) scan = g_steal_pointer (&self->question.scan);
  g_autoptr (GError) error = NULL;

  self->question.meaning = (VouchScanMeaning){ 0 };
  vouch_session_drop_question (self);
  if (vouch_scan_resolve (self->station, &meaning, (guint)choice, &error))
    vouch_session_use_fit (self, &meaning, scan);
  else
    vouch_session_tell_unread (self, error);
}

static void
answer_yes (VouchSession *self)
{
  VouchSessionQuestion *question = &self->question;

  if (question->ask == VOUCH_SESSION_ASK_COMMAND)
    answer_command (self, question->command);
  else if (question->ask == VOUCH_SESSION_ASK_SEPARATOR)
    answer_separator (self, g_steal_pointer (&question->scan), TRUE);
  else if (question->ask == VOUCH_SESSION_ASK_LEAVE)
    answer_leave (self, g_steal_pointer (&question->scan));
  else if (question->ask == VOUCH_SESSION_ASK_WITHDRAW)
    answer_withdraw (self, g_steal_pointer (&question->scan));
  else
    answer_scan (self, g_steal_pointer (&question->scan));
}

/* "No" to a lot number that was read wrongly leaves the rest of the label, and the lot is asked for. */
static void
answer_no (VouchSession *self)
{
  if (self->question.ask == VOUCH_SESSION_ASK_SEPARATOR)
    {
      answer_separator (self, g_steal_pointer (&self->question.scan), FALSE);
      return;
    }
  vouch_session_drop_question (self);
  vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
}

/**
 * vouch_session_answer:
 * @self: a session
 * @command: a command
 * @argument: its number, where it has one
 *
 * Returns: whether the command answered what was asked about a scan, and is used up; if not, the question is given up
 */
gboolean
vouch_session_answer (VouchSession *self, VouchCommand command, int argument)
{
  const GPtrArray *choices = self->question.choices;
  VouchSessionAsk ask = self->question.ask;

  if (ask == VOUCH_SESSION_ASK_NOTHING || command == VOUCH_COMMAND_HELP)
    return FALSE;
  if (command == VOUCH_COMMAND_NO || command == VOUCH_COMMAND_BACK)
    answer_no (self);
  else if (command == VOUCH_COMMAND_OK && choices == NULL)
    answer_yes (self);
  else if (command == VOUCH_COMMAND_OK ||
           (command == VOUCH_COMMAND_DIGIT && choices != NULL && (argument < 1 || (guint)argument > choices->len)))
    {
      self->feedback = VOUCH_FEEDBACK_QUESTION;
      self->act++;
    }
  else if (command == VOUCH_COMMAND_DIGIT && ask == VOUCH_SESSION_ASK_FACT)
    answer_fact (self, argument == 2);
  else if (command == VOUCH_COMMAND_DIGIT && ask == VOUCH_SESSION_ASK_WHICH)
    answer_which (self, argument - 1);
  else
    {
      vouch_session_drop_question (self);
      return FALSE;
    }
  return TRUE;
}

/* The answers, each with its code. */
void
vouch_session_offer_question (const VouchSession *self, VouchDeskState *state)
{
  const VouchSessionQuestion *question = &self->question;
  const char *yes = question->ask == VOUCH_SESSION_ASK_COMMAND    ? vouch_command_get_label (question->command)
                    : question->ask == VOUCH_SESSION_ASK_LEAVE    ? _ ("Leave it")
                    : question->ask == VOUCH_SESSION_ASK_WITHDRAW ? _ ("Withdraw the Unit")
                                                                  : _ ("It is right");

  for (guint i = 0; question->choices != NULL && i < question->choices->len; i++)
    {
      vouch_desk_state_add_choice (state, g_ptr_array_index (question->choices, i));
      vouch_desk_state_add_answer (state, VOUCH_COMMAND_DIGIT, (int)i + 1, g_ptr_array_index (question->choices, i));
    }
  if (question->choices == NULL)
    vouch_desk_state_add_answer (state, VOUCH_COMMAND_OK, 0, yes);
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_NO, 0, _ ("No"));
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_BACK, 0, vouch_command_get_label (VOUCH_COMMAND_BACK));
  vouch_desk_state_add_answer (state, VOUCH_COMMAND_HELP, 0, vouch_command_get_label (VOUCH_COMMAND_HELP));
}
