/* Every query of the stores, as it is really asked, has to be served by an index. */
#include <glib-object.h>
#include <sqlite3.h>

#include "store-fixture.h"
#include "vouch-administrator-key-store.h"
#include "vouch-attachment-store.h"
#include "vouch-audit-change-store.h"
#include "vouch-certificate-store.h"
#include "vouch-code-batch-store.h"
#include "vouch-code-version-store.h"
#include "vouch-correction-store.h"
#include "vouch-decision-store.h"
#include "vouch-defect-code-store.h"
#include "vouch-delivery-store.h"
#include "vouch-draft-store.h"
#include "vouch-inspection-store.h"
#include "vouch-lot-store.h"
#include "vouch-outbox-store.h"
#include "vouch-pack-store.h"
#include "vouch-parked-goods-store.h"
#include "vouch-party-store.h"
#include "vouch-pin-guard-store.h"
#include "vouch-plan-store.h"
#include "vouch-policy-store.h"
#include "vouch-product-store.h"
#include "vouch-public-report-store.h"
#include "vouch-quality-store.h"
#include "vouch-query-count-store.h"
#include "vouch-recall-store.h"
#include "vouch-receipt-store.h"
#include "vouch-scan-history-store.h"
#include "vouch-scan-pattern-store.h"
#include "vouch-scan-problem-store.h"
#include "vouch-search-query.h"
#include "vouch-suspicion-store.h"
#include "vouch-template-version-store.h"
#include "vouch-ticket-answer-store.h"
#include "vouch-ticket-store.h"
#include "vouch-user-store.h"
#include "vouch-work-store.h"

typedef enum
{
  ALL,
  BY_ID,
  BY_TEXT,
  BY_TWO_TEXTS,
  BY_SUPPLIER_LOT,
  AFTER,
  BY_LOT,
  BY_ROW,
} Parameter;

/* What is asked by a record. */
static gpointer
list_rules (VouchConn *conn, GError **error)
{
  return vouch_plan_store_list_rules (conn, &(VouchInspectionPlan){ .id = 1 }, error);
}

static gpointer
find_plan_version (VouchConn *conn, GError **error)
{
  return vouch_plan_store_find_version (conn, 1, VOUCH_PLAN_TYPE_INCOMING, 1, error);
}

static gpointer
find_packed_unit (VouchConn *conn, GError **error)
{
  return vouch_pack_store_find_unit (conn, 1, 1, error);
}

static gpointer
find_quality_level (VouchConn *conn, GError **error)
{
  return vouch_quality_store_find (
      conn, &(VouchQualityLevel){ .standard = (char *)"", .type = (char *)"", .level = (char *)"", .aql = (char *)"" },
      error);
}

static gpointer
find_quality_switch (VouchConn *conn, GError **error)
{
  return vouch_quality_store_find_switch (conn, 1, 1, error);
}

static gpointer
list_quality_levels_of_origin (VouchConn *conn, GError **error)
{
  return vouch_quality_store_list_of_origin (conn, 1, 1, error);
}

static gpointer
find_open_suspicion (VouchConn *conn, GError **error)
{
  return vouch_suspicion_store_find_open_of_unit (conn, &(VouchSuspicion){ .lot = (char *)"" }, error);
}

