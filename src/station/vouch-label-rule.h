#pragma once

#include "vouch-actor.h"
#include "vouch-code-batch.h"
#include "vouch-lot.h"
#include "vouch-print-job.h"

G_BEGIN_DECLS

gboolean vouch_label_may_repeat (const VouchPrintJob *job, VouchActor *actor, VouchReprintReason reason,
                                 const char *note, VouchDate today, int offset_s, GError **error);
gboolean vouch_label_check_unprinted (const VouchCodeBatch *batch, GError **error);
gboolean vouch_label_check_lot (const VouchLot *lot, VouchPrintPurpose purpose, GError **error);

G_END_DECLS
