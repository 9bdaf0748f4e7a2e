#include <glib/gi18n-lib.h>

#include "vouch-delivery-store.h"
#include "vouch-error.h"
#include "vouch-lot-store.h"
#include "vouch-product-store.h"
#include "vouch-quantity.h"
#include "vouch-receipt-store.h"
#include "vouch-receive-work.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-shelf-life.h"
#include "vouch-text.h"
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

static void
enter_receipt (VouchSession *self, VouchDone *receipt, GError *error)
{
  if (receipt == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  vouch_session_close_delivery (self);
  self->receipt_id = receipt->id;
  if (vouch_station_read (self->station, read_receipt, self, &error) == NULL)
    {
      vouch_session_tell_error (self, error);
      g_error_free (error);
      return;
    }
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Delivery open"), self->delivery->number);
  vouch_session_continue (self);
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

typedef struct
{
  const VouchScanMeaning *meaning;
  const char *gtin;
  VouchProduct *product; /* out */
  gboolean is_expected;  /* out */
  gint64 receipt_id;
} ProductQuery;

static gboolean
find_expected (VouchConn *conn, ProductQuery *query, GError **error)
{
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (conn, query->receipt_id, error);
  gboolean announced = FALSE;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const VouchReceiptLine *line = g_ptr_array_index (lines, i);

      announced |= line->delivery_line_id != 0;
      query->is_expected |= line->product_id == query->product->id;
    }
  query->is_expected |= !announced;
  return lines != NULL;
}

static gpointer
read_product (VouchConn *conn, gpointer data, GError **error)
{
  ProductQuery *query = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchProductGtin) item = NULL;

  if (query->meaning->kind == VOUCH_SCAN_KIND_PRODUCT)
    query->product = vouch_row_load (conn, &vouch_product_type, query->meaning->id, &local);
  else
    {
      item = vouch_product_store_find_gtin (conn, query->gtin, &local);
      if (item != NULL)
        query->product = vouch_row_load (conn, &vouch_product_type, item->product_id, &local);
    }
  if (local == NULL && (query->product == NULL || find_expected (conn, query, &local)))
    return data;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* The three kinds of wrong goods are told apart. */
static gboolean
check_product (VouchSession *self, const ProductQuery *query)
{
  g_autofree char *detail = NULL;

  if (query->product == NULL)
    {
      detail = g_strdup_printf (_ ("No product has the number %s. Set the goods apart for the QA lead."), query->gtin);
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not in the catalogue"), detail);
      return FALSE;
    }
  if (!query->is_expected)
    {
      detail = g_strdup_printf (_ ("%s is in the catalogue, but not on this delivery."),
                                vouch_words_choose (query->product->name_en, query->product->name_zh));
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Not on this delivery"), detail);
      return FALSE;
    }
  if (self->product != NULL && self->product->id != query->product->id)
    {
      detail = g_strdup_printf (_ ("%s is being counted; finish it or go back first."),
                                vouch_words_choose (self->product->name_en, self->product->name_zh));
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Other product"), detail);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_label (VouchSession *self, const VouchScanMeaning *meaning, VouchLabelRead *label, GError **error)
{
  VouchDate today = vouch_clock_today (vouch_station_get_clock (self->station));

  if (meaning->kind == VOUCH_SCAN_KIND_GTIN)
    return vouch_label_read_take_gtin (label, meaning->gtin, error);
  return meaning->kind == VOUCH_SCAN_KIND_PRODUCT ||
         vouch_label_read_take_elements (label, meaning->reading, today, error);
}

/* What the new code adds to the label that is being completed. */
static gboolean
merge_label (VouchSession *self, const VouchScanMeaning *meaning, GError **error)
{
  return read_label (self, meaning, &self->label, error);
}

static gboolean
needs_lot (const VouchSession *self)
{
  return self->product->lot_required && self->label.lot == NULL && self->label.produced == VOUCH_DATE_NONE;
}

static gboolean
needs_expiry (const VouchSession *self)
{
  return self->product->shelf_life_days > 0 && self->label.expiry == VOUCH_DATE_NONE &&
         vouch_shelf_life_derive_expiry (self->product, self->label.produced) == VOUCH_DATE_NONE;
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

static void
count (VouchSession *self)
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

/* Asks for one missing fact at a time; counts once nothing is missing. */
static void
complete_label (VouchSession *self)
{
  const char *name = vouch_words_choose (self->product->name_en, self->product->name_zh);

  if (self->quantity == 0 && self->label.count > 0)
    self->quantity = self->label.count * VOUCH_QUANTITY_ONE;
  if (needs_lot (self))
    {
      vouch_session_set_stage (self, VOUCH_STAGE_ASK_LOT);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Lot?"), name);
    }
  else if (needs_expiry (self))
    {
      vouch_session_set_stage (self, VOUCH_STAGE_ASK_EXPIRY);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Expiry?"), name);
    }
  else if (self->quantity == 0)
    {
      vouch_session_set_stage (self, VOUCH_STAGE_ASK_QUANTITY);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("How many?"), name);
    }
  else
    count (self);
}

/* The second code of a label just counted says nothing new; the same label a while later is another carton. */
static gboolean
is_repeat (VouchSession *self, const VouchScanMeaning *meaning, gint64 at_us)
{
  g_auto (VouchLabelRead) label = { 0 };
  gint64 since = at_us - self->last_label_at_us;
  gint64 window = MAX (self->settings.label_window_ms, self->settings.repeat_ms);

  return self->last_label_at_us != 0 && since < window * 1000 && self->product == NULL &&
         read_label (self, meaning, &label, NULL) && vouch_label_read_covers (&self->last_label, &label);
}

void
vouch_session_take_goods (VouchSession *self, const VouchScanMeaning *meaning, gint64 at_us)
{
  g_autoptr (GError) error = NULL;
  ProductQuery query = { .meaning = meaning, .receipt_id = self->receipt_id };

  if (is_repeat (self, meaning, at_us))
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Same label"), _ ("It was counted a moment ago."));
      return;
    }
  self->last_label_at_us = at_us;
  if (!merge_label (self, meaning, &error))
    {
      vouch_session_tell_error (self, error);
      return;
    }
  query.gtin = self->label.gtin;
  if (self->product == NULL && *self->label.gtin == '\0' && meaning->kind != VOUCH_SCAN_KIND_PRODUCT)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Which product?"),
                          _ ("This code names no product; scan the label's other code."));
      return;
    }
  if (self->product != NULL && meaning->kind == VOUCH_SCAN_KIND_ELEMENTS)
    {
      complete_label (self);
      return;
    }
  if (vouch_station_read (self->station, read_product, &query, &error) == NULL)
    vouch_session_tell_error (self, error);
  else if (check_product (self, &query))
    {
      vouch_product_free (self->product);
      self->product = g_steal_pointer (&query.product);
      complete_label (self);
    }
  else if (self->product == NULL)
    vouch_session_drop_label (self);
  vouch_product_free (query.product);
}

