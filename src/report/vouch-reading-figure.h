#pragma once

#include "vouch-reading-series.h"

G_BEGIN_DECLS

/**
 * VouchReadingFigure:
 * @VOUCH_READING_FIGURE_COUNT: how many readings there are
 * @VOUCH_READING_FIGURE_BEYOND: how many of them are beyond a limit
 * @VOUCH_READING_FIGURE_MEAN: their mean
 * @VOUCH_READING_FIGURE_DEVIATION: their standard deviation
 * @VOUCH_READING_FIGURE_LEAST: the smallest
 * @VOUCH_READING_FIGURE_MOST: the largest
 *
 * A key figure of readings, as it stands beside their chart on paper and on the screen.
 */
typedef enum
{
  VOUCH_READING_FIGURE_COUNT,
  VOUCH_READING_FIGURE_BEYOND,
  VOUCH_READING_FIGURE_MEAN,
  VOUCH_READING_FIGURE_DEVIATION,
  VOUCH_READING_FIGURE_LEAST,
  VOUCH_READING_FIGURE_MOST,
} VouchReadingFigure;

#define VOUCH_N_READING_FIGURES (VOUCH_READING_FIGURE_MOST + 1)

const char *vouch_reading_figure_get_label (VouchReadingFigure figure);
char *
vouch_reading_figure_dup_value (VouchReadingFigure figure, const VouchReadingSeries *series) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_reading_figure_dup_limits (const VouchReadingSeries *series) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_reading_figure_dup_summary (const VouchReadingSeries *series) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