static const struct
{
  const char *name;
  Parameter parameter;
  GCallback query;
} queries[] = {
  { "vouch_attachment_store_list", BY_ID, (GCallback)vouch_attachment_store_list },
  { "vouch_attachment_store_list_of_lot", BY_ID, (GCallback)vouch_attachment_store_list_of_lot },
  { "vouch_audit_change_store_find_last", BY_ROW, (GCallback)vouch_audit_change_store_find_last },
  { "vouch_code_batch_store_list", BY_ID, (GCallback)vouch_code_batch_store_list },
  { "vouch_code_batch_store_list_print_jobs", BY_ID, (GCallback)vouch_code_batch_store_list_print_jobs },
  { "vouch_code_batch_store_list_copies", BY_ID, (GCallback)vouch_code_batch_store_list_copies },
  { "vouch_code_batch_store_list_jobs_of_pack", BY_ID, (GCallback)vouch_code_batch_store_list_jobs_of_pack },
  { "vouch_code_batch_store_list_ids", AFTER, (GCallback)vouch_code_batch_store_list_ids },
  { "vouch_code_batch_store_list_job_ids", AFTER, (GCallback)vouch_code_batch_store_list_job_ids },
  { "vouch_code_batch_store_list_active_lots", ALL, (GCallback)vouch_code_batch_store_list_active_lots },
  { "vouch_code_batch_store_list_voids", BY_ID, (GCallback)vouch_code_batch_store_list_voids },
  { "vouch_code_version_store_list", ALL, (GCallback)vouch_code_version_store_list },
  { "vouch_code_version_store_list_unseen", ALL, (GCallback)vouch_code_version_store_list_unseen },
  { "vouch_code_version_store_find", BY_ID, (GCallback)vouch_code_version_store_find },
  { "vouch_code_version_store_list_batches", BY_ID, (GCallback)vouch_code_version_store_list_batches },
  { "vouch_correction_store_list", BY_ID, (GCallback)vouch_correction_store_list },
  { "vouch_correction_store_list_for_review", ALL, (GCallback)vouch_correction_store_list_for_review },
  { "vouch_decision_store_list", BY_ID, (GCallback)vouch_decision_store_list },
  { "vouch_decision_store_list_signatures", BY_ID, (GCallback)vouch_decision_store_list_signatures },
  { "vouch_decision_store_list_ncrs", BY_ID, (GCallback)vouch_decision_store_list_ncrs },
  { "vouch_defect_code_store_find", BY_TEXT, (GCallback)vouch_defect_code_store_find },
  { "vouch_defect_code_store_list", ALL, (GCallback)vouch_defect_code_store_list },
  { "vouch_delivery_store_find_by_number", BY_TEXT, (GCallback)vouch_delivery_store_find_by_number },
  { "vouch_delivery_store_list_lines", BY_ID, (GCallback)vouch_delivery_store_list_lines },
  { "vouch_delivery_store_list_open", ALL, (GCallback)vouch_delivery_store_list_open },
  { "vouch_delivery_store_list_open_ids", ALL, (GCallback)vouch_delivery_store_list_open_ids },
  { "vouch_draft_store_find", BY_TEXT, (GCallback)vouch_draft_store_find },
  { "vouch_draft_store_list_open", BY_ID, (GCallback)vouch_draft_store_list_open },
  { "vouch_inspection_store_find_by_number", BY_TEXT, (GCallback)vouch_inspection_store_find_by_number },
  { "vouch_inspection_store_find_last_of_lot", BY_ID, (GCallback)vouch_inspection_store_find_last_of_lot },
  { "vouch_inspection_store_list_class_plans", BY_ID, (GCallback)vouch_inspection_store_list_class_plans },
  { "vouch_inspection_store_list_units", BY_ID, (GCallback)vouch_inspection_store_list_units },
  { "vouch_inspection_store_list_earlier", BY_LOT, (GCallback)vouch_inspection_store_list_earlier },
  { "vouch_inspection_store_list_take_overs", BY_ID, (GCallback)vouch_inspection_store_list_take_overs },
  { "vouch_inspection_store_list_readings", BY_ID, (GCallback)vouch_inspection_store_list_readings },
  { "vouch_lot_store_find_by_number", BY_TEXT, (GCallback)vouch_lot_store_find_by_number },
  { "vouch_lot_store_list_by_line", BY_ID, (GCallback)vouch_lot_store_list_by_line },
  { "vouch_lot_store_list_same_supplier_lot", BY_SUPPLIER_LOT, (GCallback)vouch_lot_store_list_same_supplier_lot },
  { "vouch_lot_store_list_counts", BY_ID, (GCallback)vouch_lot_store_list_counts },
  { "vouch_lot_store_list_counts_of_sscc", BY_TEXT, (GCallback)vouch_lot_store_list_counts_of_sscc },
  { "vouch_lot_store_list_counts_of_serial", BY_TWO_TEXTS, (GCallback)vouch_lot_store_list_counts_of_serial },
  { "vouch_lot_store_list_stock", BY_ID, (GCallback)vouch_lot_store_list_stock },
  { "vouch_lot_store_list_pending", ALL, (GCallback)vouch_lot_store_list_pending },
  { "vouch_lot_store_list_ids_of_delivery", BY_TEXT, (GCallback)vouch_lot_store_list_ids_of_delivery },
  { "vouch_lot_store_list_ids", AFTER, (GCallback)vouch_lot_store_list_ids },
  { "vouch_lot_store_list_recent", ALL, (GCallback)vouch_lot_store_list_recent },
  { "vouch_outbox_store_find_first", BY_ID, (GCallback)vouch_outbox_store_find_first },
  { "vouch_outbox_store_find_last", BY_ID, (GCallback)vouch_outbox_store_find_last },
  { "vouch_outbox_store_list_waiting", ALL, (GCallback)vouch_outbox_store_list_waiting },
  { "vouch_outbox_store_list_since", BY_ID, (GCallback)vouch_outbox_store_list_since },
  { "vouch_outbox_store_list_waiting_since", BY_ID, (GCallback)vouch_outbox_store_list_waiting_since },
  { "vouch_outbox_store_find_refused", ALL, (GCallback)vouch_outbox_store_find_refused },
  { "vouch_public_report_store_find_by_lot", BY_ID, (GCallback)vouch_public_report_store_find_by_lot },
  { "vouch_public_report_store_list_wanted", ALL, (GCallback)vouch_public_report_store_list_wanted },
  { "vouch_administrator_key_store_list", ALL, (GCallback)vouch_administrator_key_store_list },
  { "vouch_administrator_key_store_list_in_force", ALL, (GCallback)vouch_administrator_key_store_list_in_force },
  { "vouch_certificate_store_list", BY_ID, (GCallback)vouch_certificate_store_list },
  { "vouch_pack_store_find_by_sscc", BY_TEXT, (GCallback)vouch_pack_store_find_by_sscc },
  { "vouch_pack_store_find_last", BY_TWO_TEXTS, (GCallback)vouch_pack_store_find_last },
  { "vouch_pack_store_list_items", BY_ID, (GCallback)vouch_pack_store_list_items },
  { "vouch_pack_store_list_history", BY_ID, (GCallback)vouch_pack_store_list_history },
  { "vouch_pack_store_list_items_of_lot", BY_ID, (GCallback)vouch_pack_store_list_items_of_lot },
  { "vouch_pack_store_find_unit", ALL, (GCallback)find_packed_unit },
  { "vouch_pack_store_find_child", BY_ID, (GCallback)vouch_pack_store_find_child },
  { "vouch_pack_store_list_ids", AFTER, (GCallback)vouch_pack_store_list_ids },
  { "vouch_parked_goods_store_find_by_number", BY_TEXT, (GCallback)vouch_parked_goods_store_find_by_number },
  { "vouch_parked_goods_store_list", BY_ID, (GCallback)vouch_parked_goods_store_list },
  { "vouch_parked_goods_store_list_for_review", ALL, (GCallback)vouch_parked_goods_store_list_for_review },
  { "vouch_party_store_find_by_code", BY_TEXT, (GCallback)vouch_party_store_find_by_code },
  { "vouch_pin_guard_store_find", BY_ID, (GCallback)vouch_pin_guard_store_find },
  { "vouch_plan_store_find_incoming", BY_ID, (GCallback)vouch_plan_store_find_incoming },
  { "vouch_plan_store_list_characteristics", BY_ID, (GCallback)vouch_plan_store_list_characteristics },
  { "vouch_plan_store_list_drafts", ALL, (GCallback)vouch_plan_store_list_drafts },
  { "vouch_plan_store_list_rules", ALL, (GCallback)list_rules },
  { "vouch_plan_store_list_versions", BY_ID, (GCallback)vouch_plan_store_list_versions },
  { "vouch_plan_store_find_version", ALL, (GCallback)find_plan_version },
  { "vouch_policy_store_find", BY_TEXT, (GCallback)vouch_policy_store_find },
  { "vouch_policy_store_list", ALL, (GCallback)vouch_policy_store_list },
  { "vouch_product_store_find_by_sku", BY_TEXT, (GCallback)vouch_product_store_find_by_sku },
  { "vouch_product_store_find_gtin", BY_TEXT, (GCallback)vouch_product_store_find_gtin },
  { "vouch_product_store_list_gtins", BY_ID, (GCallback)vouch_product_store_list_gtins },
  { "vouch_product_store_list_ids", ALL, (GCallback)vouch_product_store_list_ids },
  { "vouch_product_store_list", ALL, (GCallback)vouch_product_store_list },
  { "vouch_quality_store_find", ALL, (GCallback)find_quality_level },
  { "vouch_quality_store_find_skipped", BY_ID, (GCallback)vouch_quality_store_find_skipped },
  { "vouch_quality_store_find_switch", ALL, (GCallback)find_quality_switch },
  { "vouch_quality_store_list", ALL, (GCallback)vouch_quality_store_list },
  { "vouch_quality_store_list_of_origin", ALL, (GCallback)list_quality_levels_of_origin },
  { "vouch_quality_store_list_entries", BY_ID, (GCallback)vouch_quality_store_list_entries },
  { "vouch_recall_store_list_holds", BY_ID, (GCallback)vouch_recall_store_list_holds },
  { "vouch_recall_store_list_by_lot", BY_ID, (GCallback)vouch_recall_store_list_by_lot },
  { "vouch_recall_store_list_recent", ALL, (GCallback)vouch_recall_store_list_recent },
  { "vouch_receipt_store_find_by_delivery", BY_ID, (GCallback)vouch_receipt_store_find_by_delivery },
  { "vouch_receipt_store_find_by_number", BY_TEXT, (GCallback)vouch_receipt_store_find_by_number },
  { "vouch_receipt_store_list_arrival_checks", BY_ID, (GCallback)vouch_receipt_store_list_arrival_checks },
  { "vouch_receipt_store_list_passes", BY_ID, (GCallback)vouch_receipt_store_list_passes },
  { "vouch_receipt_store_list_lines_for_review", ALL, (GCallback)vouch_receipt_store_list_lines_for_review },
  { "vouch_receipt_store_list_lines", BY_ID, (GCallback)vouch_receipt_store_list_lines },
  { "vouch_scan_history_store_list", AFTER, (GCallback)vouch_scan_history_store_list },
  { "vouch_scan_pattern_store_find", BY_TEXT, (GCallback)vouch_scan_pattern_store_find },
  { "vouch_scan_pattern_store_list", ALL, (GCallback)vouch_scan_pattern_store_list },
  { "vouch_scan_problem_store_list", ALL, (GCallback)vouch_scan_problem_store_list },
  { "vouch_scan_problem_store_list_open", ALL, (GCallback)vouch_scan_problem_store_list_open },
  { "vouch_scan_problem_store_find_replaceable", ALL, (GCallback)vouch_scan_problem_store_find_replaceable },
  { "vouch_template_version_store_find", BY_TEXT, (GCallback)vouch_template_version_store_find },
  { "vouch_template_version_store_find_job", BY_TEXT, (GCallback)vouch_template_version_store_find_job },
  { "vouch_template_version_store_find_last", BY_TEXT, (GCallback)vouch_template_version_store_find_last },
  { "vouch_template_version_store_list", ALL, (GCallback)vouch_template_version_store_list },
  { "vouch_ticket_store_find_by_number", BY_TEXT, (GCallback)vouch_ticket_store_find_by_number },
  { "vouch_ticket_store_find_by_case", BY_ID, (GCallback)vouch_ticket_store_find_by_case },
  { "vouch_ticket_store_list_by_lot", BY_ID, (GCallback)vouch_ticket_store_list_by_lot },
  { "vouch_ticket_store_list_open", ALL, (GCallback)vouch_ticket_store_list_open },
  { "vouch_ticket_store_list_open_ids", ALL, (GCallback)vouch_ticket_store_list_open_ids },
  { "vouch_ticket_store_list_closed_ids", ALL, (GCallback)vouch_ticket_store_list_closed_ids },
  { "vouch_ticket_store_list_photo_wanted", ALL, (GCallback)vouch_ticket_store_list_photo_wanted },
  { "vouch_ticket_answer_store_list", BY_ID, (GCallback)vouch_ticket_answer_store_list },
  { "vouch_ticket_answer_store_list_waiting", BY_ID, (GCallback)vouch_ticket_answer_store_list_waiting },
  { "vouch_ticket_answer_store_find_photo", BY_ID, (GCallback)vouch_ticket_answer_store_find_photo },
  { "vouch_ticket_answer_store_list_looks", BY_ID, (GCallback)vouch_ticket_answer_store_list_looks },
  { "vouch_suspicion_store_list_open", ALL, (GCallback)vouch_suspicion_store_list_open },
  { "vouch_suspicion_store_list_recent", ALL, (GCallback)vouch_suspicion_store_list_recent },
  { "vouch_suspicion_store_list_by_lot", BY_ID, (GCallback)vouch_suspicion_store_list_by_lot },
  { "vouch_suspicion_store_find_open_of_unit", ALL, (GCallback)find_open_suspicion },
  { "vouch_suspicion_store_find_cursor", BY_TEXT, (GCallback)vouch_suspicion_store_find_cursor },
  { "vouch_query_count_store_find", BY_TEXT, (GCallback)vouch_query_count_store_find },
  { "vouch_query_count_store_find_by_lot", BY_ID, (GCallback)vouch_query_count_store_find_by_lot },
  { "vouch_query_count_store_list", BY_TEXT, (GCallback)vouch_query_count_store_list },
  { "vouch_ticket_store_find_last", ALL, (GCallback)vouch_ticket_store_find_last },
  { "vouch_user_store_find_by_badge", BY_TEXT, (GCallback)vouch_user_store_find_by_badge },
  { "vouch_user_store_list_roles", BY_ID, (GCallback)vouch_user_store_list_roles },
  { "vouch_user_store_list", ALL, (GCallback)vouch_user_store_list },
  { "vouch_work_store_list_queue", ALL, (GCallback)vouch_work_store_list_queue },
  { "vouch_work_store_list_review", ALL, (GCallback)vouch_work_store_list_review },
  { "vouch_work_store_list_unlabelled", BY_ID, (GCallback)vouch_work_store_list_unlabelled },
};

