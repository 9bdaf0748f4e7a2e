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
  const char *gtin;
  const char *sku;       /* nullable: as a health industry bar code names the product */
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
  else if (query->sku != NULL)
    query->product = vouch_product_store_find_by_sku (conn, query->sku, &local);
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
      vouch_session_ask_park (self, query->sku != NULL ? query->sku : query->gtin);
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

/* What one code says of the label that it is on. */
static gboolean
read_label (VouchSession *self, const VouchScanMeaning *meaning, VouchLabelRead *label, GError **error)
{
  VouchDate today = vouch_clock_today (vouch_station_get_clock (self->station));

  vouch_label_read_clear (label);
  if (meaning->kind == VOUCH_SCAN_KIND_GTIN)
    g_strlcpy (label->gtin, meaning->gtin, sizeof label->gtin);
  else if (meaning->kind == VOUCH_SCAN_KIND_DRUG_CODE)
    label->drug_code = g_strdup (meaning->text);
  else if (meaning->kind == VOUCH_SCAN_KIND_HIBC)
    vouch_label_read_from_hibc (label, &meaning->hibc);
  else if (meaning->reading != NULL && !vouch_label_read_from_elements (label, meaning->reading, today, error))
    return FALSE;
  if (self->distrusts)
    {
      g_clear_pointer (&label->lot, g_free);
      g_clear_pointer (&label->serial, g_free);
    }
  return TRUE;
}

/* What is complete can be said of all bar codes of an item together only. */
static void
keep_reading (VouchSession *self, const VouchScanMeaning *meaning)
{
  g_autofree char *before = NULL;

  if (meaning->unknown != NULL)
    {
      before = self->unknown_elements;
      self->unknown_elements = g_strdup (meaning->unknown);
    }
  if (meaning->reading == NULL)
    return;
  if (self->readings == NULL)
    self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_gs1_reading_free);
  g_ptr_array_add (self->readings, vouch_gs1_reading_join ((const VouchGs1Reading *const[]){ meaning->reading }, 1));
}

/* A lot's health industry bar code names the one of the product that it belongs to. */
static gboolean
check_link (VouchSession *self, const VouchHibc *hibc, GError **error)
{
  if (hibc->link == 0)
    {
      self->link = hibc->check;
      return TRUE;
    }
  if (self->link == 0 || self->link == hibc->link)
    return TRUE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                       _ ("This code belongs to another product's label; scan both codes of one label"));
  return FALSE;
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
  const char *sku = meaning != NULL && meaning->kind == VOUCH_SCAN_KIND_HIBC ? meaning->hibc.product : NULL;
  g_auto (ProductQuery) query = { .gtin = self->label.gtin,
                                  .sku = sku,
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

static gboolean
names_product (const VouchScanMeaning *meaning)
{
  return meaning->kind == VOUCH_SCAN_KIND_PRODUCT || meaning->kind == VOUCH_SCAN_KIND_GTIN ||
         (meaning->kind == VOUCH_SCAN_KIND_HIBC && *meaning->hibc.product != '\0');
}

static void
go_on (VouchSession *self, const VouchScanMeaning *meaning)
{
  gboolean names = meaning != NULL && names_product (meaning);

  if (self->product == NULL && *self->label.gtin == '\0' && !names)
    vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Which product?"),
                        _ ("This code names no product; scan the label's other code."));
  else if (self->product != NULL && !names)
    complete_label (self);
  else
    find_product (self, meaning, names && meaning->kind == VOUCH_SCAN_KIND_PRODUCT ? meaning->id : 0);
}

/**
 * vouch_session_go_on_with_label:
 * @self: a session
 * @now: what a code says of the label that is being completed, or what is left of it to be taken
 * @is_other_product: whether somebody said that the label is of another product than was thought
 *
 * Goes on after a question of which of two things is right; asks the next one where there is another.
 */
void
vouch_session_go_on_with_label (VouchSession *self, VouchLabelRead *now, gboolean is_other_product)
{
  VouchLabelFact disputed = vouch_label_read_merge (&self->label, now);

  if (is_other_product)
    g_clear_pointer (&self->product, vouch_product_free);
  if (disputed != VOUCH_LABEL_FACT_NONE)
    vouch_session_ask_fact (self, now, disputed);
  else
    go_on (self, NULL);
}

void
vouch_session_take_goods (VouchSession *self, const VouchScanMeaning *meaning, gint64 at_us)
{
  g_auto (VouchLabelRead) now = { 0 };
  g_autoptr (GError) error = NULL;
  VouchLabelFact disputed;

  leave_question (self);
  if (is_repeat (self, meaning, at_us))
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Same label"), _ ("It was counted a moment ago."));
      return;
    }
  self->last_label_at_us = at_us;
  if (!read_label (self, meaning, &now, &error) ||
      (meaning->kind == VOUCH_SCAN_KIND_HIBC && !check_link (self, &meaning->hibc, &error)))
    {
      vouch_session_tell_error (self, error);
      return;
    }
  keep_reading (self, meaning);
  disputed = vouch_label_read_merge (&self->label, &now);
  if (disputed != VOUCH_LABEL_FACT_NONE)
    vouch_session_ask_fact (self, &now, disputed);
  else
    go_on (self, meaning);
}

static gboolean
is_healthcare (const VouchProduct *product)
{
  return product != NULL &&
         (product->class == VOUCH_PRODUCT_CLASS_DRUG || product->class == VOUCH_PRODUCT_CLASS_MEDICAL_DEVICE);
}

static void
add_remark (GString *remarks, char *remark)
{
  if (remarks->len > 0)
    g_string_append_c (remarks, '\n');
  g_string_append (remarks, remark);
  g_free (remark);
}

static void
add_gap (VouchSession *self, GString *remarks)
{
  g_autoptr (VouchGs1Reading) joined = NULL;

  if (self->readings == NULL)
    return;
  joined = vouch_gs1_reading_join ((const VouchGs1Reading *const *)self->readings->pdata, self->readings->len);
  if (vouch_gs1_reading_is_valid (joined) && vouch_gs1_reading_get_n_gaps (joined) > 0)
    add_remark (remarks,
                g_strdup_printf (_ ("The label is not complete: %s"), vouch_gs1_reading_get_gap (joined, 0)->message));
}

/**
 * vouch_session_dup_remarks:
 * @self: a session with a label that is complete
 *
 * Returns: (transfer full) (nullable): what is odd about the label and no reason not to count it, a sentence a line
 */
char *
vouch_session_dup_remarks (VouchSession *self)
{
  g_autoptr (GString) remarks = g_string_new (NULL);

  if (self->label.expiry_has_no_day && is_healthcare (self->product))
    add_remark (remarks, g_strdup (_ ("The expiry date has no day, which healthcare goods must have; the month's last "
                                      "day was taken.")));
  if (self->label.other_century != VOUCH_DATE_NONE)
    {
      g_autofree char *date = vouch_date_to_string (self->label.other_century);

      add_remark (remarks, g_strdup_printf (_ ("The label gives the year in two figures; it was read as %s."), date));
    }
  if (self->unknown_elements != NULL)
    add_remark (remarks, g_strdup_printf (_ ("The label has elements that nobody knows: %s"), self->unknown_elements));
  add_gap (self, remarks);
  return remarks->len > 0 ? g_strdup (remarks->str) : NULL;
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
