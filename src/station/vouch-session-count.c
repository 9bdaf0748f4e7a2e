/* Counting: each label is an act of its own, a line is finished, counted again by another person, or taken back. */
#include <glib/gi18n-lib.h>

#include "vouch-count-rule.h"
#include "vouch-draft-work.h"
#include "vouch-error.h"
#include "vouch-lot-store.h"
#include "vouch-quantity.h"
#include "vouch-receipt-store.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

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

/* Another person counts again, and does not hear how far the first count was off. */
static void
tell_recount (VouchSession *self, const VouchCounted *counted)
{
  self->line_id = 0;
  vouch_session_continue (self);
  if (counted->outcome == VOUCH_COUNT_OUTCOME_RECOUNT)
    vouch_session_tell (
        self, VOUCH_FEEDBACK_QUESTION, _ ("Count again"),
        _ ("This is not what was declared. Another person counts the line again, with their own badge."));
  else if (counted->recount > 2)
    vouch_session_tell (self, VOUCH_FEEDBACK_HELD, _ ("Counts differ"),
                        _ ("Three counts of this line differ; the QA lead says which one is right."));
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Counts differ"),
                        _ ("A third person counts the line, or the QA lead says which count is right."));
}

void
vouch_session_close_line (VouchSession *self)
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
  if (!counted->is_closed)
    {
      tell_recount (self, counted);
      return;
    }
  sum = vouch_words_dup_quantity (counted->counted, counted->unit);
  vouch_session_tell (self, VOUCH_FEEDBACK_OK,
                      counted->outcome == VOUCH_COUNT_OUTCOME_AGREES ? _ ("Both counts agree") : _ ("Count closed"),
                      sum);
  vouch_session_continue (self);
}

static void
tell_counted (VouchSession *self, const VouchCounted *counted)
{
  g_autofree char *sum = vouch_words_dup_quantity (counted->counted, counted->unit);
  g_autofree char *of = vouch_words_dup_quantity (counted->declared, counted->unit);
  g_autofree char *detail =
      counted->declared_unit != NULL ? g_strdup_printf (_ ("%s of %s"), sum, of) : g_steal_pointer (&sum);

  if (counted->gate != NULL)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Shelf life"), counted->gate);
  else
    vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Counted"), detail);
}

/* Whoever knows what was declared is done when it is there; a blind count is done when its person says so. */
static void
after_count (VouchSession *self, const VouchCounted *counted)
{
  gboolean is_known = counted->declared_unit != NULL;

  self->line_id = counted->receipt_line_id;
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
  tell_counted (self, counted);
  if (is_known && counted->counted == counted->declared)
    vouch_session_close_line (self);
  else if (is_known && counted->counted > counted->declared && counted->declared > 0)
    tell_variance (self, counted);
}

/* Two cartons bear the same label, so only its key tells a count from the same count once more. The key is kept until
 * the next act of its person: what was counted and never seen before the program stopped is not counted again. */
static gboolean
begin_count (VouchSession *self, gboolean *was_done, GError **error)
{
  char *key;

  *was_done = FALSE;
  if (self->count_key == NULL)
    {
      g_autoptr (GError) local = NULL;

      self->count_key =
          vouch_draft_resume (self->station, self->actor, &vouch_receive_count, self->receipt_id, was_done, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (self->count_key != NULL)
        return TRUE;
    }
  else if (!self->count_is_over)
    return TRUE;
  key = vouch_draft_begin_next (self->station, self->actor, &vouch_receive_count, self->receipt_id, self->count_key,
                                error);
  if (key == NULL)
    return FALSE;
  g_free (self->count_key);
  self->count_key = key;
  self->count_is_over = FALSE;
  return TRUE;
}

static VouchCounted *
run_count (VouchSession *self, const VouchCountRequest *request, gboolean *was_done, GError **error)
{
  g_autoptr (GError) local = NULL;
  VouchCounted *counted;

  if (!begin_count (self, was_done, error))
    return NULL;
  counted = vouch_use_case_run (&vouch_receive_count, self->station, self->actor, self->count_key, request, &local);
  if (counted == NULL && *was_done && g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_CONFLICT))
    {
      /* The count that nobody saw was another one. */
      self->count_is_over = TRUE;
      if (!begin_count (self, was_done, error))
        return NULL;
      return run_count (self, request, was_done, error);
    }
  if (counted != NULL)
    self->count_is_over = TRUE;
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return counted;
}

/* What was counted last was seen, and the next count is another one whatever it says. */
void
vouch_session_end_count (VouchSession *self)
{
  if (self->count_key != NULL && self->count_is_over && self->actor != NULL)
    vouch_draft_end (self->station, self->actor, &vouch_receive_count, self->receipt_id, self->count_key, NULL);
  g_clear_pointer (&self->count_key, g_free);
  self->count_is_over = FALSE;
}

static void
forget_label (VouchSession *self)
{
  vouch_label_read_copy (&self->last_label, &self->label);
  vouch_session_drop_label (self);
  self->damaged = 0;
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
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
    .sscc = self->label.sscc,
    .serial = self->label.serial != NULL ? self->label.serial : self->label.drug_code,
  };
  g_autofree char *remarks = vouch_session_dup_remarks (self);
  g_autoptr (GError) error = NULL;
  gboolean was_done;
  g_autoptr (VouchCounted) counted = run_count (self, &request, &was_done, &error);

  forget_label (self);
  if (counted == NULL)
    vouch_session_tell_error (self, error);
  else if (was_done)
    {
      self->line_id = counted->receipt_line_id;
      vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Counted before"),
                          _ ("This was recorded before the program stopped. If it is another one, scan it again."));
    }
  else
    {
      after_count (self, counted);
      vouch_session_add_remarks (self, remarks);
    }
}