/* Tables of the house's own making that stay at dozens of rows, and rows of one lot, product or user that are few:
 * sorting those is cheaper than one more index to write. */
static const char *const small[] = {
  "vouch_lot_store_list_stock",
  "vouch_product_store_list_gtins",
  "vouch_user_store_list",
  "vouch_user_store_list_roles",
  "vouch_policy_store_list",
  "vouch_defect_code_store_list",
  "vouch_inspection_store_list_earlier", /* a handful of rows */
  "vouch_inspection_store_list_take_overs",
  "vouch_lot_store_list_ids_of_delivery",
  NULL,
};

static GString *asked; /* the SQL that was run last on the reader's connection */

static int
note_sql (unsigned what, void *context, void *stmt, void *text)
{
  const char *sql = sqlite3_sql (stmt);

  if (g_str_has_prefix (sql, "SELECT"))
    g_string_assign (asked, sql);
  return 0;
}

static int
trace_connection (sqlite3 *db, char **message, const void *api)
{
  sqlite3_trace_v2 (db, SQLITE_TRACE_STMT, note_sql, NULL);
  return SQLITE_OK;
}

static gpointer
call (guint i, VouchConn *conn, GError **error)
{
  if (queries[i].parameter == ALL)
    return ((gpointer (*) (VouchConn *, GError **))queries[i].query) (conn, error);
  if (queries[i].parameter == BY_ID)
    return ((gpointer (*) (VouchConn *, gint64, GError **))queries[i].query) (conn, 1, error);
  if (queries[i].parameter == AFTER)
    return ((gpointer (*) (VouchConn *, gint64, guint, GError **))queries[i].query) (conn, 1, 10, error);
  if (queries[i].parameter == BY_TWO_TEXTS)
    return ((gpointer (*) (VouchConn *, const char *, const char *, GError **))queries[i].query) (conn, "x", "x",
                                                                                                  error);
  if (queries[i].parameter == BY_ROW)
    return vouch_audit_change_store_find_last (conn, "lot", 1, 0, error);
  if (queries[i].parameter == BY_LOT)
    return vouch_inspection_store_list_earlier (conn, &(VouchLot){ .id = 9, .product_id = 1, .supplier_id = 1 }, 10,
                                                error);
  if (queries[i].parameter == BY_SUPPLIER_LOT)
    return vouch_lot_store_list_same_supplier_lot (conn, 1, 1, "x", error);
  return ((gpointer (*) (VouchConn *, const char *, GError **))queries[i].query) (conn, "x", error);
}

