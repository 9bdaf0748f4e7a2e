#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SERVICE_PAGE (vouch_service_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchServicePage, vouch_service_page, VOUCH, SERVICE_PAGE, AdwBin)

/**
 * VouchServicePage:
 *
 * What customers reported, the next promise first, and beside it the case that was chosen.
 */

G_END_DECLS
