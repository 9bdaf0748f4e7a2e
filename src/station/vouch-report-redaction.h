#pragma once

#include "vouch-inspection-report.h"
#include "vouch-policy-table.h"

G_BEGIN_DECLS

/* Takes out of a report what is nobody's business outside the house. */
void vouch_report_redact (VouchInspectionReport *report, VouchPublicNames names, gboolean shows_origin);

G_END_DECLS
