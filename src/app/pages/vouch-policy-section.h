#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_POLICY_SECTION (vouch_policy_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchPolicySection, vouch_policy_section, VOUCH, POLICY_SECTION, AdwBin)

/**
 * VouchPolicySection:
 *
 * The rules of the house, kept in the database and in the audit: everybody reads them, an administrator changes them.
 */

G_END_DECLS
