#include "vouch-lot-rows.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "vouch-certificate-words.h"
#include "vouch-hex.h"
#include "vouch-moment.h"
#include "vouch-quantity.h"
#include "vouch-shape.h"
#include "vouch-words.h"

/* What goes into one line; texts are plain, not markup. */
typedef struct
{
  VouchMark shape;
  const char *title;
  const char *subtitle;
  gint64 at;
  gboolean is_undone;
} Line;

static GtkWidget *
make_row (const Line *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (line->title, -1);
  g_autofree char *struck = line->is_undone ? g_strdup_printf ("<s>%s</s>", title) : NULL;
  g_autofree char *subtitle = g_markup_escape_text (line->subtitle != NULL ? line->subtitle : "", -1);
  g_autofree char *at = vouch_moment_dup (line->at);
  GtkWidget *moment = gtk_label_new (at);
  GtkWidget *shape = g_object_new (VOUCH_TYPE_SHAPE, "mark", (int)line->shape, "size", 20, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), struck != NULL ? struck : title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), "at", g_memdup2 (&line->at, sizeof line->at), g_free);
  gtk_widget_add_css_class (moment, "row-subtitle");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), shape);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), moment);
  return row;
}

static const VouchCharacteristic *
find_characteristic (const VouchLotFile *file, gint64 id)
{
  for (guint i = 0; i < file->characteristics->len; i++)
    {
      const VouchCharacteristic *characteristic = g_ptr_array_index (file->characteristics, i);

      if (characteristic->id == id)
        return characteristic;
    }
  return NULL;
}

static char *
dup_result (const VouchLotFile *file, const VouchReading *reading)
{
  const VouchDefectCode *defect = g_hash_table_lookup (file->defects, &reading->defect_code_id);
  GString *text = g_string_new (vouch_words_of_result (reading->result));

  if (reading->has_value)
    {
      g_autofree char *value = vouch_words_dup_quantity (reading->value, reading->unit);

      g_string_append_printf (text, " · %s", value);
    }
  if (reading->result == VOUCH_RESULT_FAIL && defect != NULL)
    g_string_append_printf (text, " · %s", vouch_words_choose (defect->name_en, defect->name_zh));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_reading (const VouchLotFile *file, const VouchReading *reading)
{
  const VouchCharacteristic *characteristic = find_characteristic (file, reading->characteristic_id);
  g_autofree char *result = dup_result (file, reading);
  g_autofree char *title = g_strdup_printf (
      "%d · %s · %s", (int)reading->position,
      characteristic != NULL ? vouch_words_choose (characteristic->name_en, characteristic->name_zh) : "", result);

  return make_row (&(Line){ .shape = reading->result == VOUCH_RESULT_FAIL   ? VOUCH_MARK_FAIL
                                     : reading->result == VOUCH_RESULT_PASS ? VOUCH_MARK_PASS
                                                                            : VOUCH_MARK_NONE,
                            .title = title,
                            .subtitle = vouch_lot_file_get_user_name (file, reading->inspector_id),
                            .at = reading->recorded_at,
                            .is_undone = vouch_tally_is_undone (file->tally, reading) });
}

/**
 * vouch_lot_rows_of_readings:
 * @file: a lot's file
 * @position: of a sample unit; 0 for the failed readings of all
 *
 * Returns: (transfer container) (element-type GtkWidget): the readings, undone ones struck through
 */
GPtrArray *
vouch_lot_rows_of_readings (const VouchLotFile *file, guint position)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; file->readings != NULL && i < file->readings->len; i++)
    {
      const VouchReading *reading = g_ptr_array_index (file->readings, i);
      gboolean is_wanted = position > 0 ? reading->position == position : reading->result == VOUCH_RESULT_FAIL;

      if (reading->undoes_id == 0 && is_wanted)
        g_ptr_array_add (rows, make_reading (file, reading));
    }
  return rows;
}

#define HASH_BYTES 4 /* enough to tell a lot's papers apart, and to begin comparing one with its file */

static char *
dup_paper (const VouchCertificate *paper)
{
  g_autofree char *hex = vouch_hex_write (g_bytes_get_data (paper->sha256, NULL), HASH_BYTES);
  g_autofree char *issued = paper->issued != VOUCH_DATE_NONE ? vouch_date_to_string (paper->issued) : NULL;

  if (issued == NULL)
    return g_strdup_printf ("%s · SHA-256 %s…", paper->issuer, hex);
  /* Translators: a certificate: who issued it, on which date; and how its file's hash begins. */
  return g_strdup_printf (_ ("%s, %s · SHA-256 %s…"), paper->issuer, issued, hex);
}

/**
 * vouch_lot_rows_of_certificates:
 * @file: a lot's file
 *
 * Returns: (transfer container) (element-type GtkWidget): the papers that came with the lot
 */
