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

/* What is read of a list that the window shows a page at a time. */
typedef struct
{
  const VouchListSource *source;
  VouchCli *cli;
  const char *query;
  guint limit;
} SourceQuery;

static gpointer
read_source (VouchConn *conn, gpointer data, GError **error)
{
  const SourceQuery *query = data;
  VouchStation *station = vouch_cli_open (query->cli, VOUCH_DB_LOOK, error);
  g_autoptr (GArray) ids =
      station != NULL ? query->source->read_ids (station, conn, query->query, 0, query->limit, error) : NULL;
  guint n = ids != NULL && query->limit > 0 ? MIN (ids->len, query->limit) : ids != NULL ? ids->len : 0;

  return ids == NULL ? NULL : query->source->read_rows (conn, (const gint64 *)(gconstpointer)ids->data, n, error);
}

/**
 * vouch_list_read_source:
 * @cli: the run
 * @type: the rows' type
 * @source: a list as the window shows it
 * @query: (nullable): what the rows have to fit
 * @limit: how many rows at most; 0 is all
 * @say: a row as a line for people
 *
 * Prints one row a line, in the list's order. Needs no lock.
 */
void
vouch_list_read_source (VouchCli *cli, const VouchRecordType *type, const VouchListSource *source, const char *query,
                        guint limit, VouchSayFunc say)
{
  SourceQuery all = { source, cli, query, limit };

  vouch_list_read (cli, type, read_source, &all, say);
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
