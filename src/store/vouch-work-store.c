#include "vouch-work-store.h"

#include "vouch-code-batch.h"
#include "vouch-delivery.h"
#include "vouch-inspection.h"
#include "vouch-lot.h"
#include "vouch-policy.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt.h"
#include "vouch-row.h"
#include "vouch-ticket.h"
#include "vouch-usage-decision.h"

static const char *const kind_names[] = { "delivery", "inspect", "go_on", "labels", "decide", NULL };

const VouchEnum vouch_work_kind_values = { kind_names };

/* Urgency: urgent deliveries and their lots are 0, the others 1, labels that nobody has asked for yet 2. When what
 * arrived is due, and a decision, are rules of the house; the figures here are those of a house that has set none. */
#define DUE_POLICIES "due-hours"
#define REVIEW_POLICIES "review-hours"
#define HOURS_OF(policy, fallback)                                                                                     \
  "coalesce ((SELECT CAST (value AS INTEGER) FROM policy WHERE name = '" policy "'), " fallback ")"
#define HOURS "* 3600000000"
#define NEVER "9223372036854775807"
#define URGENCY "CASE delivery.urgent WHEN 0 THEN 1 ELSE 0 END"
#define TURNAROUND                                                                                                     \
  "CASE delivery.urgent WHEN 0 THEN " HOURS_OF (DUE_POLICIES, "24") " ELSE " HOURS_OF (DUE_POLICIES "-urgent",         \
                                                                                       "12") " END " HOURS
#define DECISION                                                                                                       \
  "CASE WHEN product.class IN ('food', 'drug') THEN " HOURS_OF (REVIEW_POLICIES "-food", "12") " ELSE " HOURS_OF (     \
      REVIEW_POLICIES, "24") " END " HOURS

#define INSERT_DELIVERIES                                                                                              \
  "INSERT INTO work (id, list, kind, urgency, due_at, since) "                                                         \
  "SELECT delivery.id, 'queue', 'delivery', " URGENCY ", "                                                             \
  "coalesce (receipt.arrived_at + " TURNAROUND ", delivery.promised_at, " NEVER "), coalesce (receipt.arrived_at, 0) " \
  "FROM delivery LEFT JOIN receipt ON receipt.delivery_id = delivery.id "                                              \
  "WHERE delivery.state IN ('expected', 'arrived') AND (receipt.id IS NULL OR NOT EXISTS (SELECT 1 FROM receipt_line " \
  "WHERE receipt_id = receipt.id) "                                                                                    \
  "OR EXISTS (SELECT 1 FROM receipt_line WHERE receipt_id = receipt.id AND is_closed = 0))"

/* On review, complaints come first, then what is eaten or taken; what is due first before the others. */
#define RISK                                                                                                           \
  "CASE WHEN EXISTS (SELECT 1 FROM ticket WHERE ticket.lot_id = lot.id) THEN 0 "                                       \
  "WHEN product.class IN ('food', 'drug') THEN 1 WHEN product.class IN ('cosmetics', 'medical_device') THEN 2 "        \
  "ELSE 3 END"

#define IS_ON_REVIEW "lot.status IN ('quarantined', 'rejected')"
#define DECIDED_AT                                                                                                     \
  "coalesce ((SELECT max (decided_at) FROM usage_decision WHERE usage_decision.lot_id = lot.id), receipt.arrived_at)"

#define INSERT_LOTS                                                                                                    \
  "INSERT INTO work (id, list, kind, urgency, due_at, since) "                                                         \
  "SELECT lot.id, CASE WHEN " IS_ON_REVIEW " THEN 'review' ELSE 'queue' END, "                                         \
  "CASE WHEN " IS_ON_REVIEW " THEN 'decide' WHEN lot.status <> 'pending' THEN 'labels' "                               \
  "WHEN inspection.id IS NULL THEN 'inspect' ELSE 'go_on' END, "                                                       \
  "CASE WHEN " IS_ON_REVIEW " THEN " RISK " WHEN lot.status <> 'pending' AND batch.id IS NULL THEN 2 "                 \
  "ELSE " URGENCY " END, "                                                                                             \
  "CASE WHEN " IS_ON_REVIEW " THEN " DECIDED_AT " + " DECISION                                                         \
  " WHEN lot.status <> 'pending' AND batch.id IS NULL THEN " DECIDED_AT " ELSE receipt.arrived_at + " TURNAROUND       \
  " END, "                                                                                                             \
  "CASE WHEN " IS_ON_REVIEW " THEN " DECIDED_AT                                                                        \
  " WHEN lot.status <> 'pending' THEN coalesce (batch.issued_at, " DECIDED_AT ") "                                     \
  "ELSE coalesce (inspection.started_at, receipt.arrived_at) END "                                                     \
  "FROM lot JOIN receipt_line line ON line.id = lot.receipt_line_id JOIN receipt ON receipt.id = line.receipt_id "     \
  "JOIN delivery ON delivery.id = receipt.delivery_id JOIN product ON product.id = lot.product_id "                    \
  "LEFT JOIN inspection ON inspection.id = "                                                                           \
  "(SELECT max (id) FROM inspection WHERE lot_id = lot.id AND state <> 'void') "                                       \
  "LEFT JOIN code_batch batch ON batch.id = (SELECT max (id) FROM code_batch WHERE lot_id = lot.id "                   \
  "AND state IN ('reserved', 'printed', 'verified')) "                                                                 \
  "WHERE ((lot.status = 'pending' AND lot.received > 0 AND (line.is_closed OR inspection.id IS NOT NULL)) OR "         \
  "(" IS_ON_REVIEW " AND lot.held > 0) "                                                                               \
  "OR (lot.status IN ('released', 'concession') AND lot.accepted > 0 AND (batch.id IS NOT NULL "                       \
  "OR NOT EXISTS (SELECT 1 FROM code_batch WHERE lot_id = lot.id))))"

