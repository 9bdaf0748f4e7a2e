#include <glib/gi18n-lib.h>

#include "vouch-command-card.h"
#include "vouch-command.h"
#include "vouch-date.h"
#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-label-work.h"
#include "vouch-list.h"
#include "vouch-print-entry.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-user-store.h"
#include "vouch-words.h"

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

typedef struct
{
  gint64 job_id;
  VouchReprintReason reason;
  char *note;
  gint64 first_unit;
  gint64 units;
  char *directory;
  gint64 dpi;
} ReprintRequest;

static const VouchField reprint_fields[] = {
  VOUCH_FIELD (ReprintRequest, job_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (ReprintRequest, reason, vouch_reprint_reason_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, first_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (ReprintRequest, units, NUMBER, VOUCH_FIELD_PLAIN),
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
  char *directory;
  gint64 dpi;
} BadgeRequest;

static const VouchField badge_fields[] = {
  VOUCH_FIELD (BadgeRequest, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (BadgeRequest, directory, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (BadgeRequest, dpi, NUMBER, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType badge_type = {
  .name = "badge", .size = sizeof (BadgeRequest), .fields = badge_fields, .n_fields = G_N_ELEMENTS (badge_fields)
};

static gboolean
check (const VouchRecordType *type, gconstpointer request, gint64 dpi, GError **error)
{
  if (!vouch_record_check (type, request, error))
    return FALSE;
  if (dpi == 0 || dpi == 203 || dpi == 300)
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
print_order (VouchCli *cli, VouchStation *station, VouchActor *actor, const VouchLabelOrder *order, GError **error)
{
  g_autoptr (VouchPrintJob) job = vouch_label_print (station, actor, order, NULL, error);

  if (job == NULL)
    return NULL;
  return vouch_answer_new (vouch_record_to_json (&vouch_print_job_type, job, vouch_cli_get_offset (cli)),
                           say_job (job));
}

static VouchAnswer *
carry_out (VouchCli *cli, const VouchRecordType *type, gconstpointer request, VouchLabelOrder *order, gint64 dpi,
           GError **error)
{
  VouchStation *station;
  VouchActor *actor;

  if (!check (type, request, dpi, error))
    return NULL;
  order->dpi = dpi != 0 ? (guint)dpi : DPI_DEFAULT;
  station = vouch_cli_open_as (cli, &actor, error);
  return station != NULL ? print_order (cli, station, actor, order, error) : NULL;
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
  };

  return carry_out (cli, &print_type, request, &order, request->dpi, error);
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
    .directory = request->directory,
  };

  return carry_out (cli, &reprint_type, request, &order, request->dpi, error);
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
    .directory = request->directory,
    .dpi = request->dpi != 0 ? (guint)request->dpi : DPI_DEFAULT,
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
  return print_order (cli, station, actor, &order, error);
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

  return g_strdup_printf ("%s  %s  %s  %s%s  %s", id, at, entry->about, vouch_words_of_purpose (entry->purpose), copy,
                          entry->printed_by);
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
      .arguments = "--lot LOT --purpose unit|lot|hold|reject|released [--units N] [--batch-id ID] [--directory DIR] "
                   "[--dpi 203|300]",
      .help = N_ ("makes a PDF of labels and reads it back before it is given out"),
      .run = run_print,
  },
  {
      .noun = "label",
      .verb = "reprint",
      .arguments = "--job-id ID --reason damaged|misprint|lost|other [--note TEXT] [--first-unit N] [--units N] "
                   "[--directory DIR] [--dpi 203|300]",
      .help = N_ ("prints labels again with the same codes; they are counted and say so"),
      .run = run_reprint,
  },
  {
      .noun = "label",
      .verb = "badge",
      .arguments = "--badge BADGE [--directory DIR] [--dpi 203|300]",
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
  { .noun = "label", .verb = "list", .help = N_ ("lists what was printed, the latest first"), .run = list },
  { NULL },
};
