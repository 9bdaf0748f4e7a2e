#include "vouch-report-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vouch-quantity.h"

/**
 * vouch_report_dup_quantity:
 * @quantity: millionths
 * @unit: (nullable): name of the unit
 *
 * Returns: (transfer full): like "12.5 kg"
 */
char *
vouch_report_dup_quantity (gint64 quantity, const char *unit)
{
  g_autofree char *number = vouch_quantity_to_string (quantity);

  if (unit == NULL || unit[0] == '\0')
    return g_steal_pointer (&number);
  /* Translators: a number and its unit. */
  return g_strdup_printf (C_ ("quantity", "%s %s"), number, unit);
}

/* Digits of a computed figure that mean something to a person. */
#define SIGNIFICANT 3
/* Behind the decimal point; what is smaller than that is told as 0. */
#define DECIMALS_MAX 9

static void
trim_zeros (char *text)
{
  gsize end = strlen (text);

  while (text[end - 1] == '0')
    end--;
  if (!g_ascii_isdigit (text[end - 1]))
    end--;
  text[end] = '\0';
}

/**
 * vouch_report_dup_figure:
 * @value: a computed figure
 *
 * Returns: (transfer full): the figure with three significant digits and the decimal sign of the language, never with
 * an exponent: "0.0123", "1.5", "12346"; a dash for what is no number
 */
char *
vouch_report_dup_figure (double value)
{
  char *text;
  int decimals;

  if (!isfinite (value))
    return g_strdup ("–");
  decimals = value != 0 ? CLAMP (SIGNIFICANT - 1 - (int)floor (log10 (fabs (value))), 0, DECIMALS_MAX) : 0;
  text = g_strdup_printf ("%.*f", decimals, value);
  if (decimals > 0)
    trim_zeros (text);
  return text;
}

/**
 * vouch_report_dup_date:
 * @date: a date, or none
 *
 * Returns: (transfer full) (nullable): like "2026-11-22"; %NULL for no date
 */
char *
vouch_report_dup_date (VouchDate date)
{
  return date != VOUCH_DATE_NONE ? vouch_date_to_string (date) : NULL;
}

/**
 * vouch_report_dup_ranges:
 * @numbers: (element-type guint32): ascending
 *
 * Returns: (transfer full): like "1, 4–6, 9"; runs of three and more are drawn together
 */
char *
vouch_report_dup_ranges (const GArray *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint first = 0, last; first < numbers->len; first = last + 1)
    {
      guint32 from = g_array_index (numbers, guint32, first);

      last = first;
      while (last + 1 < numbers->len && g_array_index (numbers, guint32, last + 1) == from + (last + 1 - first))
        last++;
      if (last == first + 1)
        last = first;
      g_string_append_printf (text, first > 0 ? ", %u" : "%u", from);
      if (last > first)
        g_string_append_printf (text, "–%u", g_array_index (numbers, guint32, last));
    }
  return g_string_free (text, FALSE);
}

/**
 * vouch_report_dup_footer:
 * @number: (nullable): the document's number
 * @printed_at: (nullable): when
 * @printed_by: (nullable): by whom
 *
 * Returns: (transfer full): what stands at the foot of every page
 */
char *
vouch_report_dup_footer (const char *number, const char *printed_at, const char *printed_by)
{
  if (number == NULL || printed_at == NULL)
    return g_strdup (number != NULL ? number : "");
  if (printed_by == NULL)
    /* Translators: the document's number, the time. */
    return g_strdup_printf (_ ("%s · printed %s"), number, printed_at);
  /* Translators: the document's number, the time, a person. */
  return g_strdup_printf (_ ("%s · printed %s by %s"), number, printed_at, printed_by);
}
