#include "vouch-lookup-link.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define PAUSE_US G_USEC_PER_SEC

/* What the server could not do for us now, and can do if asked again. */
static const char *const passing_states[] = { "40001", "40P01", "55P03", "57014", NULL };

void
vouch_lookup_link_init (VouchLookupLink *self, const char *url, const char *setup)
{
  *self = (VouchLookupLink){ .url = g_strdup (url), .setup = setup };
}

void
vouch_lookup_link_clear (VouchLookupLink *self)
{
  g_clear_pointer (&self->conn, PQfinish);
  g_clear_pointer (&self->url, g_free);
}

gboolean
vouch_lookup_link_is_up (const VouchLookupLink *self)
{
  return self->conn != NULL && PQstatus (self->conn) == CONNECTION_OK;
}

/* The one place where an answer of the server becomes an error of ours; returns FALSE. */
gboolean
vouch_lookup_link_fail (VouchLookupLink *self, const PGresult *result, GError **error)
{
  const char *state = result != NULL ? PQresultErrorField (result, PG_DIAG_SQLSTATE) : NULL;
  const char *primary = result != NULL ? PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
  g_autofree char *said = g_strdup (primary != NULL ? primary : PQerrorMessage (self->conn));
  VouchErrorCode code =
      state != NULL && g_strv_contains (passing_states, state) ? VOUCH_ERROR_BUSY : VOUCH_ERROR_STORAGE;

  g_strdelimit (g_strstrip (said), "\n\t", ' ');
  g_set_error (error, VOUCH_ERROR, (int)code, _ ("The database server says: %s"), said);
  return FALSE;
}

/* Runs statements without parameters or rows. */
gboolean
vouch_lookup_link_exec (VouchLookupLink *self, const char *sql, GError **error)
{
  PGresult *result = PQexec (self->conn, sql);
  ExecStatusType status = PQresultStatus (result);
  gboolean done =
      status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || vouch_lookup_link_fail (self, result, error);

  PQclear (result);
  return done;
}

/* Nothing of the server's own settings may make a commit that was answered less than durable, or a wait endless. */
static gboolean
set_up (VouchLookupLink *self, GError **error)
{
  static const char always[] =
      "SET statement_timeout = '20s'; SET lock_timeout = '15s'; SET idle_in_transaction_session_timeout = '60s'; "
      "SET client_min_messages = warning; "
      "SELECT set_config ('synchronous_commit', 'on', false) WHERE current_setting ('synchronous_commit') = 'off'";

  return vouch_lookup_link_exec (self, always, error) &&
         (self->setup == NULL || vouch_lookup_link_exec (self, self->setup, error));
}

static void
drop_notice (void *data, const PGresult *result)
{
}

/* Times out on a server that went away without a word. */
static PGconn *
make (const char *url)
{
  static const char *const names[] = { "dbname",           "fallback_application_name", "client_encoding",
                                       "connect_timeout",  "keepalives_idle",           "keepalives_interval",
                                       "keepalives_count", "tcp_user_timeout",          NULL };
  const char *values[] = { url, "vouch-lookup", "UTF8", "3", "5", "2", "3", "10000", NULL };
  PGconn *conn = PQconnectdbParams (names, values, 1);

  PQsetNoticeReceiver (conn, drop_notice, NULL);
  return conn;
}

/**
 * vouch_lookup_link_ensure:
 * @self: a link
 * @error: STORAGE
 *
 * Makes the connection again if it is lost, but not more than once a second.
 *
 * Returns: whether it is up
 */
gboolean
vouch_lookup_link_ensure (VouchLookupLink *self, GError **error)
{
  gint64 now = g_get_monotonic_time ();

  if (vouch_lookup_link_is_up (self))
    return TRUE;
  if (self->tried_at != 0 && now - self->tried_at < PAUSE_US)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The database server cannot be reached"));
      return FALSE;
    }
  g_clear_pointer (&self->conn, PQfinish);
  self->conn = make (self->url);
  self->generation++;
  if (vouch_lookup_link_is_up (self) && set_up (self, error))
    {
      self->tried_at = 0;
      return TRUE;
    }
  self->tried_at = g_get_monotonic_time ();
  if (error == NULL || *error == NULL)
    vouch_lookup_link_fail (self, NULL, error);
  g_clear_pointer (&self->conn, PQfinish);
  return FALSE;
}
