#pragma once

#include "vouch-document.h"
#include "vouch-inspection-report.h"

G_BEGIN_DECLS

void vouch_inspection_report_add_characteristics (const VouchInspectionReport *self, VouchDocument *document);
void vouch_inspection_report_add_measurements (const VouchInspectionReport *self, VouchDocument *document);

G_END_DECLS
