#include "vouch-plan-entry.h"

#include "vouch-error.h"
#include "vouch-plan-content.h"
#include "vouch-plan-store.h"
#include "vouch-product-store.h"
#include "vouch-row.h"
#include "vouch-rule-words.h"
#include "vouch-user.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPlanEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, product, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, name_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, name_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, rules, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, approved_by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, approved_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, drafts, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, draft_version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPlanEntry, draft_author, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPlanEntry, vouch_plan_entry, "plan_entry", fields)

static char *
load_name (VouchConn *conn, gint64 user_id, GError **error)
{
  g_autoptr (VouchUser) user = vouch_row_load (conn, &vouch_user_type, user_id, error);

  return user != NULL ? g_strdup (user->name) : NULL;
}

static gboolean
note_in_force (VouchConn *conn, VouchPlanEntry *entry, const VouchInspectionPlan *plan, GError **error)
{
  g_autoptr (VouchPlanContent) content =
      vouch_plan_content_load (conn, plan->product_id, plan->type, plan->version, error);

  if (content == NULL)
    return FALSE;
  entry->version = plan->version;
  entry->approved_at = plan->approved_at;
  g_free (entry->rules);
  entry->rules = vouch_words_dup_rules (content);
  entry->approved_by = load_name (conn, plan->approver_id, error);
  return entry->approved_by != NULL;
}

static gboolean
note_draft (VouchConn *conn, VouchPlanEntry *entry, const VouchInspectionPlan *plan, GError **error)
{
  if (entry->drafts++ > 0)
    return TRUE;
  entry->draft_version = plan->version;
  entry->draft_author = load_name (conn, plan->author_id, error);
  return entry->draft_author != NULL;
}

static gboolean
note_versions (VouchConn *conn, VouchPlanEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) versions = vouch_plan_store_list_versions (conn, entry->id, error);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const VouchInspectionPlan *plan = g_ptr_array_index (versions, i);

      if (plan->type != VOUCH_PLAN_TYPE_INCOMING)
        continue;
      if (plan->state == VOUCH_PLAN_STATE_APPROVED && entry->version == 0 && !note_in_force (conn, entry, plan, error))
        return FALSE;
      if (plan->state == VOUCH_PLAN_STATE_DRAFT && !note_draft (conn, entry, plan, error))
        return FALSE;
    }
  return versions != NULL;
}

static VouchPlanEntry *
read_entry (VouchConn *conn, gint64 product_id, GError **error)
{
  g_autoptr (VouchPlanEntry) entry = vouch_plan_entry_new ();
  g_autoptr (VouchProduct) product = vouch_row_load (conn, &vouch_product_type, product_id, error);

  if (product == NULL)
    return NULL;
  entry->id = product->id;
  entry->product = g_strdup (product->sku);
  entry->name_en = g_strdup (product->name_en);
  entry->name_zh = g_strdup (product->name_zh);
  entry->rules = g_strdup ("");
  return note_versions (conn, entry, error) ? g_steal_pointer (&entry) : NULL;
}

static gboolean
add_entry (VouchConn *conn, GPtrArray *entries, gint64 product_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  VouchPlanEntry *entry = read_entry (conn, product_id, &local);

  if (entry != NULL)
    g_ptr_array_add (entries, entry);
  else if (!g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

static GPtrArray *
read_rows (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_plan_entry_free);

  for (guint i = 0; i < n; i++)
    if (!add_entry (conn, entries, ids[i], error))
      return NULL;
  return g_steal_pointer (&entries);
}

/* The products with a draft that waits for approval, the one that waits longest first. */
static GArray *
list_waiting (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) drafts = vouch_plan_store_list_drafts (conn, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids = drafts != NULL ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      VouchInspectionPlan *draft = g_ptr_array_index (drafts, i);

      if (draft->type == VOUCH_PLAN_TYPE_INCOMING && g_hash_table_add (seen, &draft->product_id))
        g_array_append_val (ids, draft->product_id);
    }
  return ids;
}

/* What waits for approval comes first, the oldest draft before the others. */
static GArray *
read_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  g_autoptr (GArray) all = vouch_product_store_list_ids (conn, error);
  g_autoptr (GArray) ids = all != NULL ? list_waiting (conn, error) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_waiting = ids != NULL ? ids->len : 0;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < n_waiting; i++)
    g_hash_table_add (seen, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  for (guint i = 0; i < all->len; i++)
    if (!g_hash_table_contains (seen, &g_array_index (all, gint64, i)))
      g_array_append_val (ids, g_array_index (all, gint64, i));
  return g_steal_pointer (&ids);
}

static gint64
get_id (gconstpointer row)
{
  return ((const VouchPlanEntry *)row)->id;
}

const VouchListSource vouch_plan_source = { read_ids, read_rows, get_id };

/**
 * vouch_plan_entry_list_waiting:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPlanEntry): the products with a draft that waits for approval,
 * the one that waits longest first
 */
GPtrArray *
vouch_plan_entry_list_waiting (VouchConn *conn, GError **error)
{
  g_autoptr (GArray) ids = list_waiting (conn, error);

  return ids != NULL ? read_rows (conn, (const gint64 *)(gpointer)ids->data, ids->len, error) : NULL;
}
