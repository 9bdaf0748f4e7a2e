#pragma once

#include "vouch-lot-file.h"
#include "vouch-public-record.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

VouchPublicRecord *
vouch_public_state_make (VouchAct *act, const VouchLotFile *file, gint64 rev, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
