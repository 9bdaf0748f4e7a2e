#pragma once

#include <adwaita.h>

#include "vouch-page.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CARRY_GROUP (vouch_carry_group_get_type ())

/**
 * VouchCarryGroup:
 *
 * Where an administrator writes files for a lookup service that no network reaches, and takes in what comes from there.
 */
G_DECLARE_FINAL_TYPE (VouchCarryGroup, vouch_carry_group, VOUCH, CARRY_GROUP, AdwBin)

G_END_DECLS
