#include "vouch-date.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/* The moments that can be read. With any offset they can be written too, with a year of four digits. */
#define FIRST_S G_GINT64_CONSTANT (-2208988800) /* 1900-01-01T00:00:00Z */
#define END_S G_GINT64_CONSTANT (253402214400)  /* 9999-12-31T00:00:00Z */

static GDate
to_gdate (VouchDate date)
{
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, (GDateDay)(date % 100), (GDateMonth)(date / 100 % 100), (GDateYear)(date / 10000));
  return gdate;
}

static VouchDate
from_gdate (const GDate *gdate)
{
  return (VouchDate)(g_date_get_year (gdate) * 10000 + (int)g_date_get_month (gdate) * 100 + g_date_get_day (gdate));
}

/**
 * vouch_date_is_valid:
 * @date: a date, or any number
 *
 * Returns: whether @date is a day of the Gregorian calendar between 1900 and 9999; %VOUCH_DATE_NONE is not
 */
gboolean
vouch_date_is_valid (VouchDate date)
{
  if (date < 19000101 || date > 99991231)
    return FALSE;
  return g_date_valid_dmy ((GDateDay)(date % 100), (GDateMonth)(date / 100 % 100), (GDateYear)(date / 10000));
}

/**
 * vouch_date_new:
 * @year: four digits
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the date, or %VOUCH_DATE_NONE where there is no such day
 */
VouchDate
vouch_date_new (int year, int month, int day)
{
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return VOUCH_DATE_NONE;
  VouchDate date = (VouchDate)(year * 10000 + month * 100 + day);
  return vouch_date_is_valid (date) ? date : VOUCH_DATE_NONE;
}

/**
 * vouch_date_parse:
 * @text: a date as YYYY-MM-DD
 * @date: (out): the date
 * @error: INVALID if @text is not such a day
 *
 * Returns: whether @text was a date
 */
gboolean
vouch_date_parse (const char *text, VouchDate *date, GError **error)
{
  int part[3] = { 0, 0, 0 };
  gboolean shaped = text != NULL && strlen (text) == 10 && text[4] == '-' && text[7] == '-';

  for (int i = 0, which = 0; shaped && i < 10; i++)
    {
      if (i == 4 || i == 7)
        which++;
      else if (!g_ascii_isdigit (text[i]))
        shaped = FALSE;
      else
        part[which] = part[which] * 10 + (text[i] - '0');
    }

  *date = shaped ? vouch_date_new (part[0], part[1], part[2]) : VOUCH_DATE_NONE;
  if (*date != VOUCH_DATE_NONE)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is not a date; write it as YYYY-MM-DD"),
               text != NULL ? text : "");
  return FALSE;
}

/**
 * vouch_date_to_string:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): YYYY-MM-DD, or %NULL for no date
 */
char *
vouch_date_to_string (VouchDate date)
{
  if (date == VOUCH_DATE_NONE)
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
}

/**
 * vouch_date_add_days:
 * @date: a valid date
 * @days: days to add, may be negative
 *
 * Returns: the other date, or %VOUCH_DATE_NONE beyond the calendar
 */
VouchDate
vouch_date_add_days (VouchDate date, int days)
{
  GDate gdate;
  gint64 julian;

  g_return_val_if_fail (vouch_date_is_valid (date), VOUCH_DATE_NONE);

  gdate = to_gdate (date);
  julian = (gint64)g_date_get_julian (&gdate) + days;
  if (julian < 1 || !g_date_valid_julian ((guint32)julian) || julian > 3652059)
    return VOUCH_DATE_NONE;
  g_date_set_julian (&gdate, (guint32)julian);
  return vouch_date_is_valid (from_gdate (&gdate)) ? from_gdate (&gdate) : VOUCH_DATE_NONE;
}

/**
 * vouch_date_add_months:
 * @date: a valid date
 * @months: months to add, may be negative
 *
 * The same day of another month, or that month's last day where it is shorter.
 *
 * Returns: the other date, or %VOUCH_DATE_NONE beyond the calendar
 */
