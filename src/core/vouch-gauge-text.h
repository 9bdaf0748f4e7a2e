#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchGaugeText:
 * @value: millionths of @unit
 * @unit: (owned) (nullable): as the gauge wrote it; %NULL where it wrote none
 * @is_settled: %FALSE where the gauge itself says that the value still moves
 *
 * What a gauge that types like a keyboard has sent.
 */
typedef struct
{
  gint64 value;
  char *unit;
  gboolean is_settled;
} VouchGaugeText;

gboolean vouch_gauge_text_parse (const char *text, VouchGaugeText *gauge);
void vouch_gauge_text_clear (VouchGaugeText *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchGaugeText, vouch_gauge_text_clear)

G_END_DECLS
