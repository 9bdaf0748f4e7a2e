#pragma once

#include <adwaita.h>

#include "vouch-page.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_KEYRING_GROUP (vouch_keyring_group_get_type ())

/**
 * VouchKeyringGroup:
 *
 * The administrators' keys, and where one that is lost is withdrawn. Only administrators see it.
 */
G_DECLARE_FINAL_TYPE (VouchKeyringGroup, vouch_keyring_group, VOUCH, KEYRING_GROUP, AdwBin)

G_END_DECLS
