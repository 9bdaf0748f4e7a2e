/* One run of a job: its labels from the first that is not out to the last, or to where it is stopped. Before labels are
 * sent the record says that they may come out, so that whatever happens none is printed twice; a file comes out as a
 * whole, and is recorded when it has. */
#include "vouch-print-run.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-rule.h"
#include "vouch-print-place.h"
#include "vouch-print-work.h"
#include "vouch-printer-address.h"
#include "vouch-template-shelf.h"

/* So many labels are announced at once: few enough to be looked through after a crash. */
#define AHEAD_SHARE 50
#define AHEAD_MAX 50

typedef struct
{
  VouchStation *station;
  VouchActor *actor;
  const VouchLabelOrder *order;
  const VouchLabelSubject *subject;
  VouchLabelPress *press;
  VouchPrintPlace place;
  char *path;            /* of a PDF */
  VouchPrinter *printer; /* nullable */
  gint64 job_id;
  gint64 n_read_back;
  gint64 n_announced;
} Run;

/* The jobs that this process is at; a job that says that it is printed, and is not here, was interrupted. */
static GMutex lock;
static GHashTable *under_way;

static gboolean
begin_job (gint64 job_id)
{
  gboolean is_new;

  g_mutex_lock (&lock);
  if (under_way == NULL)
    under_way = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  is_new = !g_hash_table_contains (under_way, &job_id);
  if (is_new)
    g_hash_table_add (under_way, g_memdup2 (&job_id, sizeof job_id));
  g_mutex_unlock (&lock);
  return is_new;
}

static void
end_job (gint64 job_id)
{
  g_mutex_lock (&lock);
  g_hash_table_remove (under_way, &job_id);
  g_mutex_unlock (&lock);
}

/**
 * vouch_print_run_is_under_way:
 * @job_id: a job
 *
 * Returns: whether its labels are being printed by this process
 */
gboolean
vouch_print_run_is_under_way (gint64 job_id)
{
  gboolean is_there;

  g_mutex_lock (&lock);
  is_there = under_way != NULL && g_hash_table_contains (under_way, &job_id);
  g_mutex_unlock (&lock);
  return is_there;
}

static gboolean
is_file (const Run *run)
{
  return run->place.profile->language == VOUCH_PRINTER_LANGUAGE_PDF;
}

static char *
choose_path (const Run *run, GError **error)
{
  g_auto (VouchPrinterAddress) address = { 0 };
  g_autofree char *own = g_build_filename (vouch_station_get_directory (run->station), "labels", NULL);
  g_autofree char *name = vouch_label_subject_dup_name (run->subject);
  const char *directory = run->order->directory != NULL ? run->order->directory : own;

  if (!vouch_printer_address_parse (&address, run->place.profile->uri, error))
    return NULL;
  if (address.path != NULL)
    directory = address.path;
  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), directory, g_strerror (errno));
      return NULL;
    }
  return g_build_filename (directory, name, NULL);
}

static VouchLabel *
make_label (const Run *run, gint64 index, GError **error)
{
  return vouch_label_make (run->station, run->subject, run->press, index, error);
}

static gboolean
is_stopped (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, _ ("Printing was stopped"));
  return TRUE;
}

static gpointer
read_is_new (VouchConn *conn, gpointer data, GError **error)
{
  gboolean is_new;

  return vouch_template_is_new (conn, data, &is_new, error)
             ? GUINT_TO_POINTER (is_new ? VOUCH_LABEL_FIRST_AFTER_CHANGE : 1)
             : NULL;
}

/* Nothing leaves before all that are to be read back have read as they should. */
static gboolean
read_back (Run *run, GCancellable *cancellable, GError **error)
{
  guint n_first = GPOINTER_TO_UINT (vouch_station_read (run->station, read_is_new, run->subject->template, error));
  g_autoptr (GArray) plan = vouch_label_plan_readback ((guint)(run->subject->count - run->subject->n_done), n_first);

  if (n_first == 0)
    return FALSE;
  for (guint i = 0; i < plan->len; i++)
    {
      gint64 index = run->subject->n_done + g_array_index (plan, guint, i);
      g_autoptr (VouchLabel) label = make_label (run, index, error);

      if (label == NULL || !vouch_label_read_back (run->station, label, error) || is_stopped (cancellable, error))
        return FALSE;
      run->n_read_back++;
    }
  return TRUE;
}

