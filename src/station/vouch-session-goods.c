/* From the codes of a label to a count: what is missing is asked for, one fact at a time. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-product-store.h"
#include "vouch-quantity.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-shelf-life.h"
#include "vouch-text.h"
#include "vouch-words.h"

typedef struct
{
  const VouchScanMeaning *meaning;
  const char *gtin;
  VouchProduct *product; /* out */
  gboolean is_expected;  /* out */
  gint64 product_id;     /* given, where no code names it */
  gint64 receipt_id;
  gint64 line_id;
  char *other; /* out, nullable: the product of another line that is being counted */
} ProductQuery;

static void
product_query_clear (ProductQuery *self)
{
  vouch_product_free (self->product);
  g_free (self->other);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProductQuery, product_query_clear)

/* A line that is begun and not finished is somebody's open work. */
static gboolean
look_for_other (VouchConn *conn, ProductQuery *query, const VouchReceiptLine *line, GError **error)
{
  g_autoptr (VouchProduct) product = NULL;

  if (line->id != query->line_id || line->is_closed || line->counted == 0 || line->product_id == query->product->id)
    return TRUE;
  product = vouch_row_load (conn, &vouch_product_type, line->product_id, error);
  if (product != NULL)
    query->other = g_strdup (vouch_words_choose (product->name_en, product->name_zh));
  return product != NULL;
}

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
      if (!look_for_other (conn, query, line, error))
        return FALSE;
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

  if (query->product_id != 0)
    query->product = vouch_row_load (conn, &vouch_product_type, query->product_id, &local);
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

/* Another product than that of the line being counted wants one more scan, as whatever leaves open work does. */
static gboolean
check_other (VouchSession *self, const ProductQuery *query)
{
  gint64 window = (gint64)self->settings->sign_window_ms * 1000;
  gboolean confirmed =
      self->other_product_id == query->product->id && vouch_session_now (self) - self->other_at_us < window;
  g_autofree char *detail = NULL;

  if (query->other == NULL || confirmed)
    return TRUE;
  self->other_product_id = query->product->id;
  self->other_at_us = vouch_session_now (self);
  /* Translators: the product of the line being counted, and the one that was scanned. */
  detail = g_strdup_printf (_ ("%s is being counted and not finished. Scan again to count %s."), query->other,
                            vouch_words_choose (query->product->name_en, query->product->name_zh));
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Other product"), detail);
  return FALSE;
}

