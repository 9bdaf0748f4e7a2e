#define G_LOG_DOMAIN "vouch-publish"

/* What became of what was published, by the service's answers; declared in vouch-publish-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-outbox-store.h"
#include "vouch-publish-work.h"
#include "vouch-publisher.h"

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_outbox_store_list_waiting (conn, error);
}

/* The answer to exactly this publication: an answer to another history with the same numbers is none. */
static const VouchPublisherAnswer *
find_answer (VouchStation *station, GPtrArray *answers, const VouchOutbox *row)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const VouchPublisherAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->station == vouch_station_get_number (station) && answer->epoch == row->epoch &&
          answer->seq == row->seq && answer->hash != NULL && g_bytes_equal (answer->hash, row->body_hash))
        return answer;
    }
  return NULL;
}

static gboolean
is_taken (const VouchPublisherAnswer *answer)
{
  return answer != NULL && (answer->state == VOUCH_PUBLISHER_STORED || answer->state == VOUCH_PUBLISHER_ALREADY);
}

static gboolean
note_sent (VouchStation *station, const VouchOutbox *last, GError **error)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  VouchSentRequest request = { last->epoch, last->seq };
  g_autoptr (VouchDone) done = vouch_use_case_run (&vouch_publish_note_sent, station, actor, NULL, &request, error);

  return done != NULL;
}

/* The first so many that were taken, an epoch at a time. */
static gboolean
note_taken (VouchStation *station, GPtrArray *waiting, guint n_taken, GError **error)
{
  for (guint i = 0; i < n_taken; i++)
    {
      const VouchOutbox *row = g_ptr_array_index (waiting, i);
      const VouchOutbox *next = i + 1 < n_taken ? g_ptr_array_index (waiting, i + 1) : NULL;

      if ((next == NULL || next->epoch != row->epoch) && !note_sent (station, row, error))
        return FALSE;
    }
  return TRUE;
}

/* People are told of it until the publication is taken; of one that only has to come again they are not. */
static void
note_refused (VouchStation *station, const VouchOutbox *row, const GError *refusal)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  VouchRefusedRequest request = { row->epoch, row->seq, refusal->message };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  if (g_error_matches (refusal, VOUCH_ERROR, VOUCH_ERROR_BUSY) || g_strcmp0 (row->refusal, refusal->message) == 0)
    return;
  done = vouch_use_case_run (&vouch_publish_note_refused, station, actor, NULL, &request, &error);
  if (done == NULL)
    g_warning ("%s", error->message);
}

/* Why the first that was not taken was not. One that was not answered waits on. */
static gboolean
explain (VouchStation *station, const VouchOutbox *row, const VouchPublisherAnswer *answer, GError **error)
{
  if (answer == NULL)
    return TRUE;
  if (answer->error != NULL)
    {
      note_refused (station, row, answer->error);
      g_propagate_error (error, g_error_copy (answer->error));
    }
  else
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                         _ ("The lookup service waits for earlier publications; publish again"));
  return FALSE;
}

/**
 * vouch_publish_settle:
 * @station: the station
 * @answers: (element-type VouchPublisherAnswer): what the service answered, over the network or in a file
 * @n_taken: (out): how many publications wait no more
 * @error: why the first that the service did not take was not taken
 *
 * Notes which publications arrived, in their order, and what was refused. What was acknowledged stays so even if a
 * later one was refused.
 *
 * Returns: whether everything that was answered was taken
 */
gboolean
vouch_publish_settle (VouchStation *station, GPtrArray *answers, gint64 *n_taken, GError **error)
{
  *n_taken = 0;
  for (;;)
    {
      g_autoptr (GPtrArray) waiting = vouch_station_read (station, read_waiting, NULL, error);
      const VouchPublisherAnswer *answer = NULL;
      guint n = 0;

      if (waiting == NULL)
        return FALSE;
      while (n < waiting->len && is_taken (answer = find_answer (station, answers, g_ptr_array_index (waiting, n))))
        n++;
      if (!note_taken (station, waiting, n, error))
        return FALSE;
      *n_taken += n;
      if (n < waiting->len)
        return explain (station, g_ptr_array_index (waiting, n), answer, error);
      if (waiting->len == 0)
        return TRUE;
    }
}
