#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_GS1_SSCC_SIZE 19 /* 18 digits and a NUL */

gboolean vouch_gs1_prefix_is_valid (const char *prefix);
gboolean vouch_gs1_sscc_make (guint extension, const char *prefix, guint64 serial, char sscc[VOUCH_GS1_SSCC_SIZE]);
gboolean vouch_gs1_sscc_read (const char *text, char sscc[VOUCH_GS1_SSCC_SIZE]);
guint64 vouch_gs1_sscc_get_serial (const char *sscc, const char *prefix);

G_END_DECLS