/* The three kinds of wrong goods are told apart. */
static gboolean
check_product (VouchSession *self, const ProductQuery *query)
{
  g_autofree char *detail = NULL;

  if (query->product == NULL)
    {
      vouch_session_ask_park (self, query->gtin);
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
  return check_other (self, query);
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
  return vouch_product_needs_lot (self->product) && self->label.lot == NULL && self->label.produced == VOUCH_DATE_NONE;
}

static gboolean
needs_expiry (const VouchSession *self)
{
  return self->product->shelf_life_days > 0 && self->label.expiry == VOUCH_DATE_NONE &&
         vouch_shelf_life_derive_expiry (self->product, self->label.produced) == VOUCH_DATE_NONE;
}

/* Asks for one missing fact at a time; counts once nothing is missing. */
static void
complete_label (VouchSession *self)
{
  const char *name = vouch_words_choose (self->product->name_en, self->product->name_zh);

  if (self->quantity == 0 && self->label.count > 0)
    self->quantity = self->label.count * VOUCH_QUANTITY_ONE;
  if (self->quantity == 0 && (self->counts_each || self->label.serial != NULL))
    self->quantity = VOUCH_QUANTITY_ONE;
  if (self->has_no_lot && (needs_lot (self) || needs_expiry (self)))
    {
      vouch_session_set_stage (self, VOUCH_STAGE_ASK_PRODUCED);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Produced?"), name);
    }
  else if (needs_lot (self))
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
    vouch_session_count (self);
}

/* In count mode a label is counted with every scan, but a code that names one pallet or piece names it once. */
static gboolean
counts_again (const VouchScanMeaning *meaning)
{
  char gtin[15];

  if (meaning->kind != VOUCH_SCAN_KIND_ELEMENTS)
    return TRUE;
  return vouch_gs1_reading_get_gtin (meaning->reading, gtin) &&
         vouch_gs1_reading_get (meaning->reading, "00") == NULL &&
         vouch_gs1_reading_get (meaning->reading, "21") == NULL;
}

/* What the same label said before is not asked for with every scan of it. */
static void
remember_label (VouchSession *self)
{
  const VouchLabelRead *last = &self->last_label;

  if (!self->counts_each || self->label.lot != NULL || *last->gtin == '\0' ||
      !g_str_equal (self->label.gtin, last->gtin) ||
      (self->label.expiry != VOUCH_DATE_NONE && self->label.expiry != last->expiry))
    return;
  self->label.lot = g_strdup (last->lot);
  self->label.produced = last->produced;
  self->label.expiry = last->expiry;
}

/* The second code of a label just counted says nothing new; the same label a while later is another carton. */
static gboolean
is_repeat (VouchSession *self, const VouchScanMeaning *meaning, gint64 at_us)
{
  g_auto (VouchLabelRead) label = { 0 };
  gint64 since = at_us - self->last_label_at_us;
  gint64 window = MAX (self->settings->label_window_ms, self->settings->repeat_ms);

  if (self->counts_each && counts_again (meaning))
    return FALSE;
  return self->last_label_at_us != 0 && since < window * 1000 && self->product == NULL &&
         read_label (self, meaning, &label, NULL) && vouch_label_read_covers (&self->last_label, &label);
}

static void
find_product (VouchSession *self, const VouchScanMeaning *meaning, gint64 product_id)
{
  g_auto (ProductQuery) query = { .meaning = meaning,
                                  .gtin = self->label.gtin,
                                  .product_id = product_id,
                                  .receipt_id = self->receipt_id,
                                  .line_id = self->line_id };
  g_autoptr (GError) error = NULL;

  if (vouch_station_read (self->station, read_product, &query, &error) == NULL)
    vouch_session_tell_error (self, error);
  else if (check_product (self, &query))
    {
      vouch_product_free (self->product);
      self->product = g_steal_pointer (&query.product);
      remember_label (self);
      complete_label (self);
    }
  else if (self->product == NULL && self->stage != VOUCH_STAGE_UNKNOWN_GOODS)
    {
      gint64 other = self->other_product_id;

      vouch_session_drop_label (self);
      self->other_product_id = other;
    }
}

/* Goods whose product was found without a code. */
void
vouch_session_take_product (VouchSession *self, gint64 product_id)
{
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
  find_product (self, NULL, product_id);
}

/* Another label while something else was asked of the last one: that one is given up. */
static void
leave_question (VouchSession *self)
{
  if (self->stage != VOUCH_STAGE_CHOOSE_PRODUCT && self->stage != VOUCH_STAGE_UNKNOWN_GOODS &&
      self->stage != VOUCH_STAGE_DELIVERY_DONE)
    return;
  vouch_session_drop_label (self);
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
}

void
vouch_session_take_goods (VouchSession *self, const VouchScanMeaning *meaning, gint64 at_us)
{
  g_autoptr (GError) error = NULL;

  leave_question (self);
  if (is_repeat (self, meaning, at_us))
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Same label"), _ ("It was counted a moment ago."));
      return;
    }
  self->last_label_at_us = at_us;
  if (!merge_label (self, meaning, &error))
    vouch_session_tell_error (self, error);
  else if (self->product == NULL && *self->label.gtin == '\0' && meaning->kind != VOUCH_SCAN_KIND_PRODUCT)
    vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Which product?"),
                        _ ("This code names no product; scan the label's other code."));
  else if (self->product != NULL && meaning->kind == VOUCH_SCAN_KIND_ELEMENTS)
    complete_label (self);
  else
    find_product (self, meaning, meaning->kind == VOUCH_SCAN_KIND_PRODUCT ? meaning->id : 0);
}

/* What the goods do not say: without a lot number the production date takes its place, and the expiry follows from it.
 */
void
vouch_session_skip_field (VouchSession *self)
{
  self->has_no_lot = TRUE;
  complete_label (self);
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
