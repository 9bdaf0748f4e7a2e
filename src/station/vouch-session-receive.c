#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-lot-store.h"
#include "vouch-receipt-store.h"
#include "vouch-receive-work.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

static gpointer
read_receipt (VouchConn *conn, gpointer data, GError **error)
{
  VouchSession *self = data;
  g_autoptr (VouchReceipt) receipt = vouch_row_load (conn, &vouch_receipt_type, self->receipt_id, error);

  if (receipt == NULL)
    return NULL;
  self->delivery = vouch_row_load (conn, &vouch_delivery_type, receipt->delivery_id, error);
  if (self->delivery == NULL)
    return NULL;
  self->supplier = vouch_row_load (conn, &vouch_party_type, self->delivery->supplier_id, error);
  return self->supplier;
}

static gboolean
load_receipt (VouchSession *self, const VouchDone *receipt, const GError *refusal)
{
  g_autoptr (GError) error = NULL;

  if (receipt == NULL)
    {
      vouch_session_tell_error (self, refusal);
      return FALSE;
    }
  vouch_session_close_delivery (self);
  self->receipt_id = receipt->id;
  if (vouch_station_read (self->station, read_receipt, self, &error) == NULL)
    {
      vouch_session_tell_error (self, error);
      return FALSE;
    }
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Delivery open"), self->delivery->number);
  return TRUE;
}

static void
enter_receipt (VouchSession *self, const VouchDone *receipt, const GError *error)
{
  if (load_receipt (self, receipt, error))
    vouch_session_continue (self);
}

/* The delivery of a lot that is gone on with, without choosing which of its lots is next. */
gboolean
vouch_session_enter_delivery (VouchSession *self, const char *number)
{
  VouchOpenRequest request = { (char *)number };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) receipt =
      vouch_use_case_run (&vouch_receive_open, self->station, self->actor, NULL, &request, &error);

  return load_receipt (self, receipt, error);
}

void
vouch_session_open_delivery (VouchSession *self, const char *number)
{
  VouchOpenRequest request = { (char *)number };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) receipt =
      vouch_use_case_run (&vouch_receive_open, self->station, self->actor, NULL, &request, &error);

  enter_receipt (self, receipt, error);
}

void
vouch_session_new_delivery (VouchSession *self, const char *supplier)
{
  VouchNewDeliveryRequest request = { self->number, (char *)supplier };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) receipt =
      vouch_use_case_run (&vouch_receive_new_delivery, self->station, self->actor, NULL, &request, &error);

  enter_receipt (self, receipt, error);
}

void
vouch_session_drop_label (VouchSession *self)
{
  vouch_label_read_clear (&self->label);
  g_clear_pointer (&self->product, vouch_product_free);
  self->quantity = 0;
}

void
vouch_session_close_delivery (VouchSession *self)
{
  vouch_session_drop_label (self);
  vouch_session_drop_lot (self);
  g_clear_pointer (&self->delivery, vouch_delivery_free);
  g_clear_pointer (&self->supplier, vouch_party_free);
  g_clear_pointer (&self->number, g_free);
  self->receipt_id = self->line_id = 0;
  self->damaged = 0;
}

/* Which of the receipt's lots is to be inspected next. */
typedef struct
{
  gint64 receipt_id;
  gint64 lot_id;    /* out, 0: none */
  gboolean is_done; /* out: every line is counted and every lot decided */
} WorkQuery;

static gboolean
look_at_line (VouchConn *conn, const VouchReceiptLine *line, WorkQuery *query, GError **error)
{
  g_autoptr (GPtrArray) lots = vouch_lot_store_list_by_line (conn, line->id, error);

  query->is_done &= line->is_closed;
  for (guint i = 0; lots != NULL && i < lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (lots, i);

      if (lot->status != VOUCH_LOT_STATUS_PENDING || lot->received == 0)
        continue;
      query->is_done = FALSE;
      if (query->lot_id == 0 && line->is_closed)
        query->lot_id = lot->id;
    }
  return lots != NULL;
}

static gpointer
read_next_work (VouchConn *conn, gpointer data, GError **error)
{
  WorkQuery *query = data;
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (conn, query->receipt_id, error);

  query->is_done = lines != NULL && lines->len > 0;
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (!look_at_line (conn, g_ptr_array_index (lines, i), query, error))
      return NULL;
  return lines != NULL ? data : NULL;
}

