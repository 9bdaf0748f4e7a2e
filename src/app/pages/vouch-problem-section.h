#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_PROBLEM_SECTION (vouch_problem_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchProblemSection, vouch_problem_section, VOUCH, PROBLEM_SECTION, AdwBin)

/**
 * VouchProblemSection:
 *
 * The scans that were not understood at this station, the latest first: what was scanned, what was said to it, when,
 * and whether somebody has seen it.
 */

G_END_DECLS
