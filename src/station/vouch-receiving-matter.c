#include "vouch-receiving-matter.h"

#include <glib/gi18n-lib.h>

#include "vouch-correction-store.h"
#include "vouch-delivery.h"
#include "vouch-lot-store.h"
#include "vouch-parked-goods-store.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-user.h"
#include "vouch-words.h"

static const char *const kind_names[] = { "parked", "correction", "count", "suspicion", NULL };
const VouchEnum vouch_matter_kind_values = { kind_names };

static const VouchField fields[] = {
  VOUCH_FIELD_OF_ENUM (VouchMatter, kind, vouch_matter_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchMatter, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchMatter, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchMatter, number, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchMatter, title, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchMatter, detail, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchMatter, choices, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchMatter, vouch_matter, "matter", fields)

static char *
dup_user_name (VouchConn *conn, gint64 user_id)
{
  g_autoptr (VouchUser) user = vouch_row_load (conn, &vouch_user_type, user_id, NULL);

  return g_strdup (user != NULL ? user->name : "");
}

static gboolean
add_parked (VouchConn *conn, GPtrArray *matters, GError **error)
{
  g_autoptr (GPtrArray) goods = vouch_parked_goods_store_list_for_review (conn, error);

  for (guint i = 0; goods != NULL && i < goods->len; i++)
    {
      const VouchParkedGoods *parked = g_ptr_array_index (goods, i);
      g_autofree char *name = dup_user_name (conn, parked->parked_by);
      VouchMatter *matter = vouch_matter_new ();

      g_ptr_array_add (matters, matter);
      matter->kind = VOUCH_MATTER_KIND_PARKED;
      matter->id = parked->id;
      matter->number = g_strdup (parked->number);
      matter->title = g_strdup_printf (_ ("%s: not in the catalogue"), parked->number);
      /* Translators: what was scanned on goods set apart, and who set them apart. */
      matter->detail =
          g_strdup_printf (_ ("%s · set apart by %s"), parked->code != NULL ? parked->code : parked->note, name);
    }
  return goods != NULL;
}

static gboolean
add_corrections (VouchConn *conn, GPtrArray *matters, GError **error)
{
  g_autoptr (GPtrArray) corrections = vouch_correction_store_list_for_review (conn, error);

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      const VouchCorrection *correction = g_ptr_array_index (corrections, i);
      g_autoptr (VouchLot) lot = vouch_row_load (conn, &vouch_lot_type, correction->lot_id, error);
      g_autofree char *name = dup_user_name (conn, correction->asked_by);
      VouchMatter *matter;

      if (lot == NULL)
        return FALSE;
      matter = vouch_matter_new ();
      g_ptr_array_add (matters, matter);
      matter->kind = VOUCH_MATTER_KIND_CORRECTION;
      matter->id = correction->id;
      matter->lot_id = lot->id;
      matter->number = g_strdup (lot->number);
      /* Translators: a correction: the lot, which fact, the value recorded, the value that is said to be right. */
      matter->title =
          g_strdup_printf (_ ("%s · %s: %s → %s"), lot->number, vouch_words_of_fact (correction->fact),
                           correction->old_value != NULL ? correction->old_value : "–", correction->new_value);
      /* Translators: why a fact is to be corrected, and who says so. */
      matter->detail = g_strdup_printf (_ ("%s · %s"), correction->reason, name);
    }
  return corrections != NULL;
}

/* "First count 180 pc, Li Wei · Recount 1 190 pc, Wang Fang" */
static char *
dup_counts (VouchConn *conn, const VouchReceiptLine *line, GError **error)
{
  g_autoptr (GPtrArray) passes = vouch_receipt_store_list_passes (conn, line->id, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (passes == NULL)
    return NULL;
  for (guint i = 0; i < passes->len; i++)
    {
      const VouchCountPass *pass = g_ptr_array_index (passes, i);
      g_autofree char *quantity = vouch_words_dup_quantity (pass->counted, pass->unit);
      g_autofree char *name = dup_user_name (conn, pass->finished_by);

      g_autofree char *one = pass->recount == 0
                                 /* Translators: how much was counted, and by whom. */
                                 ? g_strdup_printf (_ ("First count %s, %s"), quantity, name)
                                 /* Translators: which recount, how much was counted, and by whom. */
                                 : g_strdup_printf (_ ("Recount %d %s, %s"), (int)pass->recount, quantity, name);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
add_count (VouchConn *conn, GPtrArray *matters, const VouchReceiptLine *line, GError **error)
{
  g_autoptr (VouchReceipt) receipt = vouch_row_load (conn, &vouch_receipt_type, line->receipt_id, error);
  g_autoptr (VouchDelivery) delivery =
      receipt != NULL ? vouch_row_load (conn, &vouch_delivery_type, receipt->delivery_id, error) : NULL;
  g_autofree char *counts = delivery != NULL ? dup_counts (conn, line, error) : NULL;
  VouchMatter *matter;

  if (counts == NULL)
    return FALSE;
  matter = vouch_matter_new ();
  g_ptr_array_add (matters, matter);
  matter->kind = VOUCH_MATTER_KIND_COUNT;
  matter->id = line->id;
  matter->number = g_strdup (delivery->number);
  matter->title = g_strdup_printf (_ ("%s, line %d: counts differ"), delivery->number, (int)line->position);
  matter->detail = g_steal_pointer (&counts);
  matter->choices = line->recount;
  return TRUE;
}

static gboolean
add_counts (VouchConn *conn, GPtrArray *matters, GError **error)
{
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines_for_review (conn, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (!add_count (conn, matters, g_ptr_array_index (lines, i), error))
      return FALSE;
  return lines != NULL;
}

/**
 * vouch_matter_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchMatter): what of receiving waits for the QA lead
 */
GPtrArray *
vouch_matter_list (VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) matters = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_matter_free);

  if (!add_counts (conn, matters, error) || !add_corrections (conn, matters, error) ||
      !add_parked (conn, matters, error))
    return NULL;
  return g_steal_pointer (&matters);
}
