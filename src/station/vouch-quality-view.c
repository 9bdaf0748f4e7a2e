#include "vouch-quality-view.h"

#include <glib/gi18n-lib.h>

#include "vouch-party.h"
#include "vouch-product.h"
#include "vouch-quality-private.h"
#include "vouch-quality-store.h"
#include "vouch-quality-words.h"
#include "vouch-quality-work.h"
#include "vouch-row.h"
#include "vouch-words.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchQualityView, level_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, product, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, product_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, product_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, supplier_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, supplier_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityView, plan_type, vouch_plan_type_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityView, scope, vouch_defect_scope_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityView, method, vouch_sampling_method_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, terms, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityView, severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityView, phase, vouch_sampling_skip_phase_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, since, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, headline, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, score, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, next, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, steady, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, authority, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, n_entries, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, broken_at, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, broken, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityView, unanswered, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchQualityView, vouch_quality_view, "quality_view", fields)

/**
 * vouch_quality_strip_free:
 * @self: (transfer full) (nullable): a strip
 */
void
vouch_quality_strip_free (VouchQualityStrip *self)
{
  if (self == NULL)
    return;
  vouch_quality_view_free (self->view);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_names (VouchConn *conn, const VouchQualityLevel *level, VouchQualityView *view, GError **error)
{
  g_autoptr (VouchProduct) product = vouch_row_load (conn, &vouch_product_type, level->product_id, error);
  g_autoptr (VouchParty) supplier =
      product != NULL ? vouch_row_load (conn, &vouch_party_type, level->supplier_id, error) : NULL;

  if (supplier == NULL)
    return FALSE;
  view->product = g_strdup (product->sku);
  view->product_en = g_strdup (product->name_en);
  view->product_zh = g_strdup (product->name_zh);
  view->supplier_en = g_strdup (supplier->name_en);
  view->supplier_zh = g_strdup (supplier->name_zh);
  return TRUE;
}

static void
describe_state (const VouchQualityLedger *ledger, VouchQualityView *view)
{
  const VouchQualityEntry *reason = vouch_quality_ledger_get_reason (ledger);

  view->severity = vouch_quality_ledger_get_severity (ledger);
  view->phase = ledger->skip.phase;
  view->since = reason != NULL ? reason->recorded_at : 0;
  view->headline = vouch_quality_words_dup_headline (ledger);
  if (reason != NULL && vouch_quality_ledger_is_broken_at (ledger, ledger->reason))
    view->reason = g_strdup (_ ("The ledger does not follow there, so that the stricter severity is in force."));
  else if (reason != NULL)
    view->reason = g_strdup (vouch_sampling_event_get_reason (reason->event));
  view->score = vouch_quality_words_dup_score (ledger);
  view->next = vouch_quality_words_dup_next (ledger);
  view->steady = ledger->state.conditions.steady;
  view->authority = ledger->state.conditions.authority;
}

static VouchQualityView *
make_view (VouchConn *conn, const VouchQualityLedger *ledger, GError **error)
{
  const VouchQualityLevel *level = ledger->level;
  g_autoptr (VouchQualityView) view = vouch_quality_view_new ();

  if (!read_names (conn, level, view, error))
    return NULL;
  view->level_id = level->id;
  view->plan_type = level->plan_type;
  view->scope = level->scope;
  view->method = level->method;
  view->terms = vouch_quality_words_dup_terms (level);
  describe_state (ledger, view);
  view->n_entries = ledger->entries->len;
  view->broken_at = ledger->broken->len > 0 ? g_array_index (ledger->broken, guint, 0) : 0;
  view->broken = g_strdup (ledger->broken_message);
  view->unanswered = vouch_quality_ledger_is_unanswered (ledger);
  return g_steal_pointer (&view);
}

/* What presses most comes first. */
static int
rank (const VouchQualityView *view)
{
  if (view->unanswered)
    return 0;
  switch (view->severity)
    {
    case VOUCH_SEVERITY_DISCONTINUED:
      return 1;
    case VOUCH_SEVERITY_TIGHTENED:
      return 2;
    case VOUCH_SEVERITY_NORMAL:
    case VOUCH_SEVERITY_REDUCED:
    default:
      return view->broken != NULL ? 3 : 4;
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const VouchQualityView *left = *(VouchQualityView *const *)a, *right = *(VouchQualityView *const *)b;
  int by_name;

  if (rank (left) != rank (right))
    return rank (left) - rank (right);
  by_name = g_strcmp0 (left->product, right->product);
  return by_name != 0 ? by_name : (left->level_id > right->level_id) - (left->level_id < right->level_id);
}

/**
 * vouch_quality_view_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Replays every ledger.
 *
 * Returns: (transfer full) (nullable) (element-type VouchQualityView): all quality levels, those first whose ledger is
 * broken and not answered, then those discontinued and tightened
 */
GPtrArray *
vouch_quality_view_list (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) levels = vouch_quality_store_list (conn, error);
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_quality_view_free);

  for (guint i = 0; levels != NULL && i < levels->len; i++)
    {
      const VouchQualityLevel *level = g_ptr_array_index (levels, i);
      g_autoptr (VouchQualityLedger) ledger = vouch_quality_ledger_load (conn, level->id, error);
      VouchQualityView *view = ledger != NULL ? make_view (conn, ledger, error) : NULL;

      if (view == NULL)
        return NULL;
      g_ptr_array_add (views, view);
    }
  g_ptr_array_sort (views, compare);
  return levels != NULL ? g_steal_pointer (&views) : NULL;
}

static VouchQualityStrip *
make_strip (VouchConn *conn, const VouchQualityLedger *ledger, GError **error)
{
  g_autoptr (VouchQualityStrip) self = g_new0 (VouchQualityStrip, 1);

  self->view = make_view (conn, ledger, error);
  self->cells = self->view != NULL ? vouch_quality_cell_list (conn, ledger, error) : NULL;
  if (self->cells == NULL)
    return NULL;
  for (int kind = VOUCH_QUALITY_ENTRY_LOT; kind <= VOUCH_QUALITY_ENTRY_EVERY_LOT; kind++)
    if (vouch_quality_check_act (ledger, kind, NULL))
      self->acts |= 1u << kind;
  return g_steal_pointer (&self);
}

/**
 * vouch_quality_strip_load:
 * @conn: a connection
 * @level_id: a quality level
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): its ledger
 */
VouchQualityStrip *
vouch_quality_strip_load (VouchConn *conn, gint64 level_id, GError **error)
{
  g_autoptr (VouchQualityLedger) ledger = vouch_quality_ledger_load (conn, level_id, error);

  return ledger != NULL ? make_strip (conn, ledger, error) : NULL;
}

/**
 * vouch_quality_strip_list_of_lot:
 * @conn: a connection
 * @lot_id: a lot
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchQualityStrip): the ledgers of the lot's product and supplier
 */
GPtrArray *
vouch_quality_strip_list_of_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLot) lot = vouch_row_load (conn, &vouch_lot_type, lot_id, error);
  g_autoptr (GPtrArray) levels =
      lot != NULL ? vouch_quality_store_list_of_origin (conn, lot->product_id, lot->supplier_id, error) : NULL;
  g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_quality_strip_free);

  for (guint i = 0; levels != NULL && i < levels->len; i++)
    {
      const VouchQualityLevel *level = g_ptr_array_index (levels, i);
      VouchQualityStrip *strip = vouch_quality_strip_load (conn, level->id, error);

      if (strip == NULL)
        return NULL;
      g_ptr_array_add (strips, strip);
    }
  return levels != NULL ? g_steal_pointer (&strips) : NULL;
}
