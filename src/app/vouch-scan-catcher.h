#pragma once

#include <gtk/gtk.h>

#include "vouch-clock.h"
#include "vouch-scanner-profile.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SCAN_CATCHER (vouch_scan_catcher_get_type ())
G_DECLARE_FINAL_TYPE (VouchScanCatcher, vouch_scan_catcher, VOUCH, SCAN_CATCHER, GObject)

/**
 * VouchScanCatcher:
 *
 * Catches what a scanner types before any widget gets it, in every window, dialog, popover and menu of the process. A
 * scan's Enter presses nothing, and a text entry that got its first characters is put back as it was. What a person
 * types goes through untouched.
 *
 * Signals: "scanned" (#VouchScan): a whole code; "refused" (message): a scan that cannot be used; "begun": keys that
 * widgets have just got were the beginning of a scan; "arrived" (#VouchWedgeBurst): while a scanner is checked, what it
 * typed.
 */

VouchScanCatcher *
vouch_scan_catcher_new (const VouchWedgeSettings *settings, VouchClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void vouch_scan_catcher_set_settings (VouchScanCatcher *self, const VouchWedgeSettings *settings,
                                      const VouchScannerProfile *profile);
void vouch_scan_catcher_set_learning (VouchScanCatcher *self, gboolean is_learning);
gboolean vouch_scan_catcher_feed (VouchScanCatcher *self, GtkWidget *focus, guint keyval, guint state, guint32 time_ms);

G_END_DECLS
