#pragma once

#include <gtk/gtk.h>

#include "vouch-tally.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SAMPLE_STRIP (vouch_sample_strip_get_type ())
G_DECLARE_FINAL_TYPE (VouchSampleStrip, vouch_sample_strip, VOUCH, SAMPLE_STRIP, GtkWidget)

/**
 * VouchSampleStrip:
 *
 * One sign for each unit of a sample, walked with the arrow keys.
 *
 * Signals: "selected" (position): another unit was chosen.
 */

void vouch_sample_strip_set_tally (VouchSampleStrip *self, const VouchTally *tally, guint sample_size);
guint vouch_sample_strip_get_selected (VouchSampleStrip *self);
void vouch_sample_strip_select (VouchSampleStrip *self, guint position);

G_END_DECLS
