/* The document on a receipt; declared in vouch-report-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-count-pass.h"
#include "vouch-lot-count.h"
#include "vouch-parked-goods.h"
#include "vouch-quantity.h"
#include "vouch-receipt-file.h"
#include "vouch-receipt-report.h"
#include "vouch-report-work.h"
#include "vouch-words.h"

static char *
shown_time (VouchStation *station, gint64 at_us)
{
  VouchClock *clock = vouch_station_get_clock (station);
  g_autofree char *full = NULL;

  if (at_us == 0)
    return NULL;
  full = vouch_time_to_string (at_us - at_us % G_USEC_PER_SEC, vouch_clock_offset (clock, at_us));
  return g_strdup_printf ("%.10s %.5s %s", full, full + 11, full + 19);
}

/* "12.5 °C: as it should be", "京A12345", "not as it should be"; nothing where it was not looked at. */
static char *
dup_check (const VouchReceiptFile *file, VouchArrivalItem item)
{
  const VouchArrivalCheck *check = vouch_receipt_file_get_check (file, item);
  g_autofree char *value = NULL;

  if (check == NULL)
    return NULL;
  if (check->has_value)
    value = vouch_words_dup_quantity (check->value, check->unit);
  else if (check->text != NULL)
    value = g_strdup (check->text);
  if (value != NULL && check->result == VOUCH_ARRIVAL_RESULT_PASS)
    return g_steal_pointer (&value);
  return value != NULL ? g_strdup_printf ("%s · %s", value, vouch_words_of_arrival (check->result))
                       : g_strdup (vouch_words_of_arrival (check->result));
}

static char *
join (char *first, char *second)
{
  char *both;

  if (first == NULL || second == NULL)
    return first != NULL ? first : second;
  both = g_strdup_printf ("%s, %s", first, second);
  g_free (first);
  g_free (second);
  return both;
}

static void
fill_head (VouchReceiptReport *report, VouchStation *station, const VouchReceiptFile *file)
{
  gint64 now = vouch_clock_now (vouch_station_get_clock (station));

  report->station = vouch_station_dup_policy (station, "station-name");
  report->number = g_strdup (file->receipt->number);
  report->printed_at =
      vouch_time_to_string (now - now % G_USEC_PER_SEC, vouch_clock_offset (vouch_station_get_clock (station), now));
  report->delivery = g_strdup (file->delivery->number);
  report->supplier = g_strdup (vouch_words_choose (file->supplier->name_en, file->supplier->name_zh));
  if (file->carrier != NULL)
    report->carrier = g_strdup (vouch_words_choose (file->carrier->name_en, file->carrier->name_zh));
  report->vehicle = join (dup_check (file, VOUCH_ARRIVAL_ITEM_VEHICLE), dup_check (file, VOUCH_ARRIVAL_ITEM_WAYBILL));
  report->packaging = dup_check (file, VOUCH_ARRIVAL_ITEM_PACKAGING);
  report->temperature = dup_check (file, VOUCH_ARRIVAL_ITEM_TEMPERATURE);
  report->papers = dup_check (file, VOUCH_ARRIVAL_ITEM_PAPERS);
  report->arrived_at = shown_time (station, file->receipt->arrived_at);
  report->state = g_strdup (vouch_words_of_receipt (file->receipt->state));
}

static char *
dup_lots (const VouchReceiptFileLine *line)
{
  g_autoptr (GString) lots = g_string_new (NULL);

  for (guint i = 0; i < line->lots->len; i++)
    {
      const VouchLot *lot = g_ptr_array_index (line->lots, i);

      if (lot->received > 0)
        g_string_append_printf (lots, "%s%s", lots->len > 0 ? "\n" : "", lot->number);
    }
  return lots->len > 0 ? g_string_free (g_steal_pointer (&lots), FALSE) : NULL;
}

