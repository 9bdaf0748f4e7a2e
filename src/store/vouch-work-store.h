#pragma once

#include "vouch-conn.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchWorkKind:
 * @VOUCH_WORK_DELIVERY: goods are expected, or their count is not finished
 * @VOUCH_WORK_INSPECT: a lot is counted and its inspection not begun
 * @VOUCH_WORK_GO_ON: an inspection is open, at somebody's hands or parked
 * @VOUCH_WORK_LABELS: a released lot has labels to be printed, or to be scanned back
 * @VOUCH_WORK_DECIDE: a held or rejected lot waits for a decision
 *
 * What waits.
 */
typedef enum
{
  VOUCH_WORK_DELIVERY,
  VOUCH_WORK_INSPECT,
  VOUCH_WORK_GO_ON,
  VOUCH_WORK_LABELS,
  VOUCH_WORK_DECIDE,
} VouchWorkKind;

extern const VouchEnum vouch_work_kind_values;

/* What waits for somebody, kept true by whoever writes deliveries, lots, inspections, codes and cases. */

gboolean
vouch_work_store_after_write (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error);
gboolean vouch_work_store_rebuild (VouchConn *conn, GError **error);
GArray *vouch_work_store_list_queue (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_work_store_list_unlabelled (VouchConn *conn, gint64 since, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_work_store_list_review (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
