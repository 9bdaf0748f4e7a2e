#pragma once

#include <glib.h>

#include "vouch-date.h"

G_BEGIN_DECLS

VouchDate vouch_gs1_date_read (const char *yymmdd, VouchDate today, gboolean is_production, GError **error);
gboolean vouch_gs1_date_has_no_day (const char *yymmdd);
gboolean vouch_gs1_date_write (VouchDate date, char yymmdd[7]);

G_END_DECLS
