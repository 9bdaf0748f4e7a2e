#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_KEY_SECTION (vouch_key_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchKeySection, vouch_key_section, VOUCH, KEY_SECTION, AdwBin)

/**
 * VouchKeySection:
 *
 * The versions of the code key: how each stands. An administrator makes a new one, and revokes one whose key got into
 * wrong hands.
 */

G_END_DECLS