void
vouch_session_toggle_count (VouchSession *self)
{
  self->counts_each = !self->counts_each;
  vouch_session_tell (self, VOUCH_FEEDBACK_TICK, self->counts_each ? _ ("Count mode") : _ ("Count mode off"),
                      self->counts_each ? _ ("Each scan of a label counts one.")
                                        : _ ("A label counts what it says, or what you type."));
  if (self->counts_each && self->stage == VOUCH_STAGE_ASK_QUANTITY)
    vouch_session_take_quantity (self, VOUCH_QUANTITY_ONE);
}

void
vouch_session_confirm_count (VouchSession *self, gboolean right)
{
  if (right)
    vouch_session_close_line (self);
  else if (self->nothing_came)
    {
      self->line_id = 0;
      vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
      vouch_session_tell (self, VOUCH_FEEDBACK_NONE, NULL, NULL);
    }
  else
    vouch_session_undo_count (self);
  self->nothing_came = FALSE;
}

/* The line that "that was all" is said of: the one counted last, one that was begun, or one of which nothing came. */
typedef struct
{
  gint64 receipt_id;
  gint64 line_id;
  VouchReceiptLine *line;  /* out, nullable */
  VouchProduct *product;   /* out: of the line */
  gint64 counted;          /* out: in the count under way */
  gboolean hides_declared; /* out */
} LineQuery;

static void
line_query_clear (LineQuery *self)
{
  vouch_receipt_line_free (self->line);
  vouch_product_free (self->product);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LineQuery, line_query_clear)

static gboolean
look_at (VouchConn *conn, LineQuery *query, const VouchReceiptLine *line, gboolean wants_count, GError **error)
{
  g_autoptr (GPtrArray) counts = NULL;
  VouchCountRule rule;
  gint64 counted, damaged;

  if (query->line != NULL || line->is_closed || (query->line_id != 0 && line->id != query->line_id))
    return TRUE;
  counts = vouch_lot_store_list_counts (conn, line->id, error);
  if (counts == NULL)
    return FALSE;
  vouch_lot_count_sum (counts, 0, line->recount, &counted, &damaged);
  if (wants_count && counted == 0)
    return TRUE;
  if (!vouch_count_rule_load (&rule, conn, error))
    return FALSE;
  query->hides_declared = vouch_count_rule_hides_declared (&rule, line);
  query->line = vouch_record_copy (&vouch_receipt_line_type, line);
  query->counted = counted;
  query->product = vouch_row_load (conn, &vouch_product_type, line->product_id, error);
  return query->product != NULL;
}

static gpointer
read_line (VouchConn *conn, gpointer data, GError **error)
{
  LineQuery *query = data;
  g_autoptr (GPtrArray) lines = vouch_receipt_store_list_lines (conn, query->receipt_id, error);

  for (int round = 0; lines != NULL && round < 3; round++)
    {
      query->line_id = round == 0 ? query->line_id : 0;
      for (guint i = 0; i < lines->len; i++)
        if ((round > 0 || query->line_id != 0) &&
            !look_at (conn, query, g_ptr_array_index (lines, i), round < 2, error))
          return NULL;
    }
  return lines != NULL ? data : NULL;
}

static void
ask_nothing_came (VouchSession *self, const LineQuery *query)
{
  g_autofree char *detail =
      g_strdup_printf (_ ("Nothing came of line %d, %s. Is that right?"), (int)query->line->position,
                       vouch_words_choose (query->product->name_en, query->product->name_zh));

  self->nothing_came = TRUE;
  vouch_session_set_stage (self, VOUCH_STAGE_CONFIRM_COUNT);
  vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Short"), detail);
}

static void
finish_line (VouchSession *self, const LineQuery *query)
{
  VouchCounted counted = { 0 };

  self->line_id = query->line->id;
  counted.receipt_line_id = query->line->id;
  if (query->counted == 0)
    ask_nothing_came (self, query);
  else if (!query->hides_declared && query->line->declared != 0 && query->counted != query->line->declared)
    {
      counted.declared = query->line->declared;
      counted.counted = query->counted;
      counted.unit = query->line->unit;
      tell_variance (self, &counted);
    }
  else
    vouch_session_close_line (self);
}

/* "That was all of this line": short goods are asked about before the count stands. */
void
vouch_session_finish_count (VouchSession *self)
{
  g_auto (LineQuery) query = { .receipt_id = self->receipt_id, .line_id = self->line_id };
  g_autoptr (GError) error = NULL;

  if (vouch_station_read (self->station, read_line, &query, &error) == NULL)
    vouch_session_tell_error (self, error);
  else if (query.line == NULL)
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Nothing counted"), _ ("Scan the goods first."));
  else
    finish_line (self, &query);
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
  vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
  if (counted == NULL)
    {
      vouch_session_tell_error (self, error);
      return;
    }
  self->last_label_at_us = 0;
  vouch_session_tell (self, VOUCH_FEEDBACK_OK, _ ("Undone"), _ ("The last count was taken back."));
}
