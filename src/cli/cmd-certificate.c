#include <glib/gi18n-lib.h>

#include "vouch-certificate-store.h"
#include "vouch-certificate-work.h"
#include "vouch-error.h"
#include "vouch-record-json.h"
#include "vouch-run-case.h"

/* A paper of a lot, and its file, of which only the hash is kept. */
typedef struct
{
  gint64 lot_id;
  VouchCertificateKind kind;
  char *number;
  char *issuer;
  VouchDate issued;
  char *file;
} CertificateLine;

static const VouchField fields[] = {
  VOUCH_FIELD (CertificateLine, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (CertificateLine, kind, vouch_certificate_kind_values, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (CertificateLine, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (CertificateLine, issuer, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (CertificateLine, issued, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (CertificateLine, file, TEXT, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType line_type = {
  .name = "certificate", .size = sizeof (CertificateLine), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

static VouchAnswer *
add_one (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  const CertificateLine *line = data;
  g_autoptr (VouchCertificateRequest) request = vouch_certificate_request_new ();
  g_autoptr (VouchDone) done = NULL;
  g_autofree char *hex = NULL;
  VouchActor *actor;
  VouchStation *station;
  VouchAnswer *answer;

  request->lot_id = line->lot_id;
  request->kind = line->kind;
  request->number = g_strdup (line->number);
  request->issuer = g_strdup (line->issuer);
  request->issued = line->issued;
  if (!vouch_certificate_fill_from_file (request, line->file, error))
    return NULL;
  station = vouch_cli_open_as (cli, &actor, error);
  done = station != NULL ? vouch_use_case_run (&vouch_certificate_add, station, actor, key, request, error) : NULL;
  if (done == NULL)
    return NULL;
  answer = vouch_answer_new (vouch_record_to_json (&vouch_certificate_request_type, request, 0),
                             g_strdup_printf (_ ("Noted: %s"), line->number));
  json_object_remove_member (answer->json, "lot_id");
  return answer;
}

static void
add (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_acts (cli, &line_type, NULL, add_one, NULL);
}

static gpointer
read_all (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_certificate_store_list (conn, *(gint64 *)data, error);
}

static VouchAnswer *
list_one (VouchCli *cli, gconstpointer data, const char *key, gpointer user_data, GError **error)
{
  gint64 lot_id = ((const CertificateLine *)data)->lot_id;
  g_autoptr (GPtrArray) papers = vouch_station_read (vouch_cli_get_station (cli), read_all, &lot_id, error);
  JsonArray *array;
  VouchAnswer *answer;
  g_autoptr (GString) text = g_string_new (NULL);

  if (papers == NULL)
    return NULL;
  array = json_array_new ();
  for (guint i = 0; i < papers->len; i++)
    {
      const VouchCertificate *paper = g_ptr_array_index (papers, i);

      json_array_add_object_element (array,
                                     vouch_record_to_json (&vouch_certificate_type, paper, vouch_cli_get_offset (cli)));
      g_string_append_printf (text, "%s%s  %s  %s", i > 0 ? "\n" : "",
                              vouch_enum_get_name (&vouch_certificate_kind_values, paper->kind), paper->number,
                              paper->issuer);
    }
  answer = vouch_answer_new (json_object_new (), g_string_free (g_steal_pointer (&text), FALSE));
  json_object_set_array_member (answer->json, "certificates", array);
  return answer;
}

static const VouchField of_lot_fields[] = {
  VOUCH_FIELD (CertificateLine, lot_id, ID, VOUCH_FIELD_REQUIRED),
};

static const VouchRecordType of_lot_type = {
  .name = "certificates_of_lot",
  .size = sizeof (CertificateLine),
  .fields = of_lot_fields,
  .n_fields = G_N_ELEMENTS (of_lot_fields),
};

static void
list (VouchCli *cli, const VouchVerb *verb)
{
  vouch_run_requests (cli, &of_lot_type, NULL, list_one, NULL);
}

const VouchVerb vouch_verbs_of_certificate[] = {
  {
      .noun = "certificate",
      .verb = "add",
      .arguments = "--lot LOT --kind KIND --number NUMBER --issuer NAME [--issued DATE] --file FILE",
      .help = N_ ("notes a paper that came with a lot, by what stands on it and its file's hash"),
      .run = add,
  },
  {
      .noun = "certificate",
      .verb = "list",
      .arguments = "--lot LOT",
      .help = N_ ("lists the papers that came with a lot"),
      .run = list,
  },
  { NULL },
};
