#include <glib/gi18n-lib.h>

#include "vouch-audit-store.h"
#include "vouch-verb.h"

typedef struct
{
  VouchKeyFile *keys;
  VouchAuditFindings findings;
} Verification;

static gpointer
read_chain (VouchConn *conn, gpointer data, GError **error)
{
  Verification *self = data;

  return vouch_audit_store_verify (conn, vouch_key_file_get_audit_key (self->keys),
                                   vouch_signer_get_public_key (vouch_key_file_get_signer (self->keys)),
                                   &self->findings, error)
             ? self
             : NULL;
}

static VouchAnswer *
tell_findings (const VouchAuditFindings *findings)
{
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "holds", TRUE);
  json_object_set_int_member (object, "entries", findings->entries);
  json_object_set_int_member (object, "rows", findings->rows);
  json_object_set_int_member (object, "anchors", findings->anchors);
  return vouch_answer_new (object,
                           g_strdup_printf (_ ("The audit chain holds: %d entries, %d records, %d signatures"),
                                            (int)findings->entries, (int)findings->rows, (int)findings->anchors));
}

static void
verify (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  Verification verification = { 0 };
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);
  if (station != NULL)
    verification.keys = vouch_station_get_keys (station);
  if (station == NULL || vouch_station_read (station, read_chain, &verification, &error) == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  answer = tell_findings (&verification.findings);
  vouch_cli_tell (cli, answer);
}

const VouchVerb vouch_verbs_of_audit[] = {
  {
      .noun = "audit",
      .verb = "verify",
      .help = N_ ("verifies that no record was changed behind the program's back"),
      .run = verify,
  },
  { NULL },
};
