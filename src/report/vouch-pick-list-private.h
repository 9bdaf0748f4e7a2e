#pragma once

#include "vouch-pick-list.h"

G_BEGIN_DECLS

char *vouch_pick_list_dup_seed (const VouchPickList *self) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_pick_list_dup_heading (const VouchPickList *self, guint index) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_pick_place_dup_name (const VouchPickPlace *self) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_pick_place_dup_units (const VouchPickPlace *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
