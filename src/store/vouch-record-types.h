#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/* Every record type that has a table here, in the order of the migrations; ends with NULL. */
extern const VouchRecordType *const vouch_record_types[];

G_END_DECLS
