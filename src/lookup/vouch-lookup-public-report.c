#define G_LOG_DOMAIN "vouch-lookup"

#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-case-page.h"
#include "vouch-lookup-mark.h"
#include "vouch-lookup-public-private.h"

/* A problem report on its way through the writer. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupAsked asked;
  VouchLookupForm *form;
  VouchLookupProblem *problem;
  gint64 now_us;
  gint64 id;
  gint64 due_at;
} Report;

static void
free_report (gpointer data)
{
  Report *report = data;

  vouch_lookup_form_free (report->form);
  vouch_lookup_problem_free (report->problem);
  g_clear_error (&report->job.error);
  g_free (report);
}

static void
reply_correct (const VouchLookupAsked *asked, const VouchLookupForm *form, const char *field)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  vouch_lookup_public_reply_page (asked, 400, VOUCH_LOOKUP_NEVER_STORED,
                                  vouch_lookup_form_page_report (&frame, &asked->route, form, field));
}

static gboolean
run_report (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Report *report = (Report *)job;
  g_autoptr (VouchLookupCase) saved = NULL;
  gboolean is_new;

  if (!vouch_lookup_problem_save (report->problem, db, report->asked.self->settings.ids, report->now_us, &report->id,
                                  &is_new, error))
    return FALSE;
  if (is_new && !vouch_lookup_mark_report (db, report->problem, report->id, report->now_us, error))
    return FALSE;
  /* A form sent again keeps the promise of the first time. */
  saved = vouch_lookup_case_load (db, report->id, error);
  if (saved == NULL)
    return FALSE;
  report->due_at = saved->due_at;
  return TRUE;
}

static void
settle_report (VouchLookupJob *job)
{
  Report *report = (Report *)job;

  vouch_lookup_request_wake (report->asked.request);
}

static void
wake_report (VouchLookupRequest *request, gpointer state, gpointer owner)
{
  Report *report = state;
  VouchLookupFrame frame = vouch_lookup_public_frame (&report->asked);
  char secret[17];

  if (g_error_matches (report->job.error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT))
    reply_correct (&report->asked, report->form, "conflict");
  else if (g_error_matches (report->job.error, VOUCH_ERROR, VOUCH_ERROR_INVALID))
    reply_correct (&report->asked, report->form, vouch_error_get_field (report->job.error));
  else if (report->job.error != NULL)
    vouch_lookup_public_reply_sorry (&report->asked);
  else
    {
      vouch_lookup_tally_note (report->asked.self->settings.tally, VOUCH_LOOKUP_DEED_REPORTED);
      vouch_lookup_keys_case_secret (report->asked.self->settings.keys, report->id, secret);
      vouch_lookup_public_reply_page (&report->asked, 201, VOUCH_LOOKUP_NEVER_STORED,
                                      vouch_lookup_case_page_reported (&frame, report->id, secret, report->due_at,
                                                                       report->problem->promised_hours));
    }
}

/* The lot that is complained about, if customers know it. */
static VouchLookupLot *
find_lot (const VouchLookupAsked *asked, const char *number)
{
  VouchLookupLot *lot = NULL;

  if (*number == '\0' || !vouch_lookup_lots_find (asked->self->lots, number, &lot, NULL) || lot == NULL ||
      lot->was_released)
    return lot;
  vouch_lookup_lot_unref (lot);
  return NULL;
}

/* What this service says of the code today; it may say something else when the desk reads the report. */
static const char *
find_code_state (const VouchLookupLot *lot, const VouchLookupProblem *problem)
{
  VouchLookupUnit unit;

  if (*problem->lot == '\0' || *problem->serial == '\0')
    return "none";
  if (lot == NULL)
    return "unknown";
  vouch_lookup_lot_find_unit (lot, problem->serial, &unit);
  switch (unit.state)
    {
    case VOUCH_UNIT_ACTIVE:
      return "active";
    case VOUCH_UNIT_VOID:
      return "void";
    case VOUCH_UNIT_UNKNOWN:
    default:
      return "unknown";
    }
}

static void
save_report (VouchLookupAsked *asked, VouchLookupForm *form, VouchLookupProblem *problem)
{
  Report *report = g_new0 (Report, 1);
  g_autoptr (VouchLookupLot) lot = find_lot (asked, problem->lot);

  problem->code_state = find_code_state (lot, problem);
  problem->promised_hours =
      vouch_lookup_policies_find (asked->self->policies, lot != NULL ? lot->station : 0)->promised_hours;
  report->job.run = run_report;
  report->job.settle = settle_report;
  report->job.bell = vouch_lookup_request_get_bell (asked->request);
  report->job.is_atomic = TRUE;
  report->asked = *asked;
  report->form = form;
  report->problem = problem;
  report->now_us = vouch_clock_now (asked->self->settings.clock);
  vouch_lookup_request_sleep (asked->request, report, free_report, wake_report);
  vouch_lookup_writer_submit (asked->self->settings.writer, &report->job);
}

/**
 * vouch_lookup_public_take_report:
 * @request_asked: a POST of the problem report's form
 *
 * Takes a problem report and answers, once it is durable, with its case number and the time an answer is promised.
 */
void
vouch_lookup_public_take_report (const VouchLookupAsked *request_asked)
{
  VouchLookupAsked asked = *request_asked;
  g_autoptr (VouchLookupForm) form = NULL;
  g_autoptr (VouchLookupProblem) problem = NULL;
  g_autoptr (GError) error = NULL;

  form = vouch_lookup_public_read_form (&asked);
  if (form == NULL)
    return;
  problem = vouch_lookup_problem_read (form, vouch_lookup_public_get_desk_key (asked.self), &error);
  if (problem == NULL)
    reply_correct (&asked, form, vouch_error_get_field (error));
  else
    save_report (&asked, g_steal_pointer (&form), g_steal_pointer (&problem));
}
