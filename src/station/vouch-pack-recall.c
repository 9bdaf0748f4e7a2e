/* A carton or pallet is called back: every label in it, however deep, is withdrawn, and customers' lookups say so. */
#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-error.h"
#include "vouch-pack-store.h"
#include "vouch-pack-work.h"
#include "vouch-publish-work.h"
#include "vouch-row.h"
#include "vouch-text.h"
#include "vouch-void-unit.h"

typedef struct
{
  VouchAct *act;
  const char *reason;
  GHashTable *lots; /* gint64 lot id → GArray of gint64: its units */
  gint64 reached;
} Recall;

static gboolean
mark (Recall *self, VouchPack *pack, GError **error)
{
  pack->state = VOUCH_PACK_STATE_RECALLED;
  pack->ended_by = vouch_act_get_actor_id (self->act);
  pack->ended_at = vouch_act_get_now (self->act);
  g_free (pack->reason);
  pack->reason = g_strdup (self->reason);
  return vouch_act_update (self->act, &vouch_pack_type, pack, error);
}

static void
reach_unit (Recall *self, const VouchPackItem *item)
{
  GArray *units = g_hash_table_lookup (self->lots, &item->lot_id);

  if (units == NULL)
    {
      units = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->lots, g_memdup2 (&item->lot_id, sizeof item->lot_id), units);
    }
  g_array_append_val (units, item->unit);
  self->reached++;
}

/* A pallet holds cartons and a carton units, so this ends. */
static gboolean
reach (Recall *self, VouchPack *pack, GError **error)
{
  g_autoptr (GPtrArray) items = vouch_pack_store_list_items (self->act->conn, pack->id, error);

  if (items == NULL || !mark (self, pack, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const VouchPackItem *item = g_ptr_array_index (items, i);
      g_autoptr (VouchPack) child = NULL;

      if (item->child_id == 0)
        {
          reach_unit (self, item);
          continue;
        }
      child = vouch_row_load (self->act->conn, &vouch_pack_type, item->child_id, error);
      if (child == NULL || !reach (self, child, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return (left > right) - (left < right);
}

static gboolean
is_void (const GPtrArray *voids, gint64 unit)
{
  for (guint i = 0; i < voids->len; i++)
    {
      const VouchVoidUnit *units = g_ptr_array_index (voids, i);

      if (unit >= units->first_unit && unit - units->first_unit < units->units)
        return TRUE;
    }
  return FALSE;
}

static const VouchCodeBatch *
find_batch (const GPtrArray *batches, gint64 unit)
{
  for (guint i = 0; i < batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (batches, i);

      if (unit >= batch->first_unit && unit - batch->first_unit < batch->units)
        return batch;
    }
  return NULL;
}

/* From @from on, as many units as follow on one another within one batch. */
static guint
count_run (const GArray *units, guint from, const GPtrArray *voids, const VouchCodeBatch *batch)
{
  guint n = 1;

  while (from + n < units->len)
    {
      gint64 unit = g_array_index (units, gint64, from + n);

      if (unit != g_array_index (units, gint64, from) + n || unit >= batch->first_unit + batch->units ||
          is_void (voids, unit))
        break;
      n++;
    }
  return n;
}

static gboolean
withdraw (Recall *self, gint64 lot_id, const VouchCodeBatch *batch, gint64 first, guint n, GError **error)
{
  g_autoptr (VouchVoidUnit) units = vouch_void_unit_new ();

  units->id = vouch_act_next_id (self->act);
  units->lot_id = lot_id;
  units->batch_id = batch->id;
  units->first_unit = first;
  units->units = n;
  units->reason = g_strdup (self->reason);
  units->voided_by = vouch_act_get_actor_id (self->act);
  units->voided_at = vouch_act_get_now (self->act);
  return vouch_act_insert (self->act, &vouch_void_unit_type, units, error);
}

static gboolean
withdraw_lot (Recall *self, gint64 lot_id, GArray *units, GError **error)
{
  g_autoptr (GPtrArray) batches = vouch_code_batch_store_list (self->act->conn, lot_id, error);
  g_autoptr (GPtrArray) voids =
      batches != NULL ? vouch_code_batch_store_list_voids (self->act->conn, lot_id, error) : NULL;
  guint n = 1;

  if (voids == NULL)
    return FALSE;
  g_array_sort (units, compare_units);
  for (guint i = 0; i < units->len; i += n)
    {
      gint64 first = g_array_index (units, gint64, i);
      const VouchCodeBatch *batch = find_batch (batches, first);

      n = 1;
      if (batch == NULL || is_void (voids, first))
        continue;
      n = count_run (units, i, voids, batch);
      if (!withdraw (self, lot_id, batch, first, n, error))
        return FALSE;
    }
  return vouch_publish_codes (self->act, lot_id, error);
}

static gboolean
check_recallable (const VouchPack *pack, const VouchEndPackRequest *request, GError **error)
{
  if (request->reason == NULL || *request->reason == '\0')
    vouch_set_field_error (error, "reason", VOUCH_ERROR_INVALID, _ ("Say why it is called back"));
  else if (pack->state == VOUCH_PACK_STATE_BROKEN)
    vouch_set_field_error (error, "sscc", VOUCH_ERROR_CONFLICT,
                           _ ("%s was broken and holds nothing; recall the lots that were in it"), pack->sscc);
  else if (pack->state == VOUCH_PACK_STATE_RECALLED)
    vouch_set_field_error (error, "sscc", VOUCH_ERROR_CONFLICT, _ ("%s was called back already"), pack->sscc);
  else
    return vouch_text_check_note (request->reason, "reason", error);
  return FALSE;
}

static gboolean
recall (VouchAct *act, gconstpointer data, gpointer answer_data, GError **error)
{
  const VouchEndPackRequest *request = data;
  VouchPacked *answer = answer_data;
  g_autoptr (VouchPack) pack = vouch_pack_load_by (act->conn, request->pack_id, request->sscc, error);
  g_autoptr (GHashTable) lots =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  Recall self = { act, request->reason, lots, 0 };
  GHashTableIter iter;
  gpointer lot_id, units;

  if (pack == NULL || !check_recallable (pack, request, error) || !reach (&self, pack, error))
    return FALSE;
  g_hash_table_iter_init (&iter, lots);
  while (g_hash_table_iter_next (&iter, &lot_id, &units))
    if (!withdraw_lot (&self, *(const gint64 *)lot_id, units, error))
      return FALSE;
  answer->reached = self.reached;
  return vouch_pack_tell (act->conn, pack, answer, error);
}

const VouchUseCase vouch_pack_recall = {
  .name = "pack.recall",
  .permission = VOUCH_PERMISSION_DECIDE,
  .request = &vouch_end_pack_request_type,
  .answer = &vouch_packed_type,
  .act = recall,
};