/* Goes on where the delivery stands: a counted lot is inspected, else goods are counted. */
void
vouch_session_continue (VouchSession *self)
{
  WorkQuery query = { .receipt_id = self->receipt_id };
  g_autoptr (GError) error = NULL;

  vouch_session_set_stage (self, self->receipt_id != 0 ? VOUCH_STAGE_GOODS : VOUCH_STAGE_HOME);
  if (self->receipt_id == 0)
    return;
  if (vouch_station_read (self->station, read_next_work, &query, &error) == NULL)
    vouch_session_tell_error (self, error);
  else if (query.lot_id != 0)
    vouch_session_inspect (self, query.lot_id);
  else if (query.is_done)
    {
      g_autofree char *number = g_strdup (self->delivery->number);

      vouch_session_close_delivery (self);
      vouch_session_set_stage (self, VOUCH_STAGE_HOME);
      vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Delivery done"), number);
    }
}

static void
tell_variance (VouchSession *self, const VouchCounted *counted)
{
  gint64 difference = counted->counted - counted->declared;
  g_autofree char *by = vouch_words_dup_quantity (ABS (difference), counted->unit);
  g_autofree char *of = vouch_words_dup_quantity (counted->declared, counted->unit);
  g_autofree char *detail = g_strdup_printf (difference > 0 ? _ ("%s more than the %s declared. Is the count right?")
                                                            : _ ("%s less than the %s declared. Is the count right?"),
                                             by, of);

  vouch_session_set_stage (self, VOUCH_STAGE_CONFIRM_COUNT);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, difference > 0 ? _ ("Over") : _ ("Short"), detail);
}

static void
close_line (VouchSession *self)
{
  VouchLineRequest request = { self->line_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      vouch_use_case_run (&vouch_receive_close_line, self->station, self->actor, NULL, &request, &error);

  g_autofree char *sum = NULL;

  if (counted == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  sum = vouch_words_dup_quantity (counted->counted, counted->unit);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Count closed"), sum);
  vouch_session_continue (self);
}

static void
after_count (VouchSession *self, const VouchCounted *counted)
{
  g_autofree char *sum = vouch_words_dup_quantity (counted->counted, counted->unit);
  g_autofree char *of = vouch_words_dup_quantity (counted->declared, counted->unit);
  g_autofree char *detail = g_strdup_printf (_ ("%s of %s"), sum, of);

  self->line_id = counted->receipt_line_id;
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Counted"), detail);
  if (counted->counted == counted->declared)
    close_line (self);
  else if (counted->counted > counted->declared && counted->declared > 0)
    tell_variance (self, counted);
}

void
vouch_session_count (VouchSession *self)
{
  VouchCountRequest request = {
    .receipt_id = self->receipt_id,
    .product_id = self->product->id,
    .gtin = *self->label.gtin != '\0' ? self->label.gtin : NULL,
    .supplier_lot = self->label.lot,
    .produced = self->label.produced,
    .expiry = self->label.expiry,
    .quantity = self->quantity,
    .damaged = self->damaged,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      vouch_use_case_run (&vouch_receive_count, self->station, self->actor, NULL, &request, &error);

  vouch_label_read_clear (&self->last_label);
  self->last_label = self->label;
  self->last_label.lot = g_strdup (self->label.lot);
  self->last_label.sscc = g_strdup (self->label.sscc);
  vouch_session_drop_label (self);
  self->damaged = 0;
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
  if (counted == NULL)
    vouch_session_tell_error (self, error);
  else
    after_count (self, counted);
}

void
vouch_session_confirm_count (VouchSession *self, gboolean right)
{
  if (right)
    close_line (self);
  else
    vouch_session_undo_count (self);
}

static gpointer
read_line (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_row_load (conn, &vouch_receipt_line_type, *(gint64 *)data, error);
}

/* "That was all of this line": short goods are asked about before the count stands. */
void
vouch_session_finish_count (VouchSession *self)
{
  g_autoptr (VouchReceiptLine) line = NULL;

  if (self->line_id != 0)
    line = vouch_station_read (self->station, read_line, &self->line_id, NULL);
  if (line == NULL || line->counted == 0)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Nothing counted"), _ ("Scan the goods first."));
  else if (line->counted != line->declared && line->declared != 0)
    {
      VouchCounted counted = { .declared = line->declared, .counted = line->counted, .unit = line->unit };

      tell_variance (self, &counted);
    }
  else
    close_line (self);
}

void
vouch_session_undo_count (VouchSession *self)
{
  VouchLineRequest request = { self->line_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = NULL;

  if (self->line_id == 0)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Nothing counted"), _ ("There is nothing to undo."));
      return;
    }
  counted = vouch_use_case_run (&vouch_receive_undo_count, self->station, self->actor, NULL, &request, &error);
  if (counted == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  self->last_label_at_us = 0;
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Undone"), _ ("The last count was taken back."));
}
