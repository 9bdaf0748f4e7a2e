#pragma once

#include "vouch-lot-file.h"
#include "vouch-reading-series.h"

G_BEGIN_DECLS

GPtrArray *vouch_lot_file_list_series (const VouchLotFile *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
