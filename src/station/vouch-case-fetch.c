/* Fetching what customers said and did from the lookup service, page by page, each page committed before the next. */
#include "vouch-case-fetch.h"

#include <glib/gi18n-lib.h>

#include "vouch-case-post.h"
#include "vouch-case-work.h"
#include "vouch-error.h"
#include "vouch-event-work.h"
#include "vouch-id.h"
#include "vouch-query-count-work.h"
#include "vouch-suspicion-store.h"
#include "vouch-ticket-store.h"

/* Where to fetch from. */
typedef struct
{
  VouchStation *station;
  VouchActor *actor;
  char *url;
  char *service; /* its public key */
} Source;

static void
source_clear (Source *self)
{
  g_clear_pointer (&self->actor, vouch_actor_unref);
  g_free (self->url);
  g_free (self->service);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

/**
 * vouch_case_dup_service:
 * @station: the station
 * @url: (out) (transfer full): its private address
 * @error: NOT_FOUND if no lookup service is enrolled that the network reaches
 *
 * Returns: (transfer full) (nullable): the enrolled lookup service's public key, hex
 */
char *
vouch_case_dup_service (VouchStation *station, char **url, GError **error)
{
  g_autofree char *service = vouch_station_dup_policy (station, "lookup-key");

  *url = vouch_station_dup_policy (station, "lookup-url");
  if (service != NULL && *url != NULL)
    return g_steal_pointer (&service);
  g_set_error_literal (
      error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
      service == NULL
          ? _ ("No lookup service is enrolled; an administrator enrols one with “vouch lookup enrol”")
          : _ ("No network reaches the lookup service; carry files with “vouch case write” and “vouch case receive”"));
  return NULL;
}

static gboolean
find_source (Source *self, VouchStation *station, GError **error)
{
  self->station = station;
  self->service = vouch_case_dup_service (station, &self->url, error);
  if (self->service == NULL)
    return FALSE;
  self->actor = vouch_actor_new_station ();
  return TRUE;
}

static gpointer
read_last_case (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchTicket) last = vouch_ticket_store_find_last (conn, &local);

  *(gint64 *)data = last != NULL ? last->case_id : 0;
  if (local == NULL)
    return data;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
fetch_cases (const Source *self, VouchCaseTaken *taken, GError **error)
{
  guint n = VOUCH_CASE_POST_PAGE;

  while (n >= VOUCH_CASE_POST_PAGE)
    {
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) lines = NULL;
      gint64 last = 0;

      if (vouch_station_read (self->station, read_last_case, &last, error) == NULL)
        return FALSE;
      after = last != 0 ? vouch_id_to_string (last) : NULL;
      lines = vouch_case_post_fetch_cases (self->url, after, error);
      if (lines == NULL)
        return FALSE;
      for (n = 0; n < lines->len; n++)
        if (!vouch_case_take_line (self->station, self->actor, g_ptr_array_index (lines, n), &taken->cases, error))
          return FALSE;
    }
  return TRUE;
}

/* One that was deleted there meanwhile is never waited for again. */
static gboolean
fetch_photo (const Source *self, const VouchTicket *ticket, GError **error)
{
  g_autoptr (VouchTakePhotoRequest) request = vouch_take_photo_request_new ();
  g_autofree char *id = vouch_id_to_string (ticket->case_id);
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchDone) done = NULL;

  request->ticket_id = ticket->id;
  request->sealed = vouch_case_post_fetch_photo (self->url, id, &local);
  if (local != NULL && !g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  done = vouch_use_case_run (&vouch_case_take_photo, self->station, self->actor, NULL, request, error);
  return done != NULL;
}

static gpointer
read_wanted (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_ticket_store_list_photo_wanted (conn, error);
}

/* One that did not arrive whole keeps nothing else back, and is told in the end. */
static gboolean
fetch_photos (const Source *self, VouchCaseTaken *taken, GError **broken, GError **error)
{
  g_autoptr (GPtrArray) wanted = vouch_station_read (self->station, read_wanted, NULL, error);

  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    {
      g_autoptr (GError) local = NULL;

      if (fetch_photo (self, g_ptr_array_index (wanted, i), &local))
        taken->photos++;
      else if (!g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_INVALID))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      else if (*broken == NULL)
        *broken = g_steal_pointer (&local);
    }
  return wanted != NULL;
}

typedef struct
{
  const char *service;
  gint64 seq;
} CursorQuery;

static gpointer
read_cursor (VouchConn *conn, gpointer data, GError **error)
{
  CursorQuery *query = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLookupCursor) cursor = vouch_suspicion_store_find_cursor (conn, query->service, &local);

  query->seq = cursor != NULL ? cursor->event_seq : 0;
  if (local == NULL)
    return query;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static GBytes *
join_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *)g_ptr_array_index (lines, i));
  return g_string_free_to_bytes (text);
}