/* Whole tables are only read where every row is wanted, in the order that they have. */
static gboolean
is_bad (const char *step, guint i)
{
  if (strstr (step, "TEMP B-TREE") != NULL)
    return TRUE;
  return g_str_has_prefix (step, "SCAN") && queries[i].parameter != ALL;
}

static guint
count_bad_steps (VouchConn *conn, guint i)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", asked->str, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (;;)
    {
      gboolean has_row;

      g_assert_true (vouch_stmt_step (stmt, &has_row, &error));
      if (!has_row)
        return n;
      if (is_bad (vouch_stmt_get_text (stmt, 3), i))
        {
          n++;
          g_test_message ("%s: %s", queries[i].name, vouch_stmt_get_text (stmt, 3));
        }
    }
}

static guint
count_sorting_steps (VouchConn *conn)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", asked->str, NULL);
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, NULL);
  gboolean has_row;
  guint n = 0;

  while (vouch_stmt_step (stmt, &has_row, NULL) && has_row)
    n += strstr (vouch_stmt_get_text (stmt, 3), "TEMP B-TREE") != NULL;
  return n;
}

static gboolean
gives_ids (const char *name)
{
  return strstr (name, "_ids") != NULL || strstr (name, "_active_lots") != NULL ||
         strstr (name, "_work_store_") != NULL;
}

