#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lines.h"
#include "vouch-public-record.h"
#include "vouch-publication.h"
#include "vouch-record-json.h"
#include "vouch-trust-record.h"
#include "vouch-verb.h"

/* What the record is held against: a key, and with a trust file the station and the epoch that it speaks for. */
typedef struct
{
  guint8 key[VOUCH_SIGNER_PUBLIC_KEY_SIZE];
  VouchTrustRecord *trust;
} Authority;

static char *
load_file (const char *path, gsize *length, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  char *content = NULL;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("%s is no file that can be read"), path);
  else if (g_file_info_get_size (info) > VOUCH_PUBLICATION_MAX)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("%s is too large to be a record"), path);
  else if (!g_file_load_contents (file, NULL, &content, length, NULL, NULL))
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be read"), path);
  while (content != NULL && *length > 0 && g_ascii_isspace (content[*length - 1]))
    content[--*length] = '\0';
  return content;
}

static char *
load_line (const char *path, gsize *length, GError **error)
{
  char *line = NULL;

  if (path != NULL)
    return load_file (path, length, error);
  if (vouch_lines_read (&line))
    {
      *length = strlen (line);
      return line;
    }
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("Nothing came on standard input"));
  return NULL;
}

static gboolean
load_authority (Authority *self, const char *trust_path, const char *key, GError **error)
{
  g_autofree char *content = NULL;
  gsize length;

  if (trust_path == NULL)
    {
      if (vouch_hex_read (key, self->key, sizeof self->key))
        return TRUE;
      vouch_set_field_error (error, "public-key", VOUCH_ERROR_INVALID,
                             _ ("A station’s key has 64 lower-case hexadecimal digits"));
      return FALSE;
    }
  content = load_file (trust_path, &length, error);
  self->trust = content != NULL ? vouch_trust_record_read (content, (gssize)length, error) : NULL;
  if (self->trust == NULL)
    return FALSE;
  memcpy (self->key, g_bytes_get_data (self->trust->public_key, NULL), sizeof self->key);
  return TRUE;
}

/* Everything is said of the record only after its signature holds. */
static VouchPublicRecord *
verify (const Authority *authority, const VouchPublication *publication, GError **error)
{
  const VouchTrustRecord *trust = authority->trust;
  gsize length;
  const char *body = g_bytes_get_data (publication->body, &length);

  if (trust != NULL && (publication->station != trust->station || publication->epoch != trust->epoch))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("The record is of station %d, epoch %d; the trust file is of station %d, epoch %d"),
                   (int)publication->station, (int)publication->epoch, (int)trust->station, (int)trust->epoch);
      return NULL;
    }
  if (!vouch_publication_verify (publication, authority->key))
    {
      vouch_set_field_error (error, "sig", VOUCH_ERROR_INVALID,
                             _ ("The signature does not fit: the record was changed, or another key signed it"));
      return NULL;
    }
  if (strcmp (publication->type, VOUCH_PUBLICATION_PUBLIC_RECORD) != 0)
    {
      vouch_set_field_error (error, "type", VOUCH_ERROR_INVALID, _ ("This is no public record but “%s”"),
                             publication->type);
      return NULL;
    }
  return vouch_public_record_from_json (body, (gssize)length, error);
}

static char *
say (const VouchPublication *publication, const VouchPublicRecord *record)
{
  g_autofree char *published = vouch_time_to_string (record->published_at, (int)record->utc_offset_s);
  const char *name = record->product_name_en != NULL ? record->product_name_en : record->product_name_zh;

  /* TRANSLATORS: lot, product, status, inspection's verdict, time; station, epoch, publication's number */
  return g_strdup_printf (_ ("Lot %s, %s: %s, inspection %s, as of %s\n"
                             "Signed by station %u, epoch %d, publication %d: the signature holds"),
                          record->lot, name != NULL ? name : "-",
                          vouch_enum_get_name (&vouch_public_statuses, record->status),
                          vouch_enum_get_name (&vouch_public_verdicts, record->verdict), published,
                          publication->station, (int)publication->epoch, (int)publication->seq);
}

static VouchAnswer *
answer_record (const VouchPublication *publication, const VouchPublicRecord *record, GError **error)
{
  JsonObject *body = vouch_json_parse_object (g_bytes_get_data (publication->body, NULL),
                                              (gssize)g_bytes_get_size (publication->body), error);
  VouchAnswer *answer;

  if (body == NULL)
    return NULL;
  answer = vouch_answer_new (json_object_new (), say (publication, record));
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
  Authority authority = { .trust = NULL };
  g_autofree char *line = NULL;
  g_autoptr (VouchPublication) publication = NULL;
  g_autoptr (VouchPublicRecord) record = NULL;
  gsize length;

  if (load_authority (&authority, trust_path, key, error))
    line = load_line (path, &length, error);
  if (line != NULL)
    publication = vouch_publication_read (line, (gssize)length, error);
  if (publication != NULL)
    record = verify (&authority, publication, error);
  vouch_trust_record_free (authority.trust);
  return record != NULL ? answer_record (publication, record, error) : NULL;
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
