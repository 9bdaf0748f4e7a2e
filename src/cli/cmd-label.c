#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-work.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"

#define DPI_DEFAULT 203

typedef struct
{
  gint64 lot_id;
  VouchPrintPurpose purpose;
  gint64 units;
  gint64 batch_id;
  char *directory;
  gint64 dpi;
} PrintRequest;

static const VouchField print_fields[] = {
  VOUCH_FIELD (PrintRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (PrintRequest, purpose, vouch_print_purpose_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, units, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, directory, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, dpi, NUMBER, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType print_type = {
  .name = "print", .size = sizeof (PrintRequest), .fields = print_fields, .n_fields = G_N_ELEMENTS (print_fields)
};

static gboolean
check (const PrintRequest *request, GError **error)
{
  if (!vouch_record_check (&print_type, request, error))
    return FALSE;
  if (request->dpi == 0 || request->dpi == 203 || request->dpi == 300)
    return TRUE;
  vouch_set_field_error (error, "dpi", VOUCH_ERROR_INVALID, _ ("Printers have 203 or 300 dots an inch"));
  return FALSE;
}

static char *
say_job (const VouchPrintJob *job)
{
  return g_strdup_printf (ngettext ("%d label, %d read back: %s", "%d labels, %d read back: %s", (gulong)job->labels),
                          (int)job->labels, (int)job->read_back, job->file);
}

static VouchAnswer *
print (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const PrintRequest *request = data;
  VouchLabelOrder order = {
    .lot_id = request->lot_id,
    .purpose = request->purpose,
    .units = request->units,
    .batch_id = request->batch_id,
    .directory = request->directory,
    .dpi = request->dpi != 0 ? (guint)request->dpi : DPI_DEFAULT,
  };
  g_autoptr (VouchPrintJob) job = NULL;
  VouchStation *station;
  VouchActor *actor;

  if (!check (request, error))
    return NULL;
  station = vouch_cli_open_as (cli, &actor, error);
  job = station != NULL ? vouch_label_print (station, actor, &order, NULL, error) : NULL;
  if (job == NULL)
    return NULL;
  return vouch_answer_new (vouch_record_to_json (&vouch_print_job_type, job, vouch_cli_get_offset (cli)),
                           say_job (job));
}

static void
run_print (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &print_type, NULL, print, NULL);
}

const VouchVerb vouch_verbs_of_label[] = {
  {
      .noun = "label",
      .verb = "print",
      .arguments = "--lot LOT --purpose unit|lot|hold|reject|released [--units N] [--batch-id ID] [--directory DIR] "
                   "[--dpi 203|300]",
      .help = N_ ("makes a PDF of labels and reads it back before it is given out"),
      .run = run_print,
  },
  { NULL },
};
