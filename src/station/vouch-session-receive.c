/* The open delivery: opening it, going on where it stands, closing it. */
#include <glib/gi18n-lib.h>

#include <glib/gstdio.h>

#include "vouch-arrival-work.h"
#include "vouch-error.h"
#include "vouch-lot-store.h"
#include "vouch-receipt-store.h"
#include "vouch-report-work.h"
#include "vouch-row.h"
#include "vouch-session-private.h"

static gpointer
read_receipt (VouchConn *conn, gpointer data, GError **error)
{
  VouchSession *self = data;
  g_autoptr (VouchReceipt) receipt = vouch_row_load (conn, &vouch_receipt_type, self->receipt_id, error);

  if (receipt == NULL)
    return NULL;
  self->delivery = vouch_row_load (conn, &vouch_delivery_type, receipt->delivery_id, error);
  if (self->delivery == NULL || !vouch_arrival_load_open (conn, receipt->id, &self->arrival, error))
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
  g_clear_pointer (&self->readings, g_ptr_array_unref);
  g_clear_pointer (&self->unknown_elements, g_free);
  self->link = 0;
  g_clear_pointer (&self->product, vouch_product_free);
  self->quantity = 0;
  self->has_no_lot = FALSE;
  self->other_product_id = 0;
  g_clear_pointer (&self->unknown, g_free);
  g_clear_pointer (&self->choices, g_array_unref);
}

void
vouch_session_close_delivery (VouchSession *self)
{
  vouch_session_end_count (self);
  vouch_session_drop_label (self);
  vouch_session_drop_lot (self);
  g_clear_pointer (&self->delivery, vouch_delivery_free);
  g_clear_pointer (&self->supplier, vouch_party_free);
  g_clear_pointer (&self->number, g_free);
  self->receipt_id = self->line_id = 0;
  self->damaged = 0;
  self->arrival = 0;
  self->counts_each = FALSE;
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

/* Goes on where the delivery stands: what is looked at on arrival, a counted lot to inspect, goods to count. */
void
vouch_session_continue (VouchSession *self)
{
  WorkQuery query = { .receipt_id = self->receipt_id };
  g_autoptr (GError) error = NULL;

  vouch_session_set_stage (self, self->receipt_id != 0 ? VOUCH_STAGE_GOODS : VOUCH_STAGE_HOME);
  if (self->receipt_id == 0 || vouch_session_ask_arrival (self))
    return;
  if (vouch_station_read (self->station, read_next_work, &query, &error) == NULL)
    vouch_session_tell_error (self, error);
  else if (query.lot_id != 0)
    vouch_session_inspect (self, query.lot_id);
  else if (query.is_done)
    {
      vouch_session_set_stage (self, VOUCH_STAGE_DELIVERY_DONE);
      vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Delivery done"), self->delivery->number);
    }
}

/* "Everything of this delivery is here": the dock is done with it. */
void
vouch_session_close_receipt (VouchSession *self)
{
  VouchReceiptRequest request = { self->receipt_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done =
      vouch_use_case_run (&vouch_receive_close, self->station, self->actor, NULL, &request, &error);
  g_autofree char *number = g_strdup (self->delivery->number);

  if (done == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  vouch_session_close_delivery (self);
  vouch_session_set_stage (self, VOUCH_STAGE_HOME);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Delivery closed"), number);
}

/* The document on the receipt, as it stands. */
void
vouch_session_print_receipt (VouchSession *self)
{
  g_autofree char *folder = g_build_filename (vouch_station_get_directory (self->station), "receipts", NULL);
  g_autofree char *name = g_strconcat (self->delivery->number, ".pdf", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  /* A delivery's number is the supplier's, and not for choosing folders. */
  g_strdelimit (name, "/\\", '-');
  path = g_build_filename (folder, name, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_set_error (&error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), folder, g_strerror (errno));
  else
    vouch_report_write_receipt (self->station, self->receipt_id, path, &error);
  if (error != NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  g_free (self->printed);
  self->printed = g_steal_pointer (&path);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Goods receipt"), self->printed);
}
