/* A customer's case: how it stands, and how satisfied he is. */
#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-lookup-case-page.h"
#include "vouch-lookup-public-private.h"
#include "vouch-lookup-satisfaction.h"

/* An answer on its way through the writer. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupAsked asked;
  VouchLookupSatisfaction *satisfaction;
  gint64 case_id;
  gint64 now_us;
} Survey;

static VouchLookupCase *
find_case (const VouchLookupAsked *asked)
{
  gint64 id = 0;
  char secret[17];

  if (!vouch_id_parse (asked->route.number, &id, NULL))
    id = 0;
  vouch_lookup_keys_case_secret (asked->self->settings.keys, id, secret);
  if (id == 0 || !vouch_equal_in_constant_time (secret, asked->route.secret, 16))
    return NULL;
  return vouch_lookup_case_load (asked->self->reader, id, NULL);
}

static void
reply_case (const VouchLookupAsked *asked, guint status, const VouchLookupCase *found, const VouchLookupForm *sent)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);
  g_autoptr (VouchLookupLot) lot = NULL;

  if (found->lot != NULL && vouch_lookup_lots_find (asked->self->lots, found->lot, &lot, NULL))
    frame = vouch_lookup_public_frame_of (asked, lot);
  vouch_lookup_public_reply_page (asked, status, VOUCH_LOOKUP_NEVER_STORED,
                                  vouch_lookup_case_page (&frame, found, asked->route.secret, sent));
}

static void
reply_none (const VouchLookupAsked *asked)
{
  VouchLookupFrame frame = vouch_lookup_public_frame (asked);

  if (!vouch_lookup_public_take (asked, VOUCH_LOOKUP_LIMIT_MISS))
    vouch_lookup_public_reply_busy (asked);
  else
    vouch_lookup_public_reply_page (asked, 404, VOUCH_LOOKUP_NEVER_STORED,
                                    vouch_lookup_case_page_search (&frame, TRUE));
}

/**
 * vouch_lookup_public_answer_case:
 * @asked: a request for a case's status
 *
 * Answers who knows the case's secret.
 */
void
vouch_lookup_public_answer_case (const VouchLookupAsked *asked)
{
  g_autoptr (VouchLookupCase) found = find_case (asked);

  if (found != NULL)
    reply_case (asked, 200, found, NULL);
  else
    reply_none (asked);
}

static void
free_survey (gpointer data)
{
  Survey *survey = data;

  vouch_lookup_satisfaction_free (survey->satisfaction);
  g_clear_error (&survey->job.error);
  g_free (survey);
}

static gboolean
run_survey (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  const Survey *survey = (Survey *)job;

  return vouch_lookup_satisfaction_save (survey->satisfaction, db, survey->case_id, survey->now_us, error);
}

static void
settle_survey (VouchLookupJob *job)
{
  Survey *survey = (Survey *)job;

  vouch_lookup_request_wake (survey->asked.request);
}

/* The page says thanks, now and when it is looked at again. */
static void
wake_survey (VouchLookupRequest *request, gpointer state, gpointer owner)
{
  Survey *survey = state;

  if (survey->job.error != NULL)
    vouch_lookup_public_reply_sorry (&survey->asked);
  else
    vouch_lookup_public_answer_case (&survey->asked);
}

/**
 * vouch_lookup_public_take_satisfaction:
 * @request_asked: a POST of the question at a case's end
 *
 * Notes how satisfied a customer is, once, and answers with the case's page when that is durable.
 */
void
vouch_lookup_public_take_satisfaction (const VouchLookupAsked *request_asked)
{
  VouchLookupAsked asked = *request_asked;
  g_autoptr (VouchLookupForm) form = vouch_lookup_public_read_form (&asked);
  g_autoptr (VouchLookupCase) found = NULL;
  g_autoptr (VouchLookupSatisfaction) satisfaction = NULL;
  Survey *survey;

  if (form == NULL)
    return;
  found = find_case (&asked);
  satisfaction = vouch_lookup_satisfaction_read (form);
  if (found == NULL)
    reply_none (&asked);
  else if (satisfaction == NULL)
    reply_case (&asked, 400, found, form);
  else
    {
      survey = g_new0 (Survey, 1);
      survey->job = (VouchLookupJob){ .run = run_survey, .settle = settle_survey, .is_atomic = TRUE };
      survey->job.bell = vouch_lookup_request_get_bell (asked.request);
      survey->asked = asked;
      survey->satisfaction = g_steal_pointer (&satisfaction);
      survey->case_id = found->id;
      survey->now_us = vouch_clock_now (asked.self->settings.clock);
      vouch_lookup_request_sleep (asked.request, survey, free_survey, wake_survey);
      vouch_lookup_writer_submit (asked.self->settings.writer, &survey->job);
    }
}
