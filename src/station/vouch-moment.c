#include "vouch-moment.h"

/**
 * vouch_moment_dup:
 * @time_us: Unix microseconds, 0 for none
 *
 * Returns: (transfer full): local date and time to the minute, the same in every language; "" for none
 */
char *
vouch_moment_dup (gint64 time_us)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time_us / G_USEC_PER_SEC);

  if (time_us == 0 || moment == NULL)
    return g_strdup ("");
  return g_date_time_format (moment, "%Y-%m-%d %H:%M");
}