VouchDate
vouch_date_add_months (VouchDate date, int months)
{
  int month_number, day;

  g_return_val_if_fail (vouch_date_is_valid (date), VOUCH_DATE_NONE);

  if (__builtin_add_overflow (date / 10000 * 12 + date / 100 % 100 - 1, months, &month_number) ||
      month_number < 1900 * 12 || month_number > 9999 * 12 + 11)
    return VOUCH_DATE_NONE;
  day = MIN (date % 100,
             (int)g_date_get_days_in_month ((GDateMonth)(month_number % 12 + 1), (GDateYear)(month_number / 12)));
  return vouch_date_new (month_number / 12, month_number % 12 + 1, day);
}

/**
 * vouch_date_days_between:
 * @from: a valid date
 * @to: a valid date
 *
 * Returns: how many days @to lies after @from
 */
int
vouch_date_days_between (VouchDate from, VouchDate to)
{
  GDate a, b;

  g_return_val_if_fail (vouch_date_is_valid (from) && vouch_date_is_valid (to), 0);

  a = to_gdate (from);
  b = to_gdate (to);
  return g_date_days_between (&a, &b);
}

/**
 * vouch_date_from_time:
 * @time_us: Unix microseconds, UTC
 * @offset_s: the place's offset from UTC, seconds
 *
 * Returns: the local date at that moment
 */
VouchDate
vouch_date_from_time (gint64 time_us, int offset_s)
{
  g_autoptr (GDateTime) moment = NULL;
  gint64 seconds = time_us / G_USEC_PER_SEC + offset_s;

  if (time_us % G_USEC_PER_SEC < 0)
    seconds--;
  moment = g_date_time_new_from_unix_utc (seconds);
  if (moment == NULL)
    return VOUCH_DATE_NONE;
  return vouch_date_new (g_date_time_get_year (moment), g_date_time_get_month (moment),
                         g_date_time_get_day_of_month (moment));
}

/**
 * vouch_time_to_string:
 * @time_us: Unix microseconds, UTC
 * @offset_s: the offset to write it with, whole minutes, seconds
 *
 * Returns: (transfer full): RFC 3339 with offset and as many fraction digits as are needed (none or six)
 */
char *
vouch_time_to_string (gint64 time_us, int offset_s)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *stem = NULL;
  gint64 seconds = time_us / G_USEC_PER_SEC;
  int fraction = (int)(time_us % G_USEC_PER_SEC);
  int minutes = ABS (offset_s) / 60;

  if (fraction < 0)
    {
      fraction += G_USEC_PER_SEC;
      seconds--;
    }
  moment = g_date_time_new_from_unix_utc (seconds + offset_s);
  g_return_val_if_fail (moment != NULL, g_strdup (""));
  stem = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S");
  if (fraction != 0)
    return g_strdup_printf ("%s.%06d%c%02d:%02d", stem, fraction, offset_s < 0 ? '-' : '+', minutes / 60, minutes % 60);
  return g_strdup_printf ("%s%c%02d:%02d", stem, offset_s < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/**
 * vouch_time_parse:
 * @text: RFC 3339 with an offset
 * @time_us: (out): Unix microseconds, UTC
 * @error: INVALID if @text is no such time
 *
 * Returns: whether @text was a time
 */
gboolean
vouch_time_parse (const char *text, gint64 *time_us, GError **error)
{
  g_autoptr (GDateTime) moment = NULL;

  /* Without a time zone of its own the text would be read as local time, which we never guess. */
  if (text != NULL && strlen (text) >= 20)
    moment = g_date_time_new_from_iso8601 (text, NULL);
  if (moment == NULL || g_date_time_to_unix (moment) < FIRST_S || g_date_time_to_unix (moment) >= END_S)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("“%s” is not a time; write it as 2026-01-31T08:30:00+08:00"), text != NULL ? text : "");
      return FALSE;
    }
  *time_us = g_date_time_to_unix (moment) * G_USEC_PER_SEC + g_date_time_get_microsecond (moment);
  return TRUE;
}