static gpointer
read_plans (VouchConn *conn, gpointer data, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) local = NULL;
      gpointer answer;

      g_string_truncate (asked, 0);
      answer = call (i, conn, &local);
      g_assert_no_error (local);
      if (gives_ids (queries[i].name))
        g_array_unref (answer);
      else if (answer != NULL)
        g_ptr_array_unref (answer); /* no store finds a single record in an empty database */
      g_assert_cmpuint (asked->len, >, 0);
      if (!g_strv_contains (small, queries[i].name))
        n += count_bad_steps (conn, i);
    }
  *(guint *)data = n;
  return data;
}

static void
test_every_list_has_an_index_for_its_order (StoreFixture *self, gconstpointer data)
{
  guint n_bad = 0;

  g_assert_nonnull (vouch_db_read (self->db, read_plans, &n_bad, NULL));
  g_assert_cmpuint (n_bad, ==, 0);
}

/* What a search asks last, for lots that fit or to compare with. */
static gpointer
read_search (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (VouchSearchQuery) query = vouch_search_query_new ("green QH26-A");
  g_autoptr (GArray) ids = NULL;

  g_string_truncate (asked, 0);
  ids = vouch_search_query_read_lots (query, conn, 10, error);
  if (ids == NULL || strstr (asked->str, "lot_search MATCH") == NULL)
    return NULL;
  *(guint *)data = count_sorting_steps (conn);
  return ids->len == 0 ? data : NULL;
}

static void
test_search_gives_the_newest_first_without_sorting (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 1;

  g_assert_nonnull (vouch_db_read (self->db, read_search, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
}

static void
check_header (const char *path)
{
  g_autoptr (GRegex) regex = g_regex_new ("vouch_\\w+_store_(list|find)\\w*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 0);
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
        known |= g_str_equal (queries[i].name, name);
      g_test_message ("%s", name);
      g_assert_true (known);
    }
}

static void
test_no_query_is_forgotten (StoreFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "store", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, "-store.h"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        check_header (path);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  asked = g_string_new (NULL);
  sqlite3_auto_extension ((void (*) (void))trace_connection);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/queries/every-list-has-an-index-for-its-order", test_every_list_has_an_index_for_its_order);
  ADD ("/queries/search-gives-the-newest-first-without-sorting", test_search_gives_the_newest_first_without_sorting);
  ADD ("/queries/no-query-is-forgotten", test_no_query_is_forgotten);
  return g_test_run ();
}
