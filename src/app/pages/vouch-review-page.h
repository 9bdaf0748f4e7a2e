#pragma once

#include <adwaita.h>

#include "vouch-lot-file.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_REVIEW_PAGE (vouch_review_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchReviewPage, vouch_review_page, VOUCH, REVIEW_PAGE, AdwBin)

/**
 * VouchReviewPage:
 *
 * The lots that wait for a decision, and all that is known of the one chosen.
 *
 * Signals: "lot-chosen" (lot id); "decide": the lot that is shown is to be decided on; "report": its report is wanted.
 */

void vouch_review_page_set_lots (VouchReviewPage *self, GListModel *lots);
void vouch_review_page_take_file (VouchReviewPage *self, VouchLotFile *file);
void vouch_review_page_set_may_decide (VouchReviewPage *self, gboolean may_decide);
const VouchLotFile *vouch_review_page_get_file (VouchReviewPage *self);

G_END_DECLS
