#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_PEOPLE_SECTION (vouch_people_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchPeopleSection, vouch_people_section, VOUCH, PEOPLE_SECTION, AdwBin)

/**
 * VouchPeopleSection:
 *
 * Who has an account, with which roles. An administrator adds people and prints their badges.
 */

G_END_DECLS
