#pragma once

#include <glib.h>

#include "vouch-date.h"
#include "vouch-gs1-reading.h"

G_BEGIN_DECLS

VouchDate vouch_gs1_date_read (const char *yymmdd, VouchDate today, gboolean is_production, GError **error);
gboolean vouch_gs1_date_has_no_day (const char *yymmdd);
gboolean vouch_gs1_date_write (VouchDate date, char yymmdd[7]);

VouchDate vouch_gs1_reading_get_date (const VouchGs1Reading *reading, const char *ai, VouchDate today);
VouchDate vouch_gs1_reading_get_expiry (const VouchGs1Reading *reading, VouchDate today);
VouchDate vouch_gs1_reading_get_production (const VouchGs1Reading *reading, VouchDate today);

G_END_DECLS
