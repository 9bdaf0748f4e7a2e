#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SCANNER_GROUP (vouch_scanner_group_get_type ())
G_DECLARE_FINAL_TYPE (VouchScannerGroup, vouch_scanner_group, VOUCH, SCANNER_GROUP, AdwBin)

/**
 * VouchScannerGroup:
 *
 * What is known of the station's scanners, in words, with the way to check and to forget them.
 */

GtkWidget *vouch_scanner_group_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
