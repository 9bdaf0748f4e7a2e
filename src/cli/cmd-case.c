#include <glib/gi18n-lib.h>

#include "vouch-case-work.h"
#include "vouch-error.h"
#include "vouch-list.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"
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
fetch (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  VouchStation *station;
  guint n_new;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
  if (station == NULL || !vouch_case_fetch (station, &n_new, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer =
      vouch_answer_new (json_object_new (), g_strdup_printf (ngettext ("%u new case", "%u new cases", n_new), n_new));
  json_object_set_int_member (answer->json, "new", n_new);
  vouch_cli_tell (cli, answer);
}

static gpointer
read_case (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;
  VouchTicket *ticket = vouch_ticket_store_find_by_number (conn, data, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (ticket == NULL)
    vouch_set_field_error (error, "number", VOUCH_ERROR_NOT_FOUND, _ ("There is no case “%s”"), (const char *)data);
  return ticket;
}

/* The contact is shown to whoever may see it, and is null where the customer left none. */
static gboolean
add_contact (VouchStation *station, VouchActor *actor, const VouchTicket *ticket, JsonObject *object, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *contact = vouch_case_dup_contact (station, actor, ticket, &local);

  if (contact != NULL)
    json_object_set_string_member (object, "contact", contact);
  else if (g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    json_object_set_null_member (object, "contact");
  else
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
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
  if (!add_contact (station, actor, ticket, object, error))
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

const VouchVerb vouch_verbs_of_case[] = {
  {
      .noun = "case",
      .verb = "fetch",
      .help = N_ ("fetches the cases that customers reported on the lookup page"),
      .run = fetch,
  },
  { .noun = "case", .verb = "list", .help = N_ ("lists the open cases"), .run = list },
  {
      .noun = "case",
      .verb = "show",
      .arguments = "--number NUMBER",
      .help = N_ ("shows a case with the customer's contact"),
      .run = run_show,
  },
  { NULL },
};