static gboolean
record (Run *run, VouchPrintState state, GError **error)
{
  const VouchLabelSubject *subject = run->subject;
  g_autofree char *about = vouch_label_subject_dup_about (subject);
  g_autofree char *mark = vouch_template_dup_mark (run->subject->template);
  VouchPrintedRequest request = {
    .lot_id = subject->file != NULL ? subject->file->lot->id : 0,
    .batch_id = subject->batch != NULL ? subject->batch->id : 0,
    .purpose = subject->purpose,
    .template_name = mark,
    .labels = subject->count,
    .read_back = run->n_read_back,
    .file = is_file (run) ? run->path : run->place.profile->uri,
    .copy_of = subject->copied != NULL ? subject->copied->id : 0,
    .copy_number = subject->copied != NULL ? subject->copy_number : 0,
    .reason = run->order->reason,
    .note = (char *)run->order->note,
    .first_unit = subject->first_unit,
    .user_id = subject->user != NULL ? subject->user->id : 0,
    .pack_id = subject->load != NULL ? subject->load->pack->id : 0,
    .about = about,
    .sheet = run->place.sheet != NULL ? run->place.sheet->name : NULL,
    .first_position = run->place.first_position,
    .state = state,
    .printer = run->place.profile->name,
  };
  const VouchUseCase *use_case = subject->user != NULL ? &vouch_code_note_badge : &vouch_code_note_printed;
  g_autoptr (VouchDone) done = vouch_use_case_run (use_case, run->station, run->actor, NULL, &request, error);

  if (done != NULL)
    run->job_id = done->id;
  return done != NULL;
}

static gboolean
note (Run *run, VouchPrintState state, gint64 sent, gint64 confirmed, const char *trouble, GError **error)
{
  VouchPrintRunRequest request = {
    .job_id = run->job_id,
    .state = state,
    .sent = sent,
    .confirmed = confirmed,
    .printer = run->place.profile->name,
    .file = is_file (run) ? run->path : run->place.profile->uri,
    .trouble = (char *)trouble,
    .sheet = run->place.sheet != NULL ? run->place.sheet->name : NULL,
    .first_position = run->place.first_position,
  };
  const VouchUseCase *use_case = run->subject->user != NULL ? &vouch_code_note_badge_run : &vouch_code_note_run;
  g_autoptr (VouchDone) done = vouch_use_case_run (use_case, run->station, run->actor, NULL, &request, error);

  run->n_announced = sent;
  return done != NULL;
}

/* A file is announced by nothing: it is there, or it is not. */
static gboolean
announce (Run *run, gint64 index, GError **error)
{
  gint64 ahead = CLAMP (run->subject->count / AHEAD_SHARE, 1, AHEAD_MAX);

  if (is_file (run) || index < run->n_announced)
    return TRUE;
  return note (run, VOUCH_PRINT_STATE_PRINTING, MIN (index + ahead, run->subject->count),
               run->subject->n_done + vouch_printer_get_n_confirmed (run->printer), NULL, error);
}

static gboolean
print_all (Run *run, GCancellable *cancellable, GError **error)
{
  for (gint64 i = run->subject->n_done; i < run->subject->count; i++)
    {
      g_autoptr (VouchLabel) label = NULL;

      if (is_stopped (cancellable, error) || !announce (run, i, error))
        return FALSE;
      label = make_label (run, i, error);
      if (label == NULL || !vouch_printer_print (run->printer, label, cancellable, error))
        return FALSE;
      if (run->order->progress != NULL)
        run->order->progress ((guint)i + 1, (guint)run->subject->count, run->order->progress_data);
      if (is_file (run) && is_stopped (cancellable, error))
        return FALSE;
    }
  return vouch_printer_finish (run->printer, cancellable, error);
}

static gboolean
open_printer (Run *run, GCancellable *cancellable, GError **error)
{
  VouchPrinterOptions options = {
    .path = run->path,
    .title = run->subject->template->name,
    .sheet = run->place.sheet,
    .first_position = run->place.first_position,
    .patience_s = run->order->patience_s,
    .tell_trouble = run->order->trouble,
    .data = run->order->progress_data,
  };

  run->printer = vouch_printer_open (run->place.profile, &options, cancellable, error);
  return run->printer != NULL;
}

static gint64
count_given (const Run *run)
{
  return run->printer != NULL ? vouch_printer_get_n_given (run->printer) : 0;
}

