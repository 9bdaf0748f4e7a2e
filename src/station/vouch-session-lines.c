/* The open delivery as the inspector's stand shows it: its lines, and what was looked at when it arrived. */
#include <glib/gi18n-lib.h>

#include "vouch-lot-count.h"
#include "vouch-receipt-file.h"
#include "vouch-row.h"
#include "vouch-session-private.h"
#include "vouch-words.h"

static char *
dup_variance (const VouchReceiptFileLine *line)
{
  gint64 over = vouch_receipt_file_line_get_over (line);
  g_autofree char *by = vouch_words_dup_quantity (ABS (over), line->line->unit);

  /* What is still being counted is short all the time, and that is not worth saying. */
  if (over == 0 || (over < 0 && !line->line->is_closed))
    return NULL;
  return g_strdup_printf (over > 0 ? _ ("over by %s") : _ ("short by %s"), by);
}

/* Lots of one line may stand differently; each standing is said once. */
static char *
dup_lot_standings (const VouchReceiptFileLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < line->lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (line->lots, i);
      const char *word = vouch_words_of_status (lot->status);

      if (lot->received > 0 && strstr (text->str, word) == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", word);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup (_ ("Nothing came"));
}

static char *
dup_standing (const VouchReceiptFileLine *line, gint64 counted)
{
  if (line->line->is_closed)
    return dup_lot_standings (line);
  if (line->line->recount > 2)
    return g_strdup (_ ("Counts differ: QA lead"));
  if (line->line->recount > 0 && counted == 0)
    return g_strdup (_ ("To count again, by another person"));
  if (line->line->recount > 0)
    return g_strdup (_ ("Being counted again"));
  return g_strdup (counted > 0 ? _ ("Being counted") : _ ("To count"));
}

/* "QH26A01 120 pc · QH26A02 80 pc"; a recount does not show what the first one found. */
static char *
dup_lots (const VouchReceiptFileLine *line)
{
  gint64 recount = line->line->is_closed ? line->line->standing : line->line->recount;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < line->lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (line->lots, i);
      g_autofree char *produced = NULL, *quantity = NULL;
      gint64 counted, damaged;

      vouch_lot_count_sum (line->counts, lot->id, recount, &counted, &damaged);
      if (counted == 0)
        continue;
      quantity = vouch_words_dup_quantity (counted, lot->unit);
      produced = vouch_date_to_string (lot->produced);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "",
                              lot->supplier_lot != NULL          ? lot->supplier_lot
                              : lot->produced != VOUCH_DATE_NONE ? produced
                                                                 : lot->number,
                              quantity);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
dup_some (gint64 quantity, const char *unit)
{
  return quantity > 0 ? vouch_words_dup_quantity (quantity, unit) : NULL;
}

static void
fill_line (VouchSession *self, VouchDeskState *state, const VouchReceiptFileLine *line)
{
  gint64 recount = line->line->is_closed ? line->line->standing : line->line->recount;
  gint64 current = self->file != NULL ? self->file->line->id : self->line_id;
  const char *unit = line->line->unit;
  VouchDeskLine shown = { .id = line->line->id, .position = (int)line->line->position };
  gint64 counted, damaged;

  vouch_lot_count_sum (line->counts, 0, recount, &counted, &damaged);
  shown.product = (char *)vouch_words_choose (line->product->name_en, line->product->name_zh);
  shown.sku = line->product->sku;
  shown.lots = dup_lots (line);
  shown.declared = line->hides_declared ? NULL : vouch_words_dup_quantity (line->line->declared, unit);
  shown.counted = vouch_words_dup_quantity (counted, unit);
  shown.damaged = dup_some (damaged, unit);
  shown.variance = dup_variance (line);
  shown.standing = dup_standing (line, counted);
  shown.accepted = dup_some (line->accepted, unit);
  shown.rejected = dup_some (line->rejected, unit);
  shown.held = dup_some (line->held, unit);
  shown.is_current = line->line->id == current;
  vouch_desk_state_add_line (state, &shown);
  if (shown.is_current)
    state->line_position = shown.position;
  g_free (shown.lots);
  g_free (shown.declared);
  g_free (shown.counted);
  g_free (shown.damaged);
  g_free (shown.variance);
  g_free (shown.standing);
  g_free (shown.accepted);
  g_free (shown.rejected);
  g_free (shown.held);
}

static char *
dup_found (const VouchArrivalCheck *check)
{
  if (check == NULL)
    return NULL;
  if (check->has_value)
    return vouch_words_dup_quantity (check->value, check->unit);
  return g_strdup (check->text != NULL ? check->text : vouch_words_of_arrival (check->result));
}

static void
fill_checks (VouchSession *self, VouchDeskState *state, const VouchReceiptFile *file)
{
  for (int item = 0; item < VOUCH_ARRIVAL_ITEM_COUNT; item++)
    {
      const VouchArrivalCheck *check = vouch_receipt_file_get_check (file, (VouchArrivalItem)item);
      g_autofree char *found = dup_found (check);
      VouchDeskCheck shown = {
        .label = (char *)vouch_words_of_arrival_item ((VouchArrivalItem)item),
        .value = found,
        .is_failure = check != NULL && check->result == VOUCH_ARRIVAL_RESULT_FAIL,
        .is_current = self->stage == VOUCH_STAGE_ARRIVAL && item == (int)vouch_session_get_arrival (self),
      };

      if (check != NULL || self->arrival & (1u << item))
        vouch_desk_state_add_check (state, &shown);
    }
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_receipt_file_load (conn, *(gint64 *)data, error);
}

static gpointer
read_choices (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_row_load (conn, &vouch_product_type, *(gint64 *)data, error);
}

static void
fill_choices (VouchSession *self, VouchDeskState *state)
{
  for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
    {
      g_autoptr (VouchProduct) product =
          vouch_station_read (self->station, read_choices, &g_array_index (self->choices, gint64, i), NULL);

      vouch_desk_state_add_choice (state,
                                   product != NULL ? vouch_words_choose (product->name_en, product->name_zh) : "");
    }
}

void
vouch_session_fill_delivery (VouchSession *self, VouchDeskState *state)
{
  g_autoptr (VouchReceiptFile) file = vouch_station_read (self->station, read_file, &self->receipt_id, NULL);

  state->counts_each = self->counts_each;
  fill_choices (self, state);
  if (file == NULL)
    return;
  for (guint i = 0; i < file->lines->len; i++)
    fill_line (self, state, g_ptr_array_index (file->lines, i));
  state->n_lines = (int)file->lines->len;
  fill_checks (self, state, file);
}
