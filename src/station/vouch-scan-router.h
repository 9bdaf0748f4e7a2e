#pragma once

#include "vouch-scan-meaning.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchScanRules:
 * @command_prefix: of command codes
 * @accepts_odoo: whether the command codes of an Odoo sheet are understood, too
 *
 * What a station's settings say of codes.
 */
typedef struct
{
  const char *command_prefix;
  gboolean accepts_odoo;
} VouchScanRules;

gboolean vouch_scan_route (VouchStation *station, const VouchScan *scan, const VouchScanRules *rules,
                           VouchScanMeaning *meaning, GError **error);
void vouch_scan_route_form (const VouchScan *scan, const VouchScanRules *rules, VouchScanMeaning *meaning);
gboolean vouch_scan_route_waybill (VouchStation *station, const char *text, VouchScanMeaning *meaning, GError **error);
gboolean vouch_scan_resolve (VouchStation *station, VouchScanMeaning *meaning, guint choice, GError **error);

G_END_DECLS
