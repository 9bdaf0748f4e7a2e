#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_LOOKUP_SECTION (vouch_lookup_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchLookupSection, vouch_lookup_section, VOUCH, LOOKUP_SECTION, AdwBin)

/**
 * VouchLookupSection:
 *
 * The lookup service that this station publishes to: which one it is, and enrolling another. An administrator does it,
 * and takes the line that the service has to trust.
 */

G_END_DECLS