/* The record says how far it came; whoever asked for it is told that, too. */
static void
note_stop (Run *run, const GError *stop, GError **error)
{
  gint64 n_done = run->subject->n_done;
  gint64 sent = n_done + count_given (run);
  gint64 confirmed = n_done + (run->printer != NULL ? vouch_printer_get_n_confirmed (run->printer) : 0);
  g_autofree char *sheets = vouch_print_place_dup_stop (&run->place, n_done, confirmed, sent);
  g_autofree char *trouble =
      sheets != NULL ? g_strdup_printf ("%s; %s", stop->message, sheets) : g_strdup (stop->message);

  vouch_print_place_remember (&run->place, sent - n_done);
  if (note (run, VOUCH_PRINT_STATE_STOPPED, sent, confirmed, trouble, error))
    vouch_set_field_error (error, vouch_error_get_field (stop),
                           stop->domain == VOUCH_ERROR ? stop->code : VOUCH_ERROR_BUSY,
                           _ ("Stopped after label %d of %d: %s"), (int)sent, (int)run->subject->count, trouble);
}

static gboolean
run_recorded (Run *run, GCancellable *cancellable, GError **error)
{
  gint64 n_done = run->subject->n_done;
  g_autoptr (GError) stop = NULL;

  if (run->subject->resumed != NULL && !note (run, VOUCH_PRINT_STATE_PRINTING, n_done, n_done, NULL, error))
    return FALSE;
  run->n_announced = n_done;
  if (open_printer (run, cancellable, &stop) && print_all (run, cancellable, &stop))
    return note (run, VOUCH_PRINT_STATE_DONE, run->subject->count,
                 n_done + vouch_printer_get_n_confirmed (run->printer), NULL, error);
  note_stop (run, stop, error);
  return FALSE;
}

static gboolean
run_job (Run *run, GCancellable *cancellable, GError **error)
{
  gint64 job_id;
  gboolean printed;

  if (is_file (run) && run->subject->resumed == NULL)
    return open_printer (run, cancellable, error) && print_all (run, cancellable, error) &&
           record (run, VOUCH_PRINT_STATE_DONE, error);
  if (run->subject->resumed == NULL && !record (run, VOUCH_PRINT_STATE_PRINTING, error))
    return FALSE;
  job_id = run->job_id;
  if (!begin_job (job_id))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("These labels are being printed right now"));
      return FALSE;
    }
  printed = run_recorded (run, cancellable, error);
  end_job (job_id);
  return printed;
}

static gboolean
prepare (Run *run, GError **error)
{
  if (!vouch_print_place_settle (&run->place, run->order, error) ||
      !vouch_print_place_takes (&run->place, run->subject->template, error))
    return FALSE;
  run->press = vouch_label_press_new (run->subject->template, (guint)run->place.profile->dpi, error);
  if (run->press == NULL)
    return FALSE;
  if (is_file (run))
    run->path = choose_path (run, error);
  return !is_file (run) || run->path != NULL;
}

/**
 * vouch_print_run:
 * @station: the station
 * @actor: who prints
 * @order: what is wanted
 * @subject: the same, read
 * @job_id: (out): the job as it is recorded
 * @cancellable: (nullable): to stop between two labels
 * @error: DENIED if the printer has other labels in it; INVALID if a label does not fit or does not read back; BUSY if
 *   the printer stopped, CONFLICT if somebody stopped it
 *
 * Reads labels back and prints them. Waits for decoder, printer and disk.
 *
 * Returns: whether all labels are out
 */
gboolean
vouch_print_run (VouchStation *station, VouchActor *actor, const VouchLabelOrder *order,
                 const VouchLabelSubject *subject, gint64 *job_id, GCancellable *cancellable, GError **error)
{
  Run run = { .station = station, .actor = actor, .order = order, .subject = subject };
  gboolean printed;

  run.job_id = subject->resumed != NULL ? subject->resumed->id : 0;
  printed = prepare (&run, error) && read_back (&run, cancellable, error) && run_job (&run, cancellable, error);
  if (printed)
    vouch_print_place_remember (&run.place, count_given (&run));
  *job_id = run.job_id;
  vouch_printer_free (run.printer);
  vouch_print_place_clear (&run.place);
  vouch_label_press_free (run.press);
  g_free (run.path);
  return printed;
}
