#pragma once

#include "vouch-lot-file.h"
#include "vouch-pick-list.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/* The list of what to draw from a planned lot: what the draw chose, step by step. Anybody who is signed in may have it.
 */
VouchPickList *vouch_pick_work_load (VouchStation *station, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPickList *
vouch_pick_work_make (VouchStation *station, const VouchLotFile *file, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_pick_work_print (VouchStation *station, const VouchLotFile *file, const char *printed_by,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
