#include <glib/gi18n-lib.h>

#include "vouch-case-answer-work.h"
#include "vouch-case-fetch.h"
#include "vouch-case-file.h"
#include "vouch-case-look-work.h"
#include "vouch-case-work.h"
#include "vouch-error.h"
#include "vouch-list.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
#include "vouch-ticket-answer-store.h"
#include "vouch-ticket-store.h"
#include "vouch-words.h"

typedef struct
{
  char *number;
} ShowRequest;

static const VouchField show_fields[] = {
  VOUCH_FIELD (ShowRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType show_type = {
  .name = "show", .size = sizeof (ShowRequest), .fields = show_fields, .n_fields = G_N_ELEMENTS (show_fields)
};

static char *
say_case (gconstpointer data)
{
  const VouchTicket *ticket = data;

  return g_strdup_printf ("%s  %s  %s  %s", ticket->number, vouch_words_of_ticket (ticket->state),
                          vouch_words_of_problem (ticket->problem), ticket->code != NULL ? ticket->code : "");
}

static gpointer
read_cases (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_ticket_store_list_open (conn, error);
}

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_list_read (cli, &vouch_ticket_type, read_cases, NULL, say_case);
}

static void
tell_taken (VouchCli *cli, const VouchCaseTaken *taken)
{
  g_autoptr (VouchAnswer) answer = vouch_answer_new (
      json_object_new (), g_strdup_printf (ngettext ("%u new case", "%u new cases", taken->cases), taken->cases));

  json_object_set_int_member (answer->json, "new", taken->cases);
  json_object_set_int_member (answer->json, "photos", taken->photos);
  json_object_set_int_member (answer->json, "events", taken->events);
  json_object_set_int_member (answer->json, "lots", taken->lots);
  json_object_set_int_member (answer->json, "answers", taken->answers);
  vouch_cli_tell (cli, answer);
}

/* Answers go first: their customers wait the longest. */
static void
fetch (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  VouchCaseTaken taken = { 0 };
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
  if (station != NULL && vouch_case_carry (station, &taken.answers, &error) &&
      vouch_case_fetch (station, &taken, &error) && vouch_case_fetch_counts (station, &taken, &error))
    tell_taken (cli, &taken);
  else
    vouch_cli_fail (cli, error);
}

/* The file that a command is about, and a station to own; NULL after telling why not. */
static VouchStation *
open_for_file (VouchCli *cli, const char **path)
{
  g_autoptr (GError) error = NULL;
  VouchStation *station;

  *path = vouch_arguments_take_word (vouch_cli_get_arguments (cli));
  if (*path == NULL)
    {
      vouch_cli_fail_usage (cli, _ ("Name the file"));
      return NULL;
    }
  if (!vouch_cli_check_taken (cli))
    return NULL;
  station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
  if (station == NULL)
    vouch_cli_fail (cli, error);
  return station;
}

static void
receive (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  VouchCaseTaken taken = { 0 };
  const char *path;
  VouchStation *station = open_for_file (cli, &path);

  if (station == NULL)
    return;
  if (vouch_case_file_receive (station, path, &taken, &error))
    tell_taken (cli, &taken);
  else
    vouch_cli_fail (cli, error);
}

static void
write_file (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  gint64 n_written;
  const char *path;
  VouchStation *station = open_for_file (cli, &path);

  if (station == NULL)
    return;
  if (!vouch_case_file_write (station, path, &n_written, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = vouch_answer_new (
      json_object_new (),
      g_strdup_printf (ngettext ("%u answer written", "%u answers written", (gulong)n_written), (guint)n_written));
  json_object_set_int_member (answer->json, "written", n_written);
  vouch_cli_tell (cli, answer);
}

static gpointer
read_case (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_case_find (conn, data, error);
}

/* What a case is shown with. */
typedef struct
{
  gint64 ticket_id;
  GPtrArray *answers;
  GPtrArray *looks;
} Shown;

static gpointer
read_shown (VouchConn *conn, gpointer data, GError **error)
{
  Shown *shown = data;

  shown->answers = vouch_ticket_answer_store_list (conn, shown->ticket_id, error);
  shown->looks = shown->answers != NULL ? vouch_ticket_answer_store_list_looks (conn, shown->ticket_id, error) : NULL;
  return shown->looks != NULL ? shown : NULL;
}

static gboolean
add_history (VouchCli *cli, VouchStation *station, const VouchTicket *ticket, JsonObject *object, GError **error)
{
  Shown shown = { ticket->id, NULL, NULL };
  gboolean is_read = vouch_station_read (station, read_shown, &shown, error) != NULL;

  if (is_read)
    {
      json_object_set_array_member (
          object, "answers", vouch_list_to_json (&vouch_ticket_answer_type, shown.answers, vouch_cli_get_offset (cli)));
      json_object_set_array_member (
          object, "looks", vouch_list_to_json (&vouch_ticket_look_type, shown.looks, vouch_cli_get_offset (cli)));
    }
  g_clear_pointer (&shown.answers, g_ptr_array_unref);
  g_clear_pointer (&shown.looks, g_ptr_array_unref);
  return is_read;
}

/* The contact is shown to whoever may see it, is masked for an auditor, and null where the customer left none. */
static gboolean
add_contact (VouchStation *station, VouchActor *actor, const VouchTicket *ticket, JsonObject *object, GError **error)
{
  g_autofree char *contact = NULL;

  if (ticket->contact == NULL)
    {
      json_object_set_null_member (object, "contact");
      return TRUE;
    }
  if ((vouch_actor_get_roles (actor) & VOUCH_ROLES_OF (VOUCH_ROLE_AUDITOR)) != 0 &&
      !vouch_actor_may (actor, VOUCH_PERMISSION_CASES))
    {
      json_object_set_string_member (object, "contact", "***");
      return TRUE;
    }
  contact = vouch_case_dup_contact (station, actor, ticket->number, error);
  if (contact != NULL)
    json_object_set_string_member (object, "contact", contact);
  return contact != NULL;
}

static VouchAnswer *
show (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const ShowRequest *request = data;
  g_autoptr (VouchTicket) ticket = NULL;
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *line = NULL;
  VouchActor *actor;
  VouchStation *station;

  if (!vouch_record_check (&show_type, request, error))
    return NULL;
  station = vouch_cli_open_as (cli, &actor, error);
  ticket = station != NULL ? vouch_station_read (station, read_case, request->number, error) : NULL;
  if (ticket == NULL)
    return NULL;
  object = vouch_record_to_json (&vouch_ticket_type, ticket, vouch_cli_get_offset (cli));
  if (!add_contact (station, actor, ticket, object, error) || !add_history (cli, station, ticket, object, error))
    return NULL;
  line = say_case (ticket);
  return vouch_answer_new (g_steal_pointer (&object),
                           g_strdup_printf ("%s\n%s", line, ticket->description != NULL ? ticket->description : ""));
}

static void
run_show (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &show_type, NULL, show, NULL);
}

typedef struct
{
  char *number;
  char *output;
} PhotoRequest;

static const VouchField photo_fields[] = {
  VOUCH_FIELD (PhotoRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (PhotoRequest, output, TEXT, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType photo_type = {
  .name = "photo", .size = sizeof (PhotoRequest), .fields = photo_fields, .n_fields = G_N_ELEMENTS (photo_fields)
};

static VouchAnswer *
give_photo (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const PhotoRequest *request = data;
  g_auto (VouchDecoderPhoto) photo = { 0 };
  g_autoptr (GError) local = NULL;
  VouchActor *actor;
  VouchStation *station;
  VouchAnswer *answer;

  if (!vouch_record_check (&photo_type, request, error))
    return NULL;
  station = vouch_cli_open_as (cli, &actor, error);
  if (station == NULL || !vouch_case_draw_photo (station, actor, request->number, &photo, error))
    return NULL;
  if (!g_file_set_contents (request->output, g_bytes_get_data (photo.bytes, NULL),
                            (gssize)g_bytes_get_size (photo.bytes), &local))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written: %s"), request->output,
                   local->message);
      return NULL;
    }
  answer = vouch_answer_new (json_object_new (), g_strdup_printf (_ ("Written: %s"), request->output));
  json_object_set_string_member (answer->json, "file", request->output);
  json_object_set_int_member (answer->json, "width", photo.width);
  json_object_set_int_member (answer->json, "height", photo.height);
  return answer;
}

static void
run_photo (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &photo_type, NULL, give_photo, NULL);
}

const VouchVerb vouch_verbs_of_case[] = {
  {
      .noun = "case",
      .verb = "fetch",
      .help = N_ ("brings answers to the lookup service and fetches the cases that customers reported there"),
      .run = fetch,
  },
  { .noun = "case", .verb = "list", .help = N_ ("lists the open cases"), .run = list },
  {
      .noun = "case",
      .verb = "show",
      .arguments = "--number NUMBER",
      .help = N_ ("shows a case with the customer's contact and what was answered"),
      .run = run_show,
  },
  {
      .noun = "case",
      .verb = "answer",
      .arguments = "--number NUMBER --status STATUS [--answer TEXT] [--seen ID]",
      .help = N_ ("says where a case stands and what the customer is told"),
      .run = vouch_run_case,
      .use_case = &vouch_case_answer,
  },
  {
      .noun = "case",
      .verb = "photo",
      .arguments = "--number NUMBER --output FILE",
      .help = N_ ("writes a customer's photo, drawn anew, into a JPEG file"),
      .run = run_photo,
  },
  {
      .noun = "case",
      .verb = "receive",
      .arguments = "FILE",
      .help = N_ ("takes over what “vouch-lookup collect” wrote, or “vouch-lookup import” answered"),
      .run = receive,
  },
  {
      .noun = "case",
      .verb = "write",
      .arguments = "FILE",
      .help = N_ ("writes the answers that the lookup service has not got, for “vouch-lookup import”"),
      .run = write_file,
  },
  { NULL },
};
