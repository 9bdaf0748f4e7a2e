#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_MATTER_SECTION (vouch_matter_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchMatterSection, vouch_matter_section, VOUCH, MATTER_SECTION, AdwBin)

/**
 * VouchMatterSection:
 *
 * What of receiving waits for the QA lead: counts that differ, corrections, goods without a product. Not there while
 * nothing waits, or while somebody else is signed in. A #VouchPage.
 *
 * Signals: "refused" (message).
 */

G_END_DECLS
