#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchDate:
 *
 * A calendar date without a time zone, as the number yyyymmdd (20261231). 0 is "no date". Dates compare as numbers.
 */
typedef gint32 VouchDate;

#define VOUCH_DATE_NONE ((VouchDate)0)

gboolean vouch_date_is_valid (VouchDate date);
VouchDate vouch_date_new (int year, int month, int day);
gboolean vouch_date_parse (const char *text, VouchDate *date, GError **error);
char *vouch_date_to_string (VouchDate date) G_GNUC_WARN_UNUSED_RESULT;
VouchDate vouch_date_add_days (VouchDate date, int days);
VouchDate vouch_date_add_months (VouchDate date, int months);
int vouch_date_days_between (VouchDate from, VouchDate to);
VouchDate vouch_date_from_time (gint64 time_us, int offset_s);

char *vouch_time_to_string (gint64 time_us, int offset_s) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_time_parse (const char *text, gint64 *time_us, GError **error);

G_END_DECLS
