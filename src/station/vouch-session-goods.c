/* From the codes of a label to a count: what each says is put together, and what is missing asked for. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-session-private.h"

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
  g_autoptr (GError) error = NULL;
  VouchProduct *product = vouch_session_find_product (self, sku, product_id, &error);

  if (product != NULL)
    {
      vouch_product_free (self->product);
      self->product = product;
      remember_label (self);
      vouch_session_complete_label (self);
    }
  else if (error != NULL)
    vouch_session_tell_error (self, error);
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
    vouch_session_complete_label (self);
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
