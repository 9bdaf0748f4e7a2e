/* Scans that came to nothing: kept until somebody has seen them, and for the list of problem scans. */
#include "vouch-scan-problem-work.h"
#include "vouch-session-private.h"
#include "vouch-text.h"

/* A list that cannot be written is no reason to stop the work: the result itself is on the screen. */
static gboolean
run (VouchSession *self, const VouchUseCase *use_case, gconstpointer request)
{
  g_autoptr (VouchActor) station = vouch_actor_new_station ();
  g_autoptr (GError) error = NULL;
  gpointer answer = vouch_use_case_run (use_case, self->station, station, NULL, request, &error);
  gboolean done = answer != NULL;

  vouch_record_free (use_case->answer, answer);
  if (!done)
    g_debug ("The list of problem scans was not written: %s", error->message);
  return done;
}

static void
note (VouchSession *self, const char *text)
{
  g_autofree char *shown = text != NULL ? vouch_text_show (text, -1) : NULL;
  VouchNoteProblemRequest request = {
    .text = shown,
    .word = self->word,
    .detail = self->detail,
    .user_id = self->actor != NULL ? vouch_actor_get_user_id (self->actor) : 0,
  };

  if (!run (self, &vouch_scan_problem_note, &request))
    return;
  self->n_problems++;
  self->has_open_problem = TRUE;
}

/* What was not understood is seen once an OK, or anything that worked, has taken its place. */
static void
acknowledge (VouchSession *self)
{
  VouchSeenProblemsRequest request = { 0 };

  if (self->has_open_problem && run (self, &vouch_scan_problem_acknowledge, &request))
    self->has_open_problem = FALSE;
}

/**
 * vouch_session_settle_problem:
 * @self: a session that has just taken a scan, a command or an answer
 * @before: its count of acts before that
 * @scanned: (nullable): what was scanned; %NULL for anything else
 *
 * Keeps a scan that was not understood, and notes that earlier ones were seen where this one was.
 */
void
vouch_session_settle_problem (VouchSession *self, guint before, const char *scanned)
{
  if (self->act == before || self->feedback == VOUCH_FEEDBACK_TICK)
    return;
  if (self->feedback != VOUCH_FEEDBACK_MISREAD)
    acknowledge (self);
  else if (scanned != NULL)
    note (self, scanned);
}

/**
 * vouch_session_refuse:
 * @self: a session
 * @word: what is said
 * @message: why a scan was not used
 *
 * A scan that was refused before anybody looked at its meaning: half of it, two scanners at once, control characters.
 */
void
vouch_session_refuse (VouchSession *self, const char *word, const char *message)
{
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, word, message);
  vouch_session_note_scan (self, NULL, NULL);
  note (self, NULL);
}
