#pragma once

#include <gtk/gtk.h>

#include "vouch-case-view.h"

G_BEGIN_DECLS

/* What was said to a case, as rows; and what stands in the rows of the case itself. */
GPtrArray *vouch_case_rows_of_answers (const VouchCaseView *view) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_case_rows_dup_goods (const VouchCaseView *view) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_case_rows_get_photo (const VouchCaseView *view);
char *vouch_case_rows_dup_satisfaction (const VouchCaseView *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
