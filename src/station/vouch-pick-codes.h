#pragma once

#include "vouch-lot-file.h"
#include "vouch-pick-list.h"
#include "vouch-station.h"

G_BEGIN_DECLS

gboolean vouch_pick_codes_add (VouchPickList *list, VouchStation *station, const VouchLotFile *file, GError **error);

G_END_DECLS
