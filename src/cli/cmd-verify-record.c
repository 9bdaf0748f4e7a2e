#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lines.h"
#include "vouch-record-json.h"
#include "vouch-signed-record.h"
#include "vouch-verb.h"

static char *
load_line (const char *path, gsize *length, GError **error)
{
  char *line = NULL;

  if (path != NULL)
    return vouch_signed_record_load_file (path, length, error);
  if (vouch_lines_read (&line))
    {
      *length = strlen (line);
      return line;
    }
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("Nothing came on standard input"));
  return NULL;
}

static gboolean
load_authority (VouchRecordAuthority *authority, const char *trust_path, const char *key, GError **error)
{
  g_autofree char *content = NULL;
  gsize length;

  if (trust_path == NULL)
    return vouch_record_authority_take_key (authority, key, error);
  content = vouch_signed_record_load_file (trust_path, &length, error);
  return content != NULL && vouch_record_authority_take_trust (authority, content, (gssize)length, error);
}

static VouchAnswer *
answer_record (const VouchSignedRecord *checked, GError **error)
{
  const VouchPublication *publication = checked->publication;
  JsonObject *body = vouch_json_parse_object (g_bytes_get_data (publication->body, NULL),
                                              (gssize)g_bytes_get_size (publication->body), error);
  VouchAnswer *answer;

  if (body == NULL)
    return NULL;
  answer = vouch_answer_new (json_object_new (), vouch_signed_record_dup_sentence (checked));
  json_object_set_boolean_member (answer->json, "verified", TRUE);
  json_object_set_int_member (answer->json, "station", publication->station);
  json_object_set_int_member (answer->json, "epoch", publication->epoch);
  json_object_set_int_member (answer->json, "seq", publication->seq);
  json_object_set_object_member (answer->json, "record", body);
  return answer;
}

static VouchAnswer *
check (const char *path, const char *trust_path, const char *key, GError **error)
{
  g_auto (VouchRecordAuthority) authority = { .trust = NULL };
  g_autofree char *line = NULL;
  g_autoptr (VouchSignedRecord) checked = NULL;
  gsize length;

  if (load_authority (&authority, trust_path, key, error))
    line = load_line (path, &length, error);
  if (line != NULL)
    checked = vouch_signed_record_verify (&authority, line, length, error);
  return checked != NULL ? answer_record (checked, error) : NULL;
}

static void
run (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  gboolean from_stdin = vouch_arguments_take_flag (arguments, "stdin");
  const char *path = vouch_arguments_take_word (arguments);
  const char *trust_path = vouch_arguments_take (arguments, "trust");
  const char *key = vouch_arguments_take (arguments, "public-key");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;

  if (from_stdin == (path != NULL))
    vouch_cli_fail_usage (cli, _ ("Name the record’s file, or - for standard input"));
  else if ((trust_path != NULL) == (key != NULL))
    vouch_cli_fail_usage (cli, _ ("Say whose signature it has to have: --trust FILE or --public-key HEX"));
  else if (vouch_cli_check_taken (cli))
    {
      answer = check (path, trust_path, key, &error);
      if (answer != NULL)
        vouch_cli_tell (cli, answer);
      else
        vouch_cli_fail (cli, error);
    }
}

const VouchVerb vouch_verbs_of_verify_record[] = {
  {
      .noun = "verify-record",
      .arguments = "FILE|- --trust FILE|--public-key HEX",
      .help = N_ ("verifies a lot's public record, as the lookup service gives it, without a network or a station"),
      .run = run,
  },
  { NULL },
};