static gboolean
run_for (VouchConn *conn, const char *sql, gint64 id, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, id);
  return vouch_stmt_run (stmt, error);
}

static gboolean
follow_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return run_for (conn, "DELETE FROM work WHERE id = ?1", lot_id, error) &&
         run_for (conn, INSERT_LOTS " AND lot.id = ?1", lot_id, error);
}

static gboolean
follow_delivery (VouchConn *conn, gint64 delivery_id, GError **error)
{
  return run_for (conn, "DELETE FROM work WHERE id = ?1", delivery_id, error) &&
         run_for (conn, INSERT_DELIVERIES " AND delivery.id = ?1", delivery_id, error);
}

/* A line that is closed lets its lots be inspected, and may be the delivery's last. */
static gboolean
follow_line (VouchConn *conn, const VouchReceiptLine *line, GError **error)
{
  return run_for (conn,
                  "DELETE FROM work WHERE id = (SELECT delivery_id FROM receipt WHERE id = "
                  "(SELECT receipt_id FROM receipt_line WHERE id = ?1)) "
                  "OR id IN (SELECT id FROM lot WHERE receipt_line_id = ?1)",
                  line->id, error) &&
         run_for (conn, INSERT_DELIVERIES " AND receipt.id = ?1", line->receipt_id, error) &&
         run_for (conn, INSERT_LOTS " AND lot.receipt_line_id = ?1", line->id, error);
}

/**
 * vouch_work_store_rebuild:
 * @conn: the writing connection, in a transaction
 * @error: what the database said
 *
 * Returns: whether what waits is known anew from the records
 */
gboolean
vouch_work_store_rebuild (VouchConn *conn, GError **error)
{
  return vouch_conn_exec (conn, "DELETE FROM work", error) && vouch_conn_exec (conn, INSERT_DELIVERIES, error) &&
         vouch_conn_exec (conn,
                          INSERT_LOTS " AND lot.status IN ('pending', 'quarantined', 'rejected', 'released', "
                                      "'concession')",
                          error);
}

/* A rule that sets when things are due holds for what waits already. */
static gboolean
sets_clock (const VouchPolicy *policy)
{
  return g_str_has_prefix (policy->name, DUE_POLICIES) || g_str_has_prefix (policy->name, REVIEW_POLICIES);
}

/**
 * vouch_work_store_after_write:
 * @conn: the writing connection, in a transaction
 * @type: what was written
 * @record: the record as it is
 * @error: what the database said
 *
 * Returns: whether what waits is true again
 */
gboolean
vouch_work_store_after_write (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error)
{
  if (type == &vouch_lot_type)
    return follow_lot (conn, ((const VouchLot *)record)->id, error);
  if (type == &vouch_inspection_type)
    return follow_lot (conn, ((const VouchInspection *)record)->lot_id, error);
  if (type == &vouch_usage_decision_type)
    return follow_lot (conn, ((const VouchUsageDecision *)record)->lot_id, error);
  if (type == &vouch_code_batch_type)
    return follow_lot (conn, ((const VouchCodeBatch *)record)->lot_id, error);
  if (type == &vouch_ticket_type)
    return follow_lot (conn, ((const VouchTicket *)record)->lot_id, error);
  if (type == &vouch_delivery_type)
    return follow_delivery (conn, ((const VouchDelivery *)record)->id, error);
  if (type == &vouch_receipt_type)
    return follow_delivery (conn, ((const VouchReceipt *)record)->delivery_id, error);
  if (type == &vouch_receipt_line_type)
    return follow_line (conn, record, error);
  if (type == &vouch_policy_type && sets_clock (record))
    return vouch_work_store_rebuild (conn, error);
  return TRUE;
}

/**
 * vouch_work_store_list_queue:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the deliveries and lots that wait at the dock,
 * the most pressing first
 */
GArray *
vouch_work_store_list_queue (VouchConn *conn, GError **error)
{
  return vouch_row_take_ids (vouch_conn_prepare (conn,
                                                 "SELECT id FROM work WHERE list = 'queue' AND urgency < 2 "
                                                 "ORDER BY urgency, due_at, since, id",
                                                 error),
                             error);
}

/**
 * vouch_work_store_list_unlabelled:
 * @conn: a connection
 * @since: Unix microseconds
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the lots that were released since then and for
 * which nobody has asked for labels, the oldest first
 */
GArray *
vouch_work_store_list_unlabelled (VouchConn *conn, gint64 since, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (
      conn, "SELECT id FROM work WHERE list = 'queue' AND urgency = 2 AND due_at >= ?1 ORDER BY due_at, since, id",
      error);

  if (stmt != NULL)
    vouch_stmt_bind_number (stmt, 1, since);
  return vouch_row_take_ids (g_steal_pointer (&stmt), error);
}

/**
 * vouch_work_store_list_review:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the lots that wait for a decision, by risk
 */
GArray *
vouch_work_store_list_review (VouchConn *conn, GError **error)
{
  return vouch_row_take_ids (vouch_conn_prepare (conn,
                                                 "SELECT id FROM work WHERE list = 'review' "
                                                 "ORDER BY urgency, due_at, since, id",
                                                 error),
                             error);
}
