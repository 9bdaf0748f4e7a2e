#include "vouch-gs1-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-text.h"

#define DATE_LENGTH 6

static gboolean
is_six_digits (const char *text)
{
  if (text == NULL || strlen (text) != DATE_LENGTH)
    return FALSE;
  for (int i = 0; i < DATE_LENGTH; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static int
two_digits (const char *at)
{
  return (at[0] - '0') * 10 + (at[1] - '0');
}

/* A coded year is never more than 49 years behind nor more than 50 years ahead of today's. */
static int
full_year (int year, int this_year)
{
  int century = this_year / 100 * 100, difference = year - this_year % 100;

  if (difference >= 51)
    century -= 100;
  else if (difference <= -50)
    century += 100;
  return century + year;
}

/**
 * vouch_gs1_date_read:
 * @yymmdd: (nullable): the value of a date's application identifier
 * @today: the warehouse's local date, which decides the century
 * @is_production: whether it says when something was made (11): then day 00 means the first day of the month, which is
 *   the careful reading where shelf life is counted from it; elsewhere it means the last day
 * @error: INVALID if there is no such day
 *
 * Returns: the date, or %VOUCH_DATE_NONE with @error set
 */
VouchDate
vouch_gs1_date_read (const char *yymmdd, VouchDate today, gboolean is_production, GError **error)
{
  VouchDate date = VOUCH_DATE_NONE;

  g_return_val_if_fail (vouch_date_is_valid (today), VOUCH_DATE_NONE);

  if (is_six_digits (yymmdd))
    {
      int year = full_year (two_digits (yymmdd), today / 10000);
      int month = two_digits (yymmdd + 2), day = two_digits (yymmdd + 4);

      if (day > 0)
        date = vouch_date_new (year, month, day);
      else if (month >= 1 && month <= 12 && is_production)
        date = vouch_date_new (year, month, 1);
      else if (month >= 1 && month <= 12)
        date = vouch_date_new (year, month, g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year));
    }
  if (date == VOUCH_DATE_NONE)
    {
      g_autofree char *shown = vouch_text_show (yymmdd != NULL ? yymmdd : "", -1);

      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is not a date of the form YYMMDD"), shown);
    }
  return date;
}

/**
 * vouch_gs1_date_has_no_day:
 * @yymmdd: (nullable): the value of a date's application identifier
 *
 * On regulated healthcare goods a date without a day is no longer allowed and deserves a warning.
 *
 * Returns: whether the day is given as 00
 */
gboolean
vouch_gs1_date_has_no_day (const char *yymmdd)
{
  return is_six_digits (yymmdd) && strcmp (yymmdd + 4, "00") == 0;
}

/**
 * vouch_gs1_date_write:
 * @date: a valid date
 * @yymmdd: (out): the same as it stands on a label
 *
 * Returns: whether @date is a date
 */
gboolean
vouch_gs1_date_write (VouchDate date, char yymmdd[7])
{
  yymmdd[0] = '\0';
  if (!vouch_date_is_valid (date))
    return FALSE;
  for (int i = DATE_LENGTH - 1, rest = date % 1000000; i >= 0; i--, rest /= 10)
    yymmdd[i] = (char)('0' + rest % 10);
  yymmdd[DATE_LENGTH] = '\0';
  return TRUE;
}

static gboolean
is_production (const char *ai)
{
  return strcmp (ai, "11") == 0 || strcmp (ai, "13") == 0;
}

/**
 * vouch_gs1_reading_get_date:
 * @reading: a reading
 * @ai: an identifier whose value is or begins with a date of six digits
 * @today: the warehouse's local date, which decides the century
 *
 * Returns: the date, or %VOUCH_DATE_NONE if a valid reading has no such element
 */
VouchDate
vouch_gs1_reading_get_date (const VouchGs1Reading *reading, const char *ai, VouchDate today)
{
  const char *value = vouch_gs1_reading_get (reading, ai);
  char yymmdd[DATE_LENGTH + 1];

  if (value == NULL || !vouch_gs1_reading_is_valid (reading))
    return VOUCH_DATE_NONE;
  g_strlcpy (yymmdd, value, sizeof yymmdd);
  return vouch_gs1_date_read (yymmdd, today, is_production (ai), NULL);
}

static VouchDate
get_first_date (const VouchGs1Reading *reading, const char *const *ais, gsize n_ais, VouchDate today)
{
  VouchDate date = VOUCH_DATE_NONE;

  for (gsize i = 0; i < n_ais && date == VOUCH_DATE_NONE; i++)
    date = vouch_gs1_reading_get_date (reading, ais[i], today);
  return date;
}

/**
 * vouch_gs1_reading_get_expiry:
 * @reading: a reading
 * @today: the warehouse's local date
 *
 * Returns: until when the goods may be used: (17), else (7003), else best before (15); %VOUCH_DATE_NONE if not told
 */
VouchDate
vouch_gs1_reading_get_expiry (const VouchGs1Reading *reading, VouchDate today)
{
  static const char *const ais[] = { "17", "7003", "15" };

  return get_first_date (reading, ais, G_N_ELEMENTS (ais), today);
}

/**
 * vouch_gs1_reading_get_production:
 * @reading: a reading
 * @today: the warehouse's local date
 *
 * Returns: when the goods were made: (11), else (8008); %VOUCH_DATE_NONE if not told
 */
VouchDate
vouch_gs1_reading_get_production (const VouchGs1Reading *reading, VouchDate today)
{
  static const char *const ais[] = { "11", "8008" };

  return get_first_date (reading, ais, G_N_ELEMENTS (ais), today);
}
