#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_HISTORY_SECTION (vouch_history_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchHistorySection, vouch_history_section, VOUCH, HISTORY_SECTION, AdwBin)

/**
 * VouchHistorySection:
 *
 * What was scanned at this station lately, the latest first: the code, what it was taken for, what became of it, where
 * it came from and what it went to.
 */

G_END_DECLS