static gboolean
take_events (const Source *self, GPtrArray *lines, VouchCaseTaken *taken, GError **error)
{
  g_autoptr (GBytes) text = join_lines (lines);
  VouchTakeEventsRequest request = { self->service, text };
  g_autoptr (VouchEventsTaken) answer =
      vouch_use_case_run (&vouch_event_take, self->station, self->actor, NULL, &request, error);

  taken->events += answer != NULL ? (guint)answer->taken : 0;
  return answer != NULL;
}

/* A service of an earlier version has no log. */
static gboolean
is_older (GError **error)
{
  if (error == NULL || !g_error_matches (*error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

static gboolean
fetch_events (const Source *self, VouchCaseTaken *taken, GError **error)
{
  CursorQuery query = { self->service, 0 };
  guint n = VOUCH_CASE_POST_PAGE;

  while (n >= VOUCH_CASE_POST_PAGE)
    {
      g_autoptr (GPtrArray) lines = NULL;

      if (vouch_station_read (self->station, read_cursor, &query, error) == NULL)
        return FALSE;
      lines = vouch_case_post_fetch_events (self->url, query.seq, error);
      if (lines == NULL)
        return is_older (error);
      n = lines->len;
      if (n > 0 && !take_events (self, lines, taken, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * vouch_case_fetch:
 * @station: the station
 * @taken: (inout): how much came is added to it
 * @error: NOT_FOUND if no lookup service is enrolled, BUSY if it does not answer, else what it said
 *
 * Takes over the customers' cases that came since the last time, then their photographs, then what else the service
 * noted. What was taken before a failure stays; the next time goes on there. Waits for the network.
 *
 * Returns: whether everything is here
 */
gboolean
vouch_case_fetch (VouchStation *station, VouchCaseTaken *taken, GError **error)
{
  g_auto (Source) source = { 0 };
  g_autoptr (GError) broken = NULL;

  if (!find_source (&source, station, error) || !fetch_cases (&source, taken, error) ||
      !fetch_photos (&source, taken, &broken, error) || !fetch_events (&source, taken, error))
    return FALSE;
  if (broken == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&broken));
  return FALSE;
}

/* Which lines of a page are news, and the last lot of the page. */
typedef struct
{
  GPtrArray *lines;
  GPtrArray *news; /* lent */
  char *last;
} CountPage;

static gpointer
read_news (VouchConn *conn, gpointer data, GError **error)
{
  CountPage *page = data;

  for (guint i = 0; i < page->lines->len; i++)
    {
      char *line = g_ptr_array_index (page->lines, i);
      g_autoptr (VouchQueryCount) count = vouch_query_count_read_line (line, error);
      gboolean is_news;

      if (count == NULL || !vouch_query_count_is_news (conn, count, &is_news, error))
        return NULL;
      if (is_news)
        g_ptr_array_add (page->news, line);
      g_free (page->last);
      page->last = g_strdup (count->lot);
    }
  return page;
}

static gboolean
take_counts (const Source *self, GPtrArray *news, VouchCaseTaken *taken, GError **error)
{
  g_autoptr (GBytes) text = join_lines (news);
  VouchTakeCountsRequest request = { text };
  g_autoptr (VouchDone) done = NULL;

  if (news->len == 0)
    return TRUE;
  done = vouch_use_case_run (&vouch_query_count_take, self->station, self->actor, NULL, &request, error);
  taken->lots += done != NULL ? news->len : 0;
  return done != NULL;
}

/**
 * vouch_case_fetch_counts:
 * @station: the station
 * @taken: (inout): how much came is added to it
 * @error: as for vouch_case_fetch()
 *
 * Takes over how often lots were looked up. Nothing is written of those that are as they were.
 *
 * Returns: whether all counts are here
 */
gboolean
vouch_case_fetch_counts (VouchStation *station, VouchCaseTaken *taken, GError **error)
{
  g_auto (Source) source = { 0 };
  g_autofree char *after = g_strdup ("");
  guint n = VOUCH_CASE_POST_PAGE;

  if (!find_source (&source, station, error))
    return FALSE;
  while (n >= VOUCH_CASE_POST_PAGE)
    {
      g_autoptr (GPtrArray) lines = vouch_case_post_fetch_counts (source.url, after, error);
      g_autoptr (GPtrArray) news = g_ptr_array_new ();
      CountPage page = { lines, news, NULL };
      gboolean is_taken;

      if (lines == NULL)
        return is_older (error);
      n = lines->len;
      is_taken =
          vouch_station_read (station, read_news, &page, error) != NULL && take_counts (&source, news, taken, error);
      if (page.last != NULL)
        {
          g_free (after);
          after = page.last;
        }
      if (!is_taken)
        return FALSE;
    }
  return TRUE;
}
