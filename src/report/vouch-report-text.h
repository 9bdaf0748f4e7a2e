#pragma once

#include <glib.h>

#include "vouch-date.h"

G_BEGIN_DECLS

char *vouch_report_dup_quantity (gint64 quantity, const char *unit) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_report_dup_figure (double value) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_report_dup_date (VouchDate date) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_report_dup_ranges (const GArray *numbers) G_GNUC_WARN_UNUSED_RESULT;
char *
vouch_report_dup_footer (const char *number, const char *printed_at, const char *printed_by) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
