/* The figures of readings as text. Mean and deviation have one decimal place more than the readings. */
#include "vouch-reading-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-quantity.h"
#include "vouch-report-text.h"

/**
 * vouch_reading_figure_get_label:
 * @figure: a figure
 *
 * Returns: (transfer none): what it is, translated
 */
const char *
vouch_reading_figure_get_label (VouchReadingFigure figure)
{
  switch (figure)
    {
    case VOUCH_READING_FIGURE_COUNT:
      return C_ ("how many", "Readings");
    case VOUCH_READING_FIGURE_BEYOND:
      return _ ("Beyond the limits");
    case VOUCH_READING_FIGURE_MEAN:
      return _ ("Mean");
    case VOUCH_READING_FIGURE_DEVIATION:
      return _ ("Deviation s");
    case VOUCH_READING_FIGURE_LEAST:
      /* Translators: of readings. */
      return _ ("Smallest");
    case VOUCH_READING_FIGURE_MOST:
      /* Translators: of readings. */
      return _ ("Largest");
    }
  g_return_val_if_reached (NULL);
}

static int
count_decimals (gint64 resolution)
{
  int decimals = 0;

  for (gint64 one = VOUCH_QUANTITY_ONE; one > resolution; one /= 10)
    decimals++;
  return decimals;
}

static char *
add_unit (char *taken, const char *unit)
{
  g_autofree char *number = taken;

  if (unit == NULL || unit[0] == '\0')
    return g_steal_pointer (&number);
  /* Translators: a number and its unit. */
  return g_strdup_printf (C_ ("quantity", "%s %s"), number, unit);
}

static char *
dup_computed (const VouchReadingSeries *series, double value)
{
  int decimals = count_decimals (vouch_reading_series_get_resolution (series)) + 1;

  if (isnan (value))
    return g_strdup ("–");
  return add_unit (g_strdup_printf ("%.*f", decimals, value), series->unit);
}

/* What was read stands as it was read. */
static char *
dup_extreme (const VouchReadingSeries *series, gboolean wants_most)
{
  gint64 found = g_array_index (series->values, gint64, 0);

  for (guint i = 1; i < series->values->len; i++)
    {
      gint64 value = g_array_index (series->values, gint64, i);

      found = wants_most ? MAX (found, value) : MIN (found, value);
    }
  return vouch_report_dup_quantity (found, series->unit);
}

/**
 * vouch_reading_figure_dup_value:
 * @figure: a figure
 * @series: whose; with at least one reading
 *
 * Returns: (transfer full): its value with its unit; a dash where there is none
 */
char *
vouch_reading_figure_dup_value (VouchReadingFigure figure, const VouchReadingSeries *series)
{
  VouchVariablesSummary summary;

  g_return_val_if_fail (series != NULL && series->values->len >= 1, NULL);

  vouch_reading_series_summarise (series, &summary);
  switch (figure)
    {
    case VOUCH_READING_FIGURE_COUNT:
      return g_strdup_printf ("%u", series->values->len);
    case VOUCH_READING_FIGURE_BEYOND:
      if (!series->has_lower && !series->has_upper)
        return g_strdup ("–");
      return g_strdup_printf ("%u", vouch_reading_series_count_beyond (series));
    case VOUCH_READING_FIGURE_MEAN:
      return dup_computed (series, summary.mean);
    case VOUCH_READING_FIGURE_DEVIATION:
      return dup_computed (series, summary.s);
    case VOUCH_READING_FIGURE_LEAST:
      return dup_extreme (series, FALSE);
    case VOUCH_READING_FIGURE_MOST:
      return dup_extreme (series, TRUE);
    }
  g_return_val_if_reached (NULL);
}

/**
 * vouch_reading_figure_dup_limits:
 * @series: readings
 *
 * Returns: (transfer full) (nullable): what they are held against, like "Limits 275 – 290 g"; %NULL without limits
 */
char *
vouch_reading_figure_dup_limits (const VouchReadingSeries *series)
{
  g_autofree char *lower = vouch_quantity_to_string (series->lower);
  g_autofree char *upper = vouch_report_dup_quantity (series->upper, series->unit);
  g_autofree char *lower_alone = vouch_report_dup_quantity (series->lower, series->unit);

  if (series->has_lower && series->has_upper)
    /* Translators: the lower limit; the upper limit with the unit. */
    return g_strdup_printf (_ ("Limits %s – %s"), lower, upper);
  if (series->has_lower)
    /* Translators: a limit with its unit. */
    return g_strdup_printf (_ ("Limit: at least %s"), lower_alone);
  if (series->has_upper)
    /* Translators: a limit with its unit. */
    return g_strdup_printf (_ ("Limit: at most %s"), upper);
  return NULL;
}

/**
 * vouch_reading_figure_dup_summary:
 * @series: readings, at least one
 *
 * Returns: (transfer full): what their chart shows, in words, for whoever cannot see it: limits and figures, one a line
 */
char *
vouch_reading_figure_dup_summary (const VouchReadingSeries *series)
{
  g_autofree char *limits = NULL;
  GString *text;

  g_return_val_if_fail (series != NULL && series->values->len >= 1, NULL);

  limits = vouch_reading_figure_dup_limits (series);
  text = g_string_new (limits);
  for (VouchReadingFigure figure = 0; figure < VOUCH_N_READING_FIGURES; figure++)
    {
      g_autofree char *value = vouch_reading_figure_dup_value (figure, series);

      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", vouch_reading_figure_get_label (figure),
                              value);
    }
  return g_string_free (text, FALSE);
}
