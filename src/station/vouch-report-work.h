#pragma once

#include "vouch-inspection-report.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/* The inspection report of a lot as an A4 PDF. Anybody who is signed in may have it. */
gboolean vouch_report_write_inspection (VouchStation *station, gint64 lot_id, const char *path, GError **error);

VouchInspectionReport *
vouch_report_dup_inspection (VouchStation *station, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The document on a delivery's receipt, as an A4 PDF, likewise. */
gboolean vouch_report_write_receipt (VouchStation *station, gint64 receipt_id, const char *path, GError **error);

G_END_DECLS
