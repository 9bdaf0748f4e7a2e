#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SIGN_IN_PAGE (vouch_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchSignInPage, vouch_sign_in_page, VOUCH, SIGN_IN_PAGE, AdwBin)

/**
 * VouchSignInPage:
 *
 * Nobody is signed in: scan a badge.
 */

G_END_DECLS
