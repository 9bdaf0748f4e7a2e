#include "vouch-list.h"

#include "vouch-record-json.h"

static void
tell_record (VouchCli *cli, const VouchRecordType *type, gconstpointer record, VouchSayFunc say)
{
  g_autoptr (VouchAnswer) answer =
      vouch_answer_new (vouch_record_to_json (type, record, vouch_cli_get_offset (cli)), say (record));

  vouch_cli_tell (cli, answer);
}

/**
 * vouch_list_read:
 * @cli: the run
 * @type: the records' type
 * @job: reads the records: an array of them
 * @data: for @job
 * @say: a record as a line for people
 *
 * Prints one record a line. Needs no lock and nobody's badge: whoever can read the station's directory can read this.
 */
void
vouch_list_read (VouchCli *cli, const VouchRecordType *type, VouchJob job, gpointer data, VouchSayFunc say)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  VouchStation *station;

  if (!vouch_cli_check_taken (cli))
    return;
  station = vouch_cli_open (cli, VOUCH_DB_LOOK, &error);
  records = station != NULL ? vouch_station_read (station, job, data, &error) : NULL;
  if (records == NULL)
    {
      vouch_cli_fail (cli, error);
      return;
    }
  for (guint i = 0; i < records->len; i++)
    tell_record (cli, type, g_ptr_array_index (records, i), say);
}

/**
 * vouch_list_to_json:
 * @type: the records' type
 * @records: the records
 * @offset_s: the station's offset from UTC, for times
 *
 * Returns: (transfer full): the records as objects
 */
JsonArray *
vouch_list_to_json (const VouchRecordType *type, GPtrArray *records, int offset_s)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    json_array_add_object_element (array, vouch_record_to_json (type, g_ptr_array_index (records, i), offset_s));
  return array;
}
