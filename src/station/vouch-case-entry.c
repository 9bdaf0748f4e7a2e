#include "vouch-case-entry.h"

#include "vouch-row.h"
#include "vouch-ticket-store.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchCaseEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, number, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCaseEntry, state, vouch_ticket_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, problem, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, code, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, product, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, product_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, received_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, due_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCaseEntry, photo, vouch_ticket_photo_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, satisfaction, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, waiting, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCaseEntry, refused, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCaseEntry, vouch_case_entry, "case_entry", fields)

static GPtrArray *
read_cases (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  return vouch_row_list_by_ids (
      conn, &vouch_case_entry_type,
      "SELECT ticket.id, ticket.number, ticket.state, ticket.problem, ticket.code, product.name_en, product.name_zh, "
      "ticket.received_at, ticket.due_at, ticket.photo, ticket.satisfaction, "
      "(SELECT count(*) FROM ticket_answer WHERE ticket_id = ticket.id AND delivery = 'waiting'), "
      "(SELECT count(*) FROM ticket_answer WHERE ticket_id = ticket.id AND delivery = 'refused') "
      "FROM ticket LEFT JOIN lot ON lot.id = ticket.lot_id LEFT JOIN product ON product.id = lot.product_id "
      "WHERE ticket.id = ?1",
      ids, n, (GDestroyNotify)vouch_case_entry_free, error);
}

static GArray *
read_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  if (after != 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  return g_strcmp0 (query, VOUCH_CASE_QUERY_CLOSED) == 0 ? vouch_ticket_store_list_closed_ids (conn, error)
                                                         : vouch_ticket_store_list_open_ids (conn, error);
}

static gint64
get_id (gconstpointer row)
{
  return ((const VouchCaseEntry *)row)->id;
}

const VouchListSource vouch_case_source = { read_ids, read_cases, get_id };
