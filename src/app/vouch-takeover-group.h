#pragma once

#include <adwaita.h>

#include "vouch-page.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_TAKEOVER_GROUP (vouch_takeover_group_get_type ())

/**
 * VouchTakeoverGroup:
 *
 * Where an administrator makes a key on a stick, and takes the station's new epoch over with it. Nobody else sees it.
 */
G_DECLARE_FINAL_TYPE (VouchTakeoverGroup, vouch_takeover_group, VOUCH, TAKEOVER_GROUP, AdwBin)

G_END_DECLS
