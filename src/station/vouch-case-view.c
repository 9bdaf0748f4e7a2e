#include "vouch-case-view.h"

#include "vouch-inspection.h"
#include "vouch-lot.h"
#include "vouch-product.h"
#include "vouch-row.h"
#include "vouch-ticket-answer-store.h"
#include "vouch-user.h"

static gboolean
load_goods (VouchCaseView *self, VouchConn *conn, GError **error)
{
  g_autoptr (VouchLot) lot = NULL;
  g_autoptr (VouchProduct) product = NULL;
  g_autoptr (VouchInspection) inspection = NULL;

  if (self->ticket->lot_id == 0)
    return TRUE;
  lot = vouch_row_load (conn, &vouch_lot_type, self->ticket->lot_id, error);
  product = lot != NULL ? vouch_row_load (conn, &vouch_product_type, lot->product_id, error) : NULL;
  if (product == NULL)
    return FALSE;
  self->lot = g_strdup (lot->number);
  self->product_en = g_strdup (product->name_en);
  self->product_zh = g_strdup (product->name_zh);
  if (self->ticket->inspection_id == 0)
    return TRUE;
  inspection = vouch_row_load (conn, &vouch_inspection_type, self->ticket->inspection_id, error);
  self->inspection = inspection != NULL ? g_strdup (inspection->number) : NULL;
  return inspection != NULL;
}

static gboolean
load_names (VouchCaseView *self, VouchConn *conn, GError **error)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const VouchTicketAnswer *answer = g_ptr_array_index (self->answers, i);
      g_autoptr (VouchUser) user = NULL;

      if (g_hash_table_contains (self->names, &answer->answered_by))
        continue;
      user = vouch_row_load (conn, &vouch_user_type, answer->answered_by, error);
      if (user == NULL)
        return FALSE;
      g_hash_table_insert (self->names, g_memdup2 (&user->id, sizeof user->id), g_strdup (user->name));
    }
  return TRUE;
}

/**
 * vouch_case_view_load:
 * @conn: a connection
 * @ticket_id: a case
 * @error: NOT_FOUND; what the database said
 *
 * Returns: (transfer full) (nullable): what there is to see of it
 */
VouchCaseView *
vouch_case_view_load (VouchConn *conn, gint64 ticket_id, GError **error)
{
  g_autoptr (VouchCaseView) self = g_new0 (VouchCaseView, 1);

  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->ticket = vouch_row_load (conn, &vouch_ticket_type, ticket_id, error);
  self->answers = self->ticket != NULL ? vouch_ticket_answer_store_list (conn, ticket_id, error) : NULL;
  if (self->answers == NULL || !load_goods (self, conn, error) || !load_names (self, conn, error))
    return NULL;
  self->seen = self->answers->len > 0
                   ? ((const VouchTicketAnswer *)g_ptr_array_index (self->answers, self->answers->len - 1))->id
                   : ticket_id;
  return g_steal_pointer (&self);
}

/**
 * vouch_case_view_free:
 * @self: (nullable) (transfer full): what there is to see of a case
 */
void
vouch_case_view_free (VouchCaseView *self)
{
  if (self == NULL)
    return;
  vouch_ticket_free (self->ticket);
  g_free (self->lot);
  g_free (self->product_en);
  g_free (self->product_zh);
  g_free (self->inspection);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * vouch_case_view_get_name:
 * @self: what there is to see of a case
 * @user_id: who answered it
 *
 * Returns: (transfer none): the name
 */
const char *
vouch_case_view_get_name (const VouchCaseView *self, gint64 user_id)
{
  const char *name = g_hash_table_lookup (self->names, &user_id);

  return name != NULL ? name : "";
}