static void
add_line (VouchReceiptReport *report, const VouchReceiptFileLine *line)
{
  VouchReceiptReportLine *row = vouch_receipt_report_add_line (report);
  gint64 over = vouch_receipt_file_line_get_over (line);

  row->number = (guint)line->line->position;
  row->product = g_strdup_printf ("%s\n%s", vouch_words_choose (line->product->name_en, line->product->name_zh),
                                  line->product->sku);
  row->lots = dup_lots (line);
  row->unit = g_strdup (line->line->unit);
  row->has_ordered = row->has_declared = line->line->delivery_line_id != 0 && !line->hides_declared;
  row->ordered = line->ordered;
  row->declared = line->line->declared;
  row->is_counted = line->line->is_closed;
  row->counted = line->line->counted;
  row->damaged = line->line->damaged;
  row->over = MAX (over, 0);
  row->short_by = MAX (-over, 0);
  row->accepted = line->accepted;
  row->rejected = line->rejected;
  row->held = line->held;
}

static void
add_person (VouchReceiptReport *report, VouchStation *station, const VouchReceiptFile *file, gint64 user_id, gint64 at,
            const char *part)
{
  const char *name = vouch_receipt_file_get_user_name (file, user_id);
  VouchReceiptReportPerson *person;

  for (guint i = 0; i < report->persons->len; i++)
    {
      const VouchReceiptReportPerson *known = g_ptr_array_index (report->persons, i);

      if (g_str_equal (known->name, name) && g_str_equal (known->part, part))
        return;
    }
  person = vouch_receipt_report_add_person (report);
  person->name = g_strdup (name);
  person->part = g_strdup (part);
  person->at = shown_time (station, at);
}

static const char *
name_part (const VouchCountPass *pass)
{
  if (pass->outcome == VOUCH_COUNT_OUTCOME_SETTLED)
    return _ ("Settled the count");
  return pass->recount > 0 ? _ ("Counted again") : _ ("Counted");
}

static void
add_persons (VouchReceiptReport *report, VouchStation *station, const VouchReceiptFile *file)
{
  add_person (report, station, file, file->receipt->opened_by, file->receipt->arrived_at, _ ("Opened the delivery"));
  for (guint i = 0; i < file->lines->len; i++)
    {
      const VouchReceiptFileLine *line = g_ptr_array_index (file->lines, i);

      for (guint j = 0; j < line->passes->len; j++)
        {
          const VouchCountPass *pass = g_ptr_array_index (line->passes, j);

          add_person (report, station, file, pass->finished_by, pass->finished_at, name_part (pass));
        }
    }
}

/* Goods that no product fits are part of what arrived. */
static void
add_parked (VouchReceiptReport *report, const VouchReceiptFile *file)
{
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint i = 0; i < file->parked->len; i++)
    {
      const VouchParkedGoods *goods = g_ptr_array_index (file->parked, i);

      /* Translators: goods set apart: their number, and what was scanned on them. */
      g_string_append_printf (note, _ ("%s: set apart, not in the catalogue (%s)"), goods->number,
                              goods->code != NULL ? goods->code : goods->note);
      g_string_append_c (note, '\n');
    }
  if (note->len > 0)
    report->note = g_strndup (note->str, note->len - 1);
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_receipt_file_load (conn, *(gint64 *)data, error);
}

/**
 * vouch_report_write_receipt:
 * @station: the station
 * @receipt_id: the receipt
 * @path: where the PDF goes; written whole or not at all
 * @error: NOT_FOUND where there is no such receipt, STORAGE if the file cannot be written
 *
 * Returns: whether the document is there
 */
gboolean
vouch_report_write_receipt (VouchStation *station, gint64 receipt_id, const char *path, GError **error)
{
  g_autoptr (VouchReceiptFile) file = vouch_station_read (station, read_file, &receipt_id, error);
  g_autoptr (VouchReceiptReport) report = NULL;

  if (file == NULL)
    return FALSE;
  report = vouch_receipt_report_new ();
  fill_head (report, station, file);
  for (guint i = 0; i < file->lines->len; i++)
    add_line (report, g_ptr_array_index (file->lines, i));
  add_persons (report, station, file);
  add_parked (report, file);
  return vouch_receipt_report_write_pdf (report, path, error);
}
