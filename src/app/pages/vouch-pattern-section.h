#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_PATTERN_SECTION (vouch_pattern_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchPatternSection, vouch_pattern_section, VOUCH, PATTERN_SECTION, AdwBin)

/**
 * VouchPatternSection:
 *
 * What codes of carriers and of the house look like. Anybody can try what a code would be; a QA lead or an
 * administrator adds, changes, retires and restores patterns.
 */

G_END_DECLS
