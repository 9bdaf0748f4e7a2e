#pragma once

#include <adwaita.h>

#include "vouch-lot-pane.h"
#include "vouch-paged-model.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_REVIEW_PAGE (vouch_review_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchReviewPage, vouch_review_page, VOUCH, REVIEW_PAGE, AdwBin)

/**
 * VouchReviewPage:
 *
 * The lots that wait for a decision, and beside them the one chosen.
 */

void vouch_review_page_set_lots (VouchReviewPage *self, VouchPagedModel *lots);
VouchLotPane *vouch_review_page_get_pane (VouchReviewPage *self);

G_END_DECLS
