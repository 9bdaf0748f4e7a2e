#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vouch-error.h"
#include "vouch-outbox-store.h"
#include "vouch-publish-work.h"
#include "vouch-trust-file.h"
#include "vouch-verb.h"

static void
push (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  VouchStation *station;
  gint64 n_sent = 0;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
  if (station == NULL || !vouch_publish_push (station, &n_sent, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = vouch_answer_new (
      json_object_new (),
      g_strdup_printf (ngettext ("%u publication sent", "%u publications sent", (gulong)n_sent), (guint)n_sent));
  json_object_set_int_member (answer->json, "sent", n_sent);
  vouch_cli_tell (cli, answer);
}

static void
trust (VouchCli *cli, const VouchVerb *verb)
{
  const char *path = vouch_arguments_take (vouch_cli_get_arguments (cli), "file");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);
  answer = station != NULL ? vouch_trust_file_give (station, path, &error) : NULL;
  if (answer != NULL)
    vouch_cli_tell (cli, answer);
  else
    vouch_cli_fail (cli, error);
}

static void
tell_count (VouchCli *cli, const char *name, gint64 count, char *sentence)
{
  g_autoptr (VouchAnswer) answer = vouch_answer_new (json_object_new (), sentence);

  json_object_set_int_member (answer->json, name, count);
  vouch_cli_tell (cli, answer);
}

/* For a service that no network reaches. */
static void
write_file (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *path = vouch_arguments_take (arguments, "file"), *from = vouch_arguments_take (arguments, "since");
  g_autoptr (GError) error = NULL;
  guint64 since = 0;
  gint64 n_written;
  VouchStation *station;

  if (path == NULL)
    vouch_cli_fail_usage (cli, _ ("Name the file: --file FILE"));
  else if (from != NULL && !g_ascii_string_to_unsigned (from, 10, 1, G_MAXINT32, &since, NULL))
    vouch_cli_fail_usage (cli, _ ("“%s” is no publication’s number"), from);
  else if (vouch_cli_check_taken (cli))
    {
      station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
      if (station != NULL && vouch_publish_write (station, path, (gint64)since, &n_written, &error))
        tell_count (cli, "written", n_written,
                    g_strdup_printf (ngettext ("%u publication written", "%u publications written", (gulong)n_written),
                                     (guint)n_written));
      else
        vouch_cli_fail (cli, error);
    }
}

static void
receive (VouchCli *cli, const VouchVerb *verb)
{
  const char *path = vouch_arguments_take (vouch_cli_get_arguments (cli), "file");
  g_autoptr (GError) error = NULL;
  gint64 n_taken;
  VouchStation *station;

  if (path == NULL)
    vouch_cli_fail_usage (cli, _ ("Name the file: --file FILE"));
  else if (vouch_cli_check_taken (cli))
    {
      station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
      if (station != NULL && vouch_publish_receive (station, path, &n_taken, &error))
        tell_count (
            cli, "taken", n_taken,
            g_strdup_printf (ngettext ("%u publication was taken", "%u publications were taken", (gulong)n_taken),
                             (guint)n_taken));
      else
        vouch_cli_fail (cli, error);
    }
}

/* What waits, and why the first of it does not go on. */
typedef struct
{
  gint64 waiting;
  VouchOutbox *refused;
} Waiting;

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  Waiting *waiting = data;
  g_autoptr (GError) local = NULL;

  if (!vouch_outbox_store_count_waiting (conn, &waiting->waiting, error))
    return NULL;
  waiting->refused = vouch_outbox_store_find_refused (conn, &local);
  if (local == NULL)
    return waiting;
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static VouchAnswer *
make_status (VouchStation *station, const Waiting *waiting)
{
  g_autofree char *url = vouch_station_dup_policy (station, "lookup-url");
  VouchAnswer *answer = vouch_answer_new (json_object_new (), NULL);

  json_object_set_int_member (answer->json, "epoch", vouch_station_get_epoch (station));
  json_object_set_int_member (answer->json, "waiting", waiting->waiting);
  if (waiting->refused != NULL)
    json_object_set_string_member (answer->json, "refusal", waiting->refused->refusal);
  else
    json_object_set_null_member (answer->json, "refusal");
  if (url == NULL)
    {
      json_object_set_null_member (answer->json, "lookup");
      answer->sentence = g_strdup (_ ("No lookup service is enrolled"));
      return answer;
    }
  json_object_set_string_member (answer->json, "lookup", url);
  answer->sentence = g_strdup_printf (
      ngettext ("%u publication waits for %s", "%u publications wait for %s", (gulong)waiting->waiting),
      (guint)waiting->waiting, url);
  return answer;
}

static void
status (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  Waiting waiting = { 0 };
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);
  if (station == NULL || vouch_station_read (station, read_waiting, &waiting, &error) == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = make_status (station, &waiting);
  vouch_outbox_free (waiting.refused);
  vouch_cli_tell (cli, answer);
}

const VouchVerb vouch_verbs_of_publish[] = {
  { .noun = "publish", .verb = "push", .help = N_ ("sends what waits to the lookup service"), .run = push },
  {
      .noun = "publish",
      .verb = "write",
      .arguments = "--file FILE [--since N]",
      .help = N_ ("writes what waits, or all from a number on, into a file for vouch-lookup import"),
      .run = write_file,
  },
  {
      .noun = "publish",
      .verb = "receive",
      .arguments = "--file FILE",
      .help = N_ ("reads what vouch-lookup import answered to such a file"),
      .run = receive,
  },
  {
      .noun = "publish",
      .verb = "trust",
      .arguments = "[--file FILE]",
      .help = N_ ("gives the line by which a lookup service learns to trust this station"),
      .run = trust,
  },
  { .noun = "publish", .verb = "status", .help = N_ ("says what waits for the lookup service"), .run = status },
  { NULL },
};
