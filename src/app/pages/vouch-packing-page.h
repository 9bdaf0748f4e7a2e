#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_PACKING_PAGE (vouch_packing_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchPackingPage, vouch_packing_page, VOUCH, PACKING_PAGE, AdwBin)

/**
 * VouchPackingPage:
 *
 * Units into cartons and cartons onto pallets, by scanning alone: every answer is a button and a code beside it.
 */

G_END_DECLS
