#include "vouch-code-stream.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "vouch-alias.h"
#include "vouch-batch-work.h"
#include "vouch-code-batch-store.h"
#include "vouch-code-check.h"
#include "vouch-error.h"
#include "vouch-finding-line.h"
#include "vouch-hash.h"
#include "vouch-id.h"
#include "vouch-lines.h"
#include "vouch-record-json.h"
#include "vouch-row.h"
#include "vouch-trace-address.h"
#include "vouch-void-unit.h"

/* What a batch's codes are made of. */
typedef struct
{
  gint64 batch_id;
  VouchCodeBatch *batch;
  VouchLot *lot;
  GPtrArray *voids;
} Minting;

static void
minting_clear (Minting *self)
{
  g_clear_pointer (&self->batch, vouch_code_batch_free);
  g_clear_pointer (&self->lot, vouch_lot_free);
  g_clear_pointer (&self->voids, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Minting, minting_clear)

static gpointer
read_minting (VouchConn *conn, gpointer data, GError **error)
{
  Minting *minting = data;

  minting->batch = vouch_row_load (conn, &vouch_code_batch_type, minting->batch_id, error);
  if (minting->batch == NULL)
    return NULL;
  minting->lot = vouch_row_load (conn, &vouch_lot_type, minting->batch->lot_id, error);
  minting->voids =
      minting->lot != NULL ? vouch_code_batch_store_list_voids (conn, minting->batch->lot_id, error) : NULL;
  return minting->voids != NULL ? minting : NULL;
}

static gboolean
is_void (const Minting *minting, gint64 unit)
{
  for (guint i = 0; i < minting->voids->len; i++)
    {
      const VouchVoidUnit *units = g_ptr_array_index (minting->voids, i);

      if (unit >= units->first_unit && unit - units->first_unit < units->units)
        return TRUE;
    }
  return FALSE;
}

/* Nothing in an address needs an escape in JSON: vouch_trace_address_format() takes no other characters. */
static void
write_codes (const Minting *minting, const guint8 key[VOUCH_TRACE_KEY_SIZE], gboolean as_json)
{
  const VouchCodeBatch *batch = minting->batch;

  for (gint64 unit = batch->first_unit; unit < batch->first_unit + batch->units && !ferror (stdout); unit++)
    {
      char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
      g_autofree char *address = NULL;

      if (is_void (minting, unit))
        continue;
      vouch_trace_serial (key, (guint32)unit, serial);
      address = vouch_trace_address_format (batch->host, batch->gtin, minting->lot->number, serial);
      if (as_json)
        printf ("{\"unit\":%" G_GINT64_FORMAT ",\"serial\":\"%s\",\"address\":\"%s\"}\n", unit, serial, address);
      else
        puts (address);
    }
}

static gboolean
send_off (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The codes could not be written: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
mint (VouchCli *cli, VouchStation *station, gint64 batch_id, GError **error)
{
  g_auto (Minting) minting = { .batch_id = batch_id };
  const guint8 *master;
  guint8 key[VOUCH_TRACE_KEY_SIZE];

  if (vouch_station_read (station, read_minting, &minting, error) == NULL)
    return FALSE;
  master = vouch_key_file_get_code_key (vouch_station_get_keys (station), (guint)minting.batch->key_version);
  if (master == NULL)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("The key file has no version %d of the code key; put the latest copy of the key file back"),
                   (int)minting.batch->key_version);
      return FALSE;
    }
  vouch_trace_lot_key (master, minting.batch->gtin, minting.lot->number, key);
  write_codes (&minting, key, vouch_cli_wants_json (cli));
  vouch_wipe (key, sizeof key);
  return send_off (error);
}

static gboolean
take_request (VouchCli *cli, VouchStation *station, VouchHandOutRequest *request, GError **error)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *lot = vouch_arguments_take (arguments, "lot");
  const char *batch_id = vouch_arguments_take (arguments, "batch-id");

  request->reason = g_strdup (vouch_arguments_take (arguments, "reason"));
  if (batch_id != NULL)
    return vouch_record_set_text (&vouch_hand_out_request_type, request, "batch_id", batch_id, error);
  return lot == NULL || vouch_alias_set (station, &vouch_hand_out_request_type, request, "lot", lot, error);
}

/**
 * vouch_code_mint:
 * @cli: the run
 * @verb: the command
 *
 * Writes a batch's codes, one a line. That they leave is recorded before the first one does.
 */
void
vouch_code_mint (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (VouchHandOutRequest) request = vouch_hand_out_request_new ();
  g_autoptr (VouchDone) done = NULL;
  g_autoptr (GError) error = NULL;
  VouchActor *actor = NULL;
  VouchStation *station = vouch_cli_open_as (cli, &actor, &error);

  if (station != NULL && take_request (cli, station, request, &error) && vouch_cli_check_taken (cli))
    done = vouch_use_case_run (&vouch_batch_hand_out, station, actor, NULL, request, &error);
  if (done != NULL)
    mint (cli, station, done->id, &error);
  if (error != NULL)
    vouch_cli_fail (cli, error);
}

typedef struct
{
  VouchCli *cli;
  VouchStation *station;
  const char *code; /* nullable: lines of standard input */
} Verifying;

static gboolean
verify_one (VouchCli *cli, VouchCodeCheck *check, GString *line, char *text, GError **error)
{
  VouchCodeFinding finding;

  g_strstrip (text);
  if (!g_utf8_validate (text, -1, NULL))
    text = (char *)"";
  if (!vouch_code_check_look (check, text, &finding, error))
    return FALSE;
  g_string_truncate (line, 0);
  if (vouch_cli_wants_json (cli))
    vouch_finding_line_append_json (line, text, &finding);
  else
    vouch_finding_line_append (line, text, &finding);
  fwrite (line->str, 1, line->len, stdout);
  return TRUE;
}

/* All lines are looked up in one state of the database, whose lots and batches the check keeps meanwhile. */
static gpointer
verify (VouchConn *conn, gpointer data, GError **error)
{
  Verifying *verifying = data;
  g_autoptr (VouchCodeCheck) check = vouch_code_check_new (conn, verifying->station);
  g_autofree char *code = g_strdup (verifying->code);
  g_autoptr (GString) line = g_string_new (NULL);
  char *next;

  if (code != NULL && !verify_one (verifying->cli, check, line, code, error))
    return NULL;
  while (code == NULL && !ferror (stdout) && vouch_lines_read (&next))
    {
      g_autofree char *asked = next;

      if (!verify_one (verifying->cli, check, line, asked, error))
        return NULL;
    }
  return send_off (error) ? verifying : NULL;
}

/**
 * vouch_code_verify:
 * @cli: the run
 * @verb: the command
 *
 * Says what codes come to, a line each. A code that is not ours is an answer and no error.
 */
void
vouch_code_verify (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  Verifying verifying = { cli, NULL, vouch_arguments_take (vouch_cli_get_arguments (cli), "code") };

  if (!vouch_cli_check_taken (cli))
    return;
  verifying.station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);
  if (verifying.station == NULL || vouch_station_read (verifying.station, verify, &verifying, &error) == NULL)
    vouch_cli_fail (cli, error);
}