GPtrArray *
vouch_lot_rows_of_certificates (const VouchLotFile *file)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < file->certificates->len; i++)
    {
      const VouchCertificate *paper = g_ptr_array_index (file->certificates, i);
      g_autofree char *title = g_strdup_printf ("%s · %s", vouch_words_of_certificate (paper->kind), paper->number);
      g_autofree char *subtitle = dup_paper (paper);

      g_ptr_array_add (
          rows,
          make_row (&(Line){ .shape = VOUCH_MARK_NONE, .title = title, .subtitle = subtitle, .at = paper->added_at }));
    }
  return rows;
}

static GtkWidget *
make_queries (const VouchQueryCount *count)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Looked up by customers · units: %d · queries: %d"), (int)count->units, (int)count->queries);
  g_autofree char *marked =
      count->marked > 0 ? g_strdup_printf (_ ("Possibly copied codes: %d"), (int)count->marked) : NULL;

  return make_row (&(Line){ .shape = count->marked > 0 ? VOUCH_MARK_WARNING : VOUCH_MARK_NONE,
                            .title = title,
                            .subtitle = marked,
                            .at = count->last_at });
}

/**
 * vouch_lot_rows_of_tickets:
 * @file: a lot's file
 *
 * Returns: (transfer container) (element-type GtkWidget): what customers reported, and how often they looked its units
 * up
 */
GPtrArray *
vouch_lot_rows_of_tickets (const VouchLotFile *file)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < file->tickets->len; i++)
    {
      const VouchTicket *ticket = g_ptr_array_index (file->tickets, i);
      g_autofree char *title = g_strdup_printf ("%s · %s · %s", ticket->number, vouch_words_of_ticket (ticket->state),
                                                vouch_words_of_problem (ticket->problem));

      g_ptr_array_add (rows, make_row (&(Line){ .shape = VOUCH_MARK_WARNING,
                                                .title = title,
                                                .subtitle = ticket->description,
                                                .at = ticket->received_at }));
    }
  if (file->queries != NULL)
    g_ptr_array_add (rows, make_queries (file->queries));
  return rows;
}

static void
add_receipt (GPtrArray *rows, const VouchLotFile *file)
{
  g_autofree char *quantity = vouch_words_dup_quantity (file->lot->received, file->lot->unit);
  g_autofree char *title = g_strdup_printf (_ ("Received %s with delivery %s"), quantity, file->delivery->number);

  g_ptr_array_add (rows, make_row (&(Line){ .shape = VOUCH_MARK_NONE,
                                            .title = title,
                                            .subtitle = vouch_lot_file_get_user_name (file, file->receipt->opened_by),
                                            .at = file->receipt->arrived_at }));
}

static void
add_ncrs (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->ncrs->len; i++)
    {
      const VouchNcr *ncr = g_ptr_array_index (file->ncrs, i);
      g_autofree char *title = g_strdup_printf (_ ("Nonconformance report %s"), ncr->number);

      g_ptr_array_add (rows,
                       make_row (&(Line){
                           .shape = VOUCH_MARK_FAIL, .title = title, .subtitle = ncr->summary, .at = ncr->opened_at }));
    }
}

static void
add_decisions (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->decisions->len; i++)
    {
      const VouchUsageDecision *decision = g_ptr_array_index (file->decisions, i);

      g_ptr_array_add (rows, make_row (&(Line){ .shape = VOUCH_MARK_PASS,
                                                .title = vouch_words_of_decision (decision->kind),
                                                .subtitle = decision->reason,
                                                .at = decision->decided_at }));
    }
}

static void
add_holds (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->holds->len; i++)
    {
      const VouchLotHold *hold = g_ptr_array_index (file->holds, i);

      g_ptr_array_add (rows, make_row (&(Line){ .shape = VOUCH_MARK_HOLD,
                                                .title = _ ("Put on hold after its release"),
                                                .subtitle = hold->reason,
                                                .at = hold->held_at }));
    }
}

static void
add_recalls (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->recalls->len; i++)
    {
      const VouchRecall *recall = g_ptr_array_index (file->recalls, i);
      g_autofree char *title =
          g_strdup_printf (_ ("Recall %s, class %s"), recall->number, vouch_recall_class_get_numeral (recall->class));

      g_ptr_array_add (
          rows,
          make_row (&(Line){
              .shape = VOUCH_MARK_WARNING, .title = title, .subtitle = recall->reason, .at = recall->started_at }));
    }
}

/* The value that was recorded before stays to be seen. */
static void
add_corrections (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->corrections->len; i++)
    {
      const VouchCorrection *correction = g_ptr_array_index (file->corrections, i);
      /* Translators: a corrected fact: which, the value before, the value after, and where the correction stands. */
      g_autofree char *title = g_strdup_printf (_ ("%s: %s → %s (%s)"), vouch_words_of_fact (correction->fact),
                                                correction->old_value != NULL ? correction->old_value : "–",
                                                correction->new_value, vouch_words_of_correction (correction->state));
      g_autofree char *subtitle =
          g_strdup_printf ("%s · %s", correction->reason, vouch_lot_file_get_user_name (file, correction->asked_by));

      g_ptr_array_add (
          rows, make_row (&(Line){ .shape = correction->state == VOUCH_CORRECTION_STATE_ASKED ? VOUCH_MARK_QUESTION
                                                                                              : VOUCH_MARK_NONE,
                                   .title = title,
                                   .subtitle = subtitle,
                                   .at = correction->asked_at }));
    }
}

