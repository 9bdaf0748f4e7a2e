#include "vouch-condition.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-outbox-store.h"
#include "vouch-restore-notice.h"
#include "vouch-suspicion-store.h"

/* A clock that is put right by a few seconds is no event. */
#define CLOCK_TOLERANCE_US (2 * 60 * G_USEC_PER_SEC)

static const char *const names[] = {
  "sound", "suspicious", "refused", "restored", "clock_back", "low_space", "no_space", "read_only", "gone", NULL,
};

const VouchEnum vouch_condition_values = { names };

static char *
dup_amount (gint64 bytes)
{
  return g_format_size_full ((guint64)MAX (bytes, 0), G_FORMAT_SIZE_IEC_UNITS);
}

static VouchCondition
look_at_disk (VouchStation *station, char **message)
{
  VouchDiskFacts facts;
  g_autofree char *room = NULL;
  const char *directory = vouch_station_get_directory (station);

  /* A disk that does not answer is judged by what it does with the next act. */
  if (!vouch_db_look_at_disk (vouch_station_get_db (station), &facts))
    return VOUCH_CONDITION_SOUND;
  room = dup_amount (facts.free_bytes);
  if (facts.is_read_only)
    {
      *message = g_strdup_printf (_ ("The disk of %s is read-only: everything can be looked at, nothing can be saved"),
                                  directory);
      return VOUCH_CONDITION_READ_ONLY;
    }
  if (facts.free_bytes < VOUCH_CONDITION_STOP_BELOW)
    {
      *message = g_strdup_printf (_ ("Only %s are free on the disk: nothing new is taken until there is more room; "
                                     "looking and exporting go on"),
                                  room);
      return VOUCH_CONDITION_NO_SPACE;
    }
  if (facts.free_bytes < VOUCH_CONDITION_WARN_BELOW)
    {
      *message = g_strdup_printf (_ ("Only %s are free on the disk; make room soon"), room);
      return VOUCH_CONDITION_LOW_SPACE;
    }
  return VOUCH_CONDITION_SOUND;
}

/* Why a station that this process wanted to own is only looked at. */
static VouchCondition
look_at_mode (VouchStation *station, char **message)
{
  const char *reason = vouch_db_get_read_only_reason (vouch_station_get_db (station));

  if (reason == NULL)
    return VOUCH_CONDITION_SOUND;
  *message = g_strdup_printf (_ ("%s: everything can be looked at, nothing can be saved"), reason);
  return VOUCH_CONDITION_READ_ONLY;
}

static gint64
get_behind_us (VouchStation *station)
{
  return vouch_station_get_latest (station) - vouch_clock_now (vouch_station_get_clock (station));
}

static VouchCondition
look_at_clock (VouchStation *station, char **message)
{
  gint64 behind_us = get_behind_us (station);
  gulong minutes = (gulong)(behind_us / G_USEC_PER_SEC / 60);

  if (!vouch_condition_is_clock_back (station))
    return VOUCH_CONDITION_SOUND;
  *message = g_strdup_printf (ngettext ("The clock is %d minute behind what was recorded last; put it right",
                                        "The clock is %d minutes behind what was recorded last; put it right", minutes),
                              (int)minutes);
  return VOUCH_CONDITION_CLOCK_BACK;
}

static VouchCondition
look_for_file (VouchStation *station, char **message)
{
  g_autoptr (GError) error = NULL;

  if (vouch_db_is_in_place (vouch_station_get_db (station), &error))
    return VOUCH_CONDITION_SOUND;
  *message = g_strdup (error->message);
  return VOUCH_CONDITION_GONE;
}

static VouchCondition
look_at_ground (VouchStation *station, char **message)
{
  static VouchCondition (*const looks[]) (VouchStation *, char **) = { look_for_file, look_at_mode, look_at_disk,
                                                                       look_at_clock };
  VouchCondition condition = VOUCH_CONDITION_SOUND;

  *message = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (looks) && condition == VOUCH_CONDITION_SOUND; i++)
    condition = looks[i](station, message);
  return condition;
}

static gpointer
read_refused (VouchConn *conn, gpointer data, GError **error)
{
  VouchOutbox **refused = data;

  *refused = vouch_outbox_store_find_refused (conn, error);
  return refused;
}

/* What customers are told stands still until somebody has seen to it. */
static VouchCondition
look_at_outbox (VouchStation *station, char **message)
{
  g_autoptr (VouchOutbox) refused = NULL;

  vouch_station_read (station, read_refused, &refused, NULL);
  if (refused == NULL)
    return VOUCH_CONDITION_SOUND;
  *message = g_strdup_printf (_ ("The lookup service refuses publication %d, and customers see nothing new: %s"),
                              (int)refused->seq, refused->refusal);
  return VOUCH_CONDITION_REFUSED;
}

static gpointer
read_suspicions (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_suspicion_store_count_open (conn, data, error) ? data : NULL;
}

/* Somebody may sell copies, or hold what nobody should have. */
static VouchCondition
look_at_suspicions (VouchStation *station, char **message)
{
  gint64 open = 0;

  vouch_station_read (station, read_suspicions, &open, NULL);
  if (open == 0)
    return VOUCH_CONDITION_SOUND;
  *message =
      g_strdup_printf (_ ("Suspicious of customers' queries and reports: %d; a QA lead looks at them on the Review "
                          "page"),
                       (int)open);
  return VOUCH_CONDITION_SUSPICIOUS;
}

/**
 * vouch_condition_look:
 * @station: a station
 * @message: (out) (transfer full) (nullable): the condition in words, and what to do; %NULL where all is sound
 *
 * Asks the file system and the clock, never by opening a file of the database, and then what the station knows of
 * having been put back.
 *
 * Returns: the worst that was found
 */
VouchCondition
vouch_condition_look (VouchStation *station, char **message)
{
  VouchCondition condition = look_at_ground (station, message);

  if (condition != VOUCH_CONDITION_SOUND)
    return condition;
  *message = vouch_restore_notice_dup (station);
  if (*message != NULL)
    return VOUCH_CONDITION_RESTORED;
  condition = look_at_outbox (station, message);
  return condition != VOUCH_CONDITION_SOUND ? condition : look_at_suspicions (station, message);
}

/* Whether the clock is behind what was recorded already. */
gboolean
vouch_condition_is_clock_back (VouchStation *station)
{
  return get_behind_us (station) > CLOCK_TOLERANCE_US;
}

/**
 * vouch_condition_check:
 * @station: a station
 * @error: STORAGE where nothing new may be begun
 *
 * Returns: whether an act may be begun
 */
gboolean
vouch_condition_check (VouchStation *station, GError **error)
{
  g_autofree char *message = NULL;

  if (look_at_ground (station, &message) < VOUCH_CONDITION_NO_SPACE)
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, message);
  return FALSE;
}
