/* The entries of a ledger as people see them; declared in vouch-quality-view.h. */
#include <glib/gi18n-lib.h>

#include "vouch-moment.h"
#include "vouch-quality-private.h"
#include "vouch-quality-view.h"
#include "vouch-quality-words.h"
#include "vouch-row.h"
#include "vouch-user.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchQualityCell, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityCell, kind, vouch_quality_entry_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityCell, under, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, accepted, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, nonconforming, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, ac, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, re, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, counts, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, score, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityCell, severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityCell, next_severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityCell, event, vouch_sampling_event_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, broken, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, by, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityCell, sentence, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchQualityCell, vouch_quality_cell, "quality_cell", fields)

static gboolean
is_lot (VouchQualityEntryKind kind)
{
  return kind == VOUCH_QUALITY_ENTRY_LOT || kind == VOUCH_QUALITY_ENTRY_SKIPPED;
}

/* Ac and Re of the plan that the lot was judged by, where there are any. */
static void
find_numbers (const VouchQualityLedger *ledger, const VouchQualityEntry *entry, VouchQualityCell *cell)
{
  const VouchSamplingScheme *scheme = &ledger->scheme;
  VouchSamplingTerms terms = {
    { scheme->standard, scheme->type, entry->under }, entry->lot_size, scheme->level, scheme->aql
  };
  VouchSamplingPlan plan;

  cell->ac = cell->re = -1;
  if (entry->kind != VOUCH_QUALITY_ENTRY_LOT || ledger->level->method != VOUCH_SAMPLING_METHOD_AQL ||
      ledger->is_unreadable || !vouch_sampling_plan_find (&terms, &plan, NULL))
    return;
  cell->ac = plan.samples.stages[plan.samples.n_stages - 1].ac;
  cell->re = plan.samples.stages[plan.samples.n_stages - 1].re;
}

static void
add (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
dup_count (const VouchQualityCell *cell)
{
  if (cell->ac < 0 && cell->re < 0)
    return NULL;
  /* Translators: nonconforming units found, and the numbers of the plan. */
  return g_strdup_printf (_ ("%d nonconforming (Ac %d, Re %d)"), (int)cell->nonconforming, (int)cell->ac,
                          (int)cell->re);
}

static void
add_lot (GString *text, const VouchQualityLedger *ledger, const VouchQualityEntry *entry, const VouchQualityCell *cell)
{
  g_autofree char *count = dup_count (cell);

  add (text, cell->lot);
  if (entry->kind == VOUCH_QUALITY_ENTRY_SKIPPED)
    {
      add (text, _ ("not inspected, skipped"));
      return;
    }
  add (text, cell->accepted ? _ ("accepted") : _ ("not accepted"));
  add (text, count);
  if (ledger->level->method != VOUCH_SAMPLING_METHOD_SKIP_LOT)
    add (text, vouch_severity_get_label (cell->under));
  if (!entry->original)
    add (text, _ ("submitted again, counts for nothing"));
  else if (!cell->counts)
    add (text, _ ("planned by another severity, counts for nothing"));
}

static char *
dup_sentence (const VouchQualityLedger *ledger, const VouchQualityEntry *entry, const VouchQualityCell *cell)
{
  GString *text = g_string_new (NULL);
  g_autofree char *at = vouch_moment_dup (cell->at);

  if (is_lot (entry->kind))
    add_lot (text, ledger, entry, cell);
  else
    add (text, vouch_quality_words_of_kind (entry->kind));
  add (text, cell->note);
  if (!is_lot (entry->kind))
    add (text, vouch_sampling_event_get_reason (entry->event));
  if (cell->broken)
    add (text, _ ("does not follow from the entries before it"));
  add (text, is_lot (entry->kind) ? NULL : cell->by);
  add (text, at);
  return g_string_free (text, FALSE);
}

static gboolean
read_names (VouchConn *conn, const VouchQualityEntry *entry, VouchQualityCell *cell, GError **error)
{
  g_autoptr (VouchUser) user = vouch_row_load (conn, &vouch_user_type, entry->recorded_by, error);
  g_autoptr (VouchLot) lot = NULL;

  if (user == NULL)
    return FALSE;
  cell->by = g_strdup (user->name);
  if (entry->lot_id == 0)
    return TRUE;
  lot = vouch_row_load (conn, &vouch_lot_type, entry->lot_id, error);
  if (lot == NULL)
    return FALSE;
  cell->lot = g_strdup (lot->number);
  return TRUE;
}

/* In force before the entry at @place, as it is replayed: the stored one need not be true. */
static VouchSeverity
get_severity (const VouchQualityLedger *ledger, guint place)
{
  return place <= ledger->before->len ? g_array_index (ledger->before, VouchSeverity, place - 1)
                                      : ledger->state.now.severity;
}

static VouchQualityCell *
make_cell (VouchConn *conn, const VouchQualityLedger *ledger, guint place, GError **error)
{
  const VouchQualityEntry *entry = g_ptr_array_index (ledger->entries, place - 1);
  VouchSeverity in_force = get_severity (ledger, place);
  g_autoptr (VouchQualityCell) cell = vouch_quality_cell_new ();

  if (!read_names (conn, entry, cell, error))
    return NULL;
  cell->position = entry->position;
  cell->kind = entry->kind;
  cell->lot_id = entry->lot_id;
  cell->under = is_lot (entry->kind) ? entry->under : in_force;
  cell->accepted = entry->accepted;
  cell->nonconforming = entry->nonconforming;
  find_numbers (ledger, entry, cell);
  cell->counts = !is_lot (entry->kind) || (entry->original && entry->under == in_force);
  cell->score = entry->score;
  cell->severity = in_force;
  cell->next_severity = get_severity (ledger, place + 1);
  cell->event = entry->event;
  cell->broken = vouch_quality_ledger_is_broken_at (ledger, place);
  cell->note = g_strdup (is_lot (entry->kind) ? vouch_sampling_event_get_reason (entry->event) : entry->reason);
  cell->at = entry->recorded_at;
  cell->sentence = dup_sentence (ledger, entry, cell);
  return g_steal_pointer (&cell);
}

/**
 * vouch_quality_cell_list:
 * @conn: a connection
 * @ledger: a ledger
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchQualityCell): its entries, the oldest first
 */
GPtrArray *
vouch_quality_cell_list (VouchConn *conn, const VouchQualityLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_quality_cell_free);

  for (guint i = 1; i <= ledger->entries->len; i++)
    {
      VouchQualityCell *cell = make_cell (conn, ledger, i, error);

      if (cell == NULL)
        return NULL;
      g_ptr_array_add (cells, cell);
    }
  return g_steal_pointer (&cells);
}
