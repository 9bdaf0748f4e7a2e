#pragma once

#include "vouch-variables-normality.h"
#include "vouch-variables-summary.h"

G_BEGIN_DECLS

/**
 * VouchReadingSeries:
 * @name: what was measured, translated
 * @unit: (nullable): in which unit, translated
 * @values: (element-type gint64): the readings, in the order in which they were recorded; millionths
 * @has_lower: whether there is a lower limit
 * @lower: the smallest value that conforms, millionths
 * @has_upper: whether there is an upper limit
 * @upper: the largest value that conforms, millionths
 * @has_nominal: whether a value is aimed at
 * @nominal: which, millionths
 *
 * The readings of one measured characteristic, for a chart and the figures beside it. Texts are owned.
 */
typedef struct
{
  char *name;
  char *unit;
  GArray *values;
  gboolean has_lower;
  gint64 lower;
  gboolean has_upper;
  gint64 upper;
  gboolean has_nominal;
  gint64 nominal;
} VouchReadingSeries;

/* A single reading makes no chart. */
#define VOUCH_READING_SERIES_LEAST 2

VouchReadingSeries *vouch_reading_series_new (const char *name, const char *unit) G_GNUC_WARN_UNUSED_RESULT;
VouchReadingSeries *vouch_reading_series_copy (const VouchReadingSeries *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_reading_series_free (VouchReadingSeries *self);
void vouch_reading_series_add (VouchReadingSeries *self, gint64 value);
gboolean vouch_reading_series_is_beyond (const VouchReadingSeries *self, gint64 value);
guint vouch_reading_series_count_beyond (const VouchReadingSeries *self);
gint64 vouch_reading_series_get_resolution (const VouchReadingSeries *self);
VouchVariablesNormality vouch_reading_series_summarise (const VouchReadingSeries *self, VouchVariablesSummary *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchReadingSeries, vouch_reading_series_free)

G_END_DECLS
