#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A quantity is a 64-bit count of millionths of the product's base unit; never floating point. */
#define VOUCH_QUANTITY_ONE G_GINT64_CONSTANT (1000000)

gboolean vouch_quantity_parse (const char *text, gint64 *quantity, GError **error);
char *vouch_quantity_to_string (gint64 quantity) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_quantity_add (gint64 a, gint64 b, gint64 *sum, GError **error);
gboolean
vouch_quantity_convert (gint64 quantity, gint64 numerator, gint64 denominator, gint64 *converted, GError **error);

G_END_DECLS
