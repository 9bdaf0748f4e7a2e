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
  guint n_sent = 0;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_OWN, &error);
  if (station == NULL || !vouch_publish_push (station, &n_sent, &error))
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = vouch_answer_new (
      json_object_new (), g_strdup_printf (ngettext ("%u publication sent", "%u publications sent", n_sent), n_sent));
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

static gpointer
read_waiting (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_outbox_store_list_waiting (conn, error);
}

static VouchAnswer *
make_status (VouchStation *station, GPtrArray *waiting)
{
  g_autofree char *url = vouch_station_dup_policy (station, "lookup-url");
  VouchAnswer *answer = vouch_answer_new (json_object_new (), NULL);

  json_object_set_int_member (answer->json, "epoch", vouch_station_get_epoch (station));
  json_object_set_int_member (answer->json, "waiting", waiting->len);
  if (url == NULL)
    {
      json_object_set_null_member (answer->json, "lookup");
      answer->sentence = g_strdup (_ ("No lookup service is enrolled"));
      return answer;
    }
  json_object_set_string_member (answer->json, "lookup", url);
  answer->sentence = g_strdup_printf (
      ngettext ("%u publication waits for %s", "%u publications wait for %s", waiting->len), waiting->len, url);
  return answer;
}

static void
status (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);
  waiting = station != NULL ? vouch_station_read (station, read_waiting, NULL, &error) : NULL;
  if (waiting == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = make_status (station, waiting);
  vouch_cli_tell (cli, answer);
}

const VouchVerb vouch_verbs_of_publish[] = {
  { .noun = "publish", .verb = "push", .help = N_ ("sends what waits to the lookup service"), .run = push },
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
