#pragma once

#include "vouch-actor.h"
#include "vouch-code-batch.h"
#include "vouch-conn.h"
#include "vouch-lot.h"
#include "vouch-pack.h"
#include "vouch-print-job.h"

G_BEGIN_DECLS

gboolean vouch_label_may_repeat (const VouchPrintJob *job, VouchActor *actor, VouchReprintReason reason,
                                 const char *note, VouchDate today, int offset_s, GError **error);
gboolean vouch_label_check_unprinted (const VouchCodeBatch *batch, GError **error);
gboolean vouch_label_find_same (VouchConn *conn, gint64 lot_id, VouchPrintPurpose purpose, VouchPrintJob **job,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_find_open (VouchConn *conn, gint64 lot_id, gint64 batch_id, VouchPrintPurpose purpose,
                                VouchPrintJob **job, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
vouch_label_check_no_open (VouchConn *conn, gint64 lot_id, gint64 batch_id, VouchPrintPurpose purpose, GError **error);
gboolean vouch_label_check_first (VouchConn *conn, gint64 lot_id, VouchPrintPurpose purpose, GError **error);
gboolean vouch_label_check_pack (VouchConn *conn, const VouchPack *pack, GError **error);
gboolean vouch_label_check_lot (const VouchLot *lot, VouchPrintPurpose purpose, GError **error);

G_END_DECLS
