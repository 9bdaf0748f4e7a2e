#include <glib/gi18n-lib.h>

#include "vouch-command-card.h"
#include "vouch-command.h"
#include "vouch-date.h"
#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-label-verb.h"
#include "vouch-label-work.h"
#include "vouch-list.h"
#include "vouch-print-entry.h"
#include "vouch-printer-settings.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-run-case.h"
#include "vouch-sheet-place.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"
#include "vouch-user-store.h"
#include "vouch-words.h"

typedef struct
{
  gint64 lot_id;
  VouchPrintPurpose purpose;
  gint64 units;
  gint64 batch_id;
  char *printer;
  char *sheet;
  char *first_position;
  char *directory;
  gint64 dpi;
} PrintRequest;

static const VouchField print_fields[] = {
  VOUCH_FIELD (PrintRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (PrintRequest, purpose, vouch_print_purpose_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, units, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, printer, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, sheet, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, first_position, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, directory, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, dpi, NUMBER, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType print_type = {
  .name = "print", .size = sizeof (PrintRequest), .fields = print_fields, .n_fields = G_N_ELEMENTS (print_fields)
};

typedef struct
{
  gint64 job_id;
  VouchReprintReason reason;
  char *note;
  gint64 first_unit;
  gint64 units;
  char *printer;
  char *sheet;
  char *first_position;
  char *directory;
  gint64 dpi;
} ReprintRequest;

static const VouchField reprint_fields[] = {
  VOUCH_FIELD (ReprintRequest, job_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (ReprintRequest, reason, vouch_reprint_reason_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, first_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, units, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, printer, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, sheet, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, first_position, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, directory, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, dpi, NUMBER, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType reprint_type = { .name = "reprint",
                                              .size = sizeof (ReprintRequest),
                                              .fields = reprint_fields,
                                              .n_fields = G_N_ELEMENTS (reprint_fields) };

typedef struct
{
  char *badge;
  char *printer;
  char *sheet;
  char *first_position;
  char *directory;
  gint64 dpi;
} BadgeRequest;

static const VouchField badge_fields[] = {
  VOUCH_FIELD (BadgeRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (BadgeRequest, printer, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (BadgeRequest, sheet, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (BadgeRequest, first_position, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (BadgeRequest, directory, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (BadgeRequest, dpi, NUMBER, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType badge_type = {
  .name = "badge", .size = sizeof (BadgeRequest), .fields = badge_fields, .n_fields = G_N_ELEMENTS (badge_fields)
};

typedef struct
{
  gint64 job_id;
  char *printed;
  char *printer;
  char *sheet;
  char *first_position;
  char *directory;
  gint64 dpi;
} ResumeRequest;

static const VouchField resume_fields[] = {
  VOUCH_FIELD (ResumeRequest, job_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (ResumeRequest, printed, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ResumeRequest, printer, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ResumeRequest, sheet, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ResumeRequest, first_position, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ResumeRequest, directory, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ResumeRequest, dpi, NUMBER, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType resume_type = {
  .name = "resume", .size = sizeof (ResumeRequest), .fields = resume_fields, .n_fields = G_N_ELEMENTS (resume_fields)
};

static gboolean
check (const VouchRecordType *type, gconstpointer request, gint64 dpi, GError **error)
{
  if (!vouch_record_check (type, request, error))
    return FALSE;
  if (dpi == 0 || dpi == 203 || dpi == 300 || dpi == 600)
    return TRUE;
  vouch_set_field_error (error, "dpi", VOUCH_ERROR_INVALID, _ ("Printers have 203, 300 or 600 dots an inch"));
  return FALSE;
}

static char *
say_job (const VouchPrintJob *job)
{
  return g_strdup_printf (ngettext ("%d label, %d read back: %s", "%d labels, %d read back: %s", (gulong)job->labels),
                          (int)job->labels, (int)job->read_back, job->file);
}

/* A directory asks for a file; otherwise labels go where they always go. */
static VouchPrinterProfile *
choose_printer (const char *name, const VouchLabelOrder *order, VouchPrintPurpose purpose, GError **error)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  VouchPrinterProfile *profile;

  if (name != NULL)
    return vouch_printer_settings_find (settings, name, error);
  profile = order->directory != NULL ? vouch_printer_profile_new_pdf ()
                                     : vouch_printer_settings_find_default (settings, vouch_printer_use_of (purpose));
  if (profile->language == VOUCH_PRINTER_LANGUAGE_PDF && order->dpi != 0)
    profile->dpi = order->dpi;
  return profile;
}

static gpointer
read_job (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_row_load (conn, &vouch_print_job_type, *(const gint64 *)data, error);
}

/* What is repeated or gone on with says itself what it is. */
static gboolean
find_purpose (VouchStation *station, const VouchLabelOrder *order, VouchPrintPurpose *purpose, GError **error)
{
  gint64 job_id = order->copy_of != 0 ? order->copy_of : order->resume_of;
  g_autoptr (VouchPrintJob) job = NULL;

  *purpose = order->purpose;
  if (job_id == 0)
    return TRUE;
  job = vouch_station_read (station, read_job, &job_id, error);
  if (job != NULL)
    *purpose = job->purpose;
  return job != NULL;
}

/* A row and a column are of a sheet, and so the sheet has to be known. */
static gboolean
take_position (VouchLabelOrder *order, const char *text, GError **error)
{
  const char *name = order->sheet != NULL ? order->sheet : order->printer->sheet;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (VouchSheetStock) stock = NULL;

  if (text == NULL)
    return TRUE;
  if (name == NULL || *name == '\0')
    {
      vouch_set_field_error (error, "first_position", VOUCH_ERROR_INVALID,
                             _ ("There are no sheets in “%s”: name them, too, like --sheet L7160"),
                             order->printer->name);
      return FALSE;
    }
  settings = vouch_station_settings_new ();
  stock = vouch_sheet_settings_find (settings, name, error);
  return stock != NULL && vouch_sheet_place_parse (stock, text, &order->first_position, error);
}

static VouchAnswer *
print_order (VouchCli *cli, VouchStation *station, VouchActor *actor, VouchLabelOrder *order, const char *name,
             const char *position, GError **error)
{
  g_autoptr (VouchPrinterProfile) profile = NULL;
  g_autoptr (VouchPrintJob) job = NULL;
  VouchPrintPurpose purpose;

  if (!find_purpose (station, order, &purpose, error))
    return NULL;
  profile = choose_printer (name, order, purpose, error);
  if (profile == NULL)
    return NULL;
  order->printer = profile;
  if (!take_position (order, position, error))
    return NULL;
  job = vouch_label_print (station, actor, order, NULL, error);
  if (job == NULL)
    return NULL;
  return vouch_answer_new (vouch_record_to_json (&vouch_print_job_type, job, vouch_cli_get_offset (cli)),
                           say_job (job));
}

static VouchAnswer *
carry_out (VouchCli *cli, const VouchRecordType *type, gconstpointer request, VouchLabelOrder *order,
           const char *printer, const char *position, gint64 dpi, GError **error)
{
  VouchStation *station;
  VouchActor *actor;

  if (!check (type, request, dpi, error))
    return NULL;
  order->dpi = (guint)dpi;
  station = vouch_cli_open_as (cli, &actor, error);
  return station != NULL ? print_order (cli, station, actor, order, printer, position, error) : NULL;
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
    .sheet = request->sheet,
    .directory = request->directory,
  };

  return carry_out (cli, &print_type, request, &order, request->printer, request->first_position, request->dpi, error);
}

static VouchAnswer *
reprint (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const ReprintRequest *request = data;
  VouchLabelOrder order = {
    .copy_of = request->job_id,
    .reason = request->reason,
    .note = request->note,
    .first_unit = request->first_unit,
    .units = request->units,
    .sheet = request->sheet,
    .directory = request->directory,
  };

  return carry_out (cli, &reprint_type, request, &order, request->printer, request->first_position, request->dpi,
                    error);
}

static gpointer
read_user (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_user_store_find_by_badge (conn, data, error);
}

static VouchAnswer *
print_badge (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const BadgeRequest *request = data;
  VouchLabelOrder order = {
    .purpose = VOUCH_PRINT_PURPOSE_BADGE,
    .sheet = request->sheet,
    .directory = request->directory,
    .dpi = (guint)request->dpi,
  };
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchUser) user = NULL;
  VouchStation *station;
  VouchActor *actor;

  if (!check (&badge_type, request, request->dpi, error))
    return NULL;
  station = vouch_cli_open_as (cli, &actor, error);
  if (station == NULL)
    return NULL;
  user = vouch_station_read (station, read_user, request->badge, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (user == NULL)
    {
      vouch_set_field_error (error, "badge", VOUCH_ERROR_NOT_FOUND, _ ("Nobody has the badge “%s”"), request->badge);
      return NULL;
    }
  order.user_id = user->id;
  return print_order (cli, station, actor, &order, request->printer, request->first_position, error);
}

static VouchAnswer *
resume (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const ResumeRequest *request = data;
  VouchLabelOrder order = {
    .resume_of = request->job_id,
    .knows_printed = request->printed != NULL,
    .sheet = request->sheet,
    .directory = request->directory,
  };

  if (request->printed != NULL && !g_ascii_string_to_signed (request->printed, 10, 0, G_MAXINT, &order.printed, NULL))
    {
      vouch_set_field_error (error, "printed", VOUCH_ERROR_INVALID, _ ("“%s” is no whole number"), request->printed);
      return NULL;
    }
  return carry_out (cli, &resume_type, request, &order, request->printer, request->first_position, request->dpi, error);
}

static void
run_resume (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &resume_type, NULL, resume, NULL);
}

static void
run_reprint (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &reprint_type, NULL, reprint, NULL);
}

static void
run_badge (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &badge_type, NULL, print_badge, NULL);
}

static char *
say_entry (gconstpointer data)
{
  const VouchJobEntry *entry = data;
  g_autofree char *id = vouch_id_to_string (entry->id);
  g_autofree char *at = vouch_time_to_string (entry->printed_at, 0);
  g_autofree char *copy = entry->copy_number > 0 ? g_strdup_printf ("  R%d", (int)entry->copy_number) : g_strdup ("");

  g_autofree char *standing = vouch_job_entry_dup_standing (entry);

  return g_strdup_printf ("%s  %s  %s  %s%s  %s  %s", id, at, entry->about, vouch_words_of_purpose (entry->purpose),
                          copy, entry->printed_by, standing != NULL ? standing : "");
}

static gpointer
read_jobs (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_print_entry_list_jobs (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_job_entry_type, read_jobs, NULL, say_entry);
}

static void
run_card (VouchCli *cli, const VouchVerb *verb)
{
  const char *path = vouch_arguments_take (vouch_cli_get_arguments (cli), "file");
  const char *prefix = vouch_arguments_take (vouch_cli_get_arguments (cli), "prefix");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  if (path == NULL || (prefix != NULL && !vouch_command_prefix_is_valid (prefix)))
    {
      vouch_cli_fail_usage (cli, path == NULL ? _ ("Say where the card goes: --file FILE.pdf")
                                              : _ ("Command codes begin with two to four capital letters other than Y "
                                                   "and Z"));
      return;
    }
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);
  if (station != NULL && prefix != NULL)
    vouch_station_set_command_prefix (station, prefix);
  if (station == NULL || !vouch_command_card_write (station, path, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = vouch_answer_new (json_object_new (), g_strdup_printf (_ ("Written: %s"), path));
  json_object_set_string_member (answer->json, "file", path);
  vouch_cli_tell (cli, answer);
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
      .arguments = "--lot LOT --purpose unit|lot|hold|reject|released [--units N] [--batch-id ID] [--printer NAME] "
                   "[--sheet NAME] [--first-position K] [--directory DIR] [--dpi 203|300|600]",
      .help = N_ ("prints labels, after they were read back"),
      .run = run_print,
  },
  {
      .noun = "label",
      .verb = "reprint",
      .arguments = "--job-id ID --reason damaged|misprint|lost|other [--note TEXT] [--first-unit N] [--units N] "
                   "[--printer NAME] [--sheet NAME] [--first-position K] [--directory DIR] [--dpi 203|300|600]",
      .help = N_ ("prints labels again with the same codes; they are counted and say so"),
      .run = run_reprint,
  },
  {
      .noun = "label",
      .verb = "resume",
      .arguments = "--job-id ID [--printed N] [--printer NAME] [--sheet NAME] [--first-position K] [--directory DIR] "
                   "[--dpi 203|300|600]",
      .help = N_ ("goes on with labels whose printing was stopped, on any printer"),
      .run = run_resume,
  },
  {
      .noun = "label",
      .verb = "badge",
      .arguments =
          "--badge BADGE [--printer NAME] [--sheet NAME] [--first-position K] [--directory DIR] [--dpi 203|300|600]",
      .help = N_ ("prints somebody’s badge"),
      .run = run_badge,
  },
  {
      .noun = "label",
      .verb = "card",
      .arguments = "--file FILE.pdf [--prefix LETTERS]",
      .help = N_ ("writes the card of command codes and keys"),
      .run = run_card,
  },
  {
      .noun = "label",
      .verb = "preview",
      .arguments =
          "--template NAME | --template-file FILE.json [--file FILE.png|FILE.pdf] [--language zh|en] [--dpi N] "
          "[--stdin] [--sheet NAME] [--first-position K]",
      .help = N_ ("shows a label as it will be printed, with examples or the rows of a CSV on standard input"),
      .run = vouch_label_run_preview,
  },
  {
      .noun = "label",
      .verb = "check",
      .arguments = "--template NAME | --template-file FILE.json [--language zh|en] [--dpi N] [--stdin]",
      .help = N_ ("says what is wrong with labels before they are printed, and reads them back"),
      .run = vouch_label_run_check,
  },
  {
      .noun = "label",
      .verb = "template",
      .arguments =
          "list | show --name NAME | export --name NAME --file FILE.json | import --name NAME --file FILE.json | "
          "remove --name NAME",
      .help = N_ ("keeps the house’s own label templates; what is built in can be copied, not changed"),
      .run = vouch_label_run_template,
  },
  { .noun = "label", .verb = "list", .help = N_ ("lists what was printed, the latest first"), .run = list },
  { NULL },
};
