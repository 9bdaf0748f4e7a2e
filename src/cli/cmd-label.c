#include <glib/gi18n-lib.h>

#include "vouch-command-card.h"
#include "vouch-command.h"
#include "vouch-error.h"
#include "vouch-give-up-work.h"
#include "vouch-id.h"
#include "vouch-label-order.h"
#include "vouch-label-verb.h"
#include "vouch-label-work.h"
#include "vouch-list.h"
#include "vouch-print-entry.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-user-store.h"
#include "vouch-words.h"

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
  VOUCH_FIELD (ReprintRequest, first_unit, NUMBER, VOUCH_FIELD_COUNT),
  VOUCH_FIELD (ReprintRequest, units, NUMBER, VOUCH_FIELD_COUNT),
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

  return vouch_label_order_carry_out (cli, &reprint_type, request, &order, request->printer, request->first_position,
                                      request->dpi, error);
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

  if (!vouch_label_order_check (&badge_type, request, request->dpi, error))
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
  return vouch_label_order_run (cli, station, actor, &order, request->printer, request->first_position, error);
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
  return vouch_label_order_carry_out (cli, &resume_type, request, &order, request->printer, request->first_position,
                                      request->dpi, error);
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

const VouchVerb vouch_verbs_of_label[] = {
  {
      .noun = "label",
      .verb = "print",
      .arguments = "--lot LOT --purpose unit|lot|hold|reject|released|sample [--units N] [--batch-id ID] | "
                   "--sscc SSCC | --location CODE [--name-zh NAME] [--name-en NAME] | --template NAME --stdin, "
                   "[--template NAME] [--copies N] [--language zh|en] [--printer NAME] [--sheet NAME] "
                   "[--first-position K] [--directory DIR] [--dpi 203|300|600]",
      .help = N_ ("prints labels, after they were read back"),
      .run = vouch_label_run_print,
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
      .verb = "give-up",
      .arguments = "--job-id ID --printed N --reason TEXT",
      .help = N_ ("ends a job that was stopped; codes whose labels did not come out are withdrawn as spoiled"),
      .use_case = &vouch_code_give_up,
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
          "[--lot LOT | --stdin] [--sheet NAME] [--first-position K]",
      .help = N_ ("shows a label as it will be printed, with examples or the rows of a CSV on standard input"),
      .run = vouch_label_run_preview,
  },
  {
      .noun = "label",
      .verb = "check",
      .arguments = "--template NAME | --template-file FILE.json [--language zh|en] [--dpi N] [--lot LOT | --stdin]",
      .help = N_ ("says what is wrong with labels before they are printed, and reads them back"),
      .run = vouch_label_run_check,
  },
  {
      .noun = "label",
      .verb = "template",
      .arguments =
          "list | show --name NAME | export --name NAME --file FILE.json | import --name NAME --file FILE.json "
          "[--new | --seen VERSION] | remove --name NAME | picture --file FILE.png|FILE.jpg",
      .help = N_ ("keeps the house's own label templates; what is built in can be copied, not changed"),
      .run = vouch_label_run_template,
  },
  { .noun = "label", .verb = "list", .help = N_ ("lists what was printed, the latest first"), .run = list },
  { NULL },
};