static void
add_signatures (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->signatures->len; i++)
    {
      const VouchSignature *signature = g_ptr_array_index (file->signatures, i);
      g_autofree char *title = g_strdup_printf (_ ("Signed: %s"), vouch_words_of_meaning (signature->meaning));

      g_ptr_array_add (rows, make_row (&(Line){ .shape = VOUCH_MARK_PASS,
                                                .title = title,
                                                .subtitle = vouch_lot_file_get_user_name (file, signature->signer_id),
                                                .at = signature->signed_at }));
    }
}

static void
add_batches (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (file->batches, i);
      g_autofree char *title =
          g_strdup_printf (_ ("Trace codes of units %d to %d: %s"), (int)batch->first_unit,
                           (int)(batch->first_unit + batch->units - 1), vouch_words_of_batch (batch->state));

      g_ptr_array_add (
          rows, make_row (&(Line){
                    .shape = VOUCH_MARK_NONE, .title = title, .subtitle = batch->host, .at = batch->issued_at }));
    }
}

/* What a count found is nobody's to see before the line is finished: somebody may be counting again. */
static void
add_passes (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->passes->len; i++)
    {
      const VouchCountPass *pass = g_ptr_array_index (file->passes, i);
      g_autofree char *counted = vouch_words_dup_quantity (pass->counted, pass->unit);
      const char *outcome = vouch_words_of_outcome (pass->outcome);
      /* Translators: a count of the whole line: what came of it; or which count, how much, what came of it. */
      g_autofree char *title = file->line->is_closed
                                   ? g_strdup_printf (_ ("Count %d: %s, %s"), (int)pass->recount + 1, counted, outcome)
                                   : g_strdup_printf (_ ("Count %d: %s"), (int)pass->recount + 1, outcome);
      const char *by = vouch_lot_file_get_user_name (file, pass->finished_by);
      g_autofree char *subtitle = pass->reason != NULL ? g_strdup_printf ("%s · %s", pass->reason, by) : g_strdup (by);

      g_ptr_array_add (rows,
                       make_row (&(Line){
                           .shape = VOUCH_MARK_NONE, .title = title, .subtitle = subtitle, .at = pass->finished_at }));
    }
}

static void
add_take_overs (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->take_overs->len; i++)
    {
      const VouchTakeOver *take_over = g_ptr_array_index (file->take_overs, i);
      const char *to = vouch_lot_file_get_user_name (file, take_over->to_id);
      g_autofree char *title = take_over->from_id != 0
                                   ? g_strdup_printf (_ ("%s took the inspection over from %s"), to,
                                                      vouch_lot_file_get_user_name (file, take_over->from_id))
                                   : g_strdup_printf (_ ("%s took the inspection over"), to);
      g_autofree char *subtitle =
          take_over->position > 0 ? g_strdup_printf (_ ("at unit %d"), (int)take_over->position) : NULL;

      g_ptr_array_add (
          rows, make_row (&(Line){
                    .shape = VOUCH_MARK_NONE, .title = title, .subtitle = subtitle, .at = take_over->taken_at }));
    }
}

static void
add_photos (GPtrArray *rows, const VouchLotFile *file)
{
  for (guint i = 0; i < file->attachments->len; i++)
    {
      const VouchAttachment *photo = g_ptr_array_index (file->attachments, i);
      const char *what = g_str_equal (photo->subject, vouch_reading_type.name) ? _ ("Photo of a check")
                         : g_str_equal (photo->subject, vouch_lot_type.name)   ? _ ("Photo of the lot")
                                                                               : _ ("Photo of the delivery line");
      const char *by = vouch_lot_file_get_user_name (file, photo->taken_by);
      g_autofree char *subtitle = photo->name != NULL ? g_strdup_printf ("%s · %s", photo->name, by) : g_strdup (by);

      g_ptr_array_add (
          rows,
          make_row (&(Line){ .shape = VOUCH_MARK_NONE, .title = what, .subtitle = subtitle, .at = photo->taken_at }));
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const gint64 *one = g_object_get_data (*(GObject *const *)a, "at");
  const gint64 *other = g_object_get_data (*(GObject *const *)b, "at");

  return *one < *other ? -1 : *one > *other;
}

/**
 * vouch_lot_rows_of_events:
 * @file: a lot's file
 *
 * Returns: (transfer container) (element-type GtkWidget): what happened to the lot, in order of time
 */
GPtrArray *
vouch_lot_rows_of_events (const VouchLotFile *file)
{
  GPtrArray *rows = g_ptr_array_new ();

  add_receipt (rows, file);
  add_passes (rows, file);
  add_take_overs (rows, file);
  add_photos (rows, file);
  add_corrections (rows, file);
  add_ncrs (rows, file);
  add_decisions (rows, file);
  add_holds (rows, file);
  add_recalls (rows, file);
  add_signatures (rows, file);
  add_batches (rows, file);
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}