/* A date as yymmdd on a keypad, or as YYYY-MM-DD. */
static VouchDate
read_typed_date (const char *text)
{
  VouchDate date = VOUCH_DATE_NONE;

  if (strlen (text) == 6 && strspn (text, "0123456789") == 6)
    {
      int number = atoi (text);

      return vouch_date_new (2000 + number / 10000, number / 100 % 100, number % 100);
    }
  vouch_date_parse (text, &date, NULL);
  return date;
}

static void
answer_date (VouchSession *self, const char *text, VouchDate *field)
{
  VouchDate date = read_typed_date (text);

  if (date == VOUCH_DATE_NONE)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No date"),
                          _ ("Type the date as six digits yymmdd, or as YYYY-MM-DD."));
      return;
    }
  *field = date;
  complete_label (self);
}

void
vouch_session_answer_field (VouchSession *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (self->stage == VOUCH_STAGE_ASK_EXPIRY)
    answer_date (self, text, &self->label.expiry);
  else if (self->stage == VOUCH_STAGE_ASK_PRODUCED)
    answer_date (self, text, &self->label.produced);
  else if (!vouch_text_check_line (text, "supplier_lot", 64, &error))
    vouch_session_tell_error (self, error);
  else if (*text == '\0')
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Lot?"), _ ("Scan or type the lot number."));
  else
    {
      g_free (self->label.lot);
      self->label.lot = g_strdup (text);
      complete_label (self);
    }
}

void
vouch_session_take_quantity (VouchSession *self, gint64 quantity)
{
  if (quantity <= 0)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No number"), _ ("The quantity has to be above 0."));
      return;
    }
  self->quantity = quantity;
  complete_label (self);
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
