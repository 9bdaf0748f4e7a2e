#pragma once

#include <adwaita.h>

#include "vouch-lot-pane.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SEARCH_PAGE (vouch_search_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchSearchPage, vouch_search_page, VOUCH, SEARCH_PAGE, AdwBin)

/**
 * VouchSearchPage:
 *
 * Lots by whatever is known of them, as it is typed, and beside them the one chosen.
 *
 * Signals: "refused" (const char *message): the list cannot be read.
 */

void vouch_search_page_set_text (VouchSearchPage *self, const char *text);
void vouch_search_page_start (VouchSearchPage *self);
VouchLotPane *vouch_search_page_get_pane (VouchSearchPage *self);

G_END_DECLS
