/* The process that is killed: receives and inspects without end, one act after the other, and says before each what it
 * submits ("try ACT") and after each what it was answered ("ack KEY DIGEST"). A line is one write (), so that it is out
 * as soon as it is said. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "torture-act.h"
#include "vouch-lot-file.h"
#include "vouch-product-store.h"
#include "vouch-sample-work.h"
#include "vouch-user-work.h"

#define TEA "TEA-G100"

typedef struct
{
  VouchStation *station;
  VouchActor *actor;
  gint64 product_id;
  VouchDate expiry;
} Dock;

static void G_GNUC_PRINTF (1, 2) say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;
  gsize length;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  length = strlen (line);
  if (write (STDOUT_FILENO, line, length) != (gssize)length)
    _exit (3);
}

/* Whatever is refused here is a fault: the child only does what is allowed. */
static void
give_up (const GError *error)
{
  say ("fault %s\n", error->message);
  _exit (1);
}

static gint64
submit (Dock *dock, TortureKind kind, gint64 rows, gint64 a, gint64 b, gint64 c, gint64 d)
{
  TortureAct act = { .kind = kind, .numbers = { a, b, c, d }, .rows = rows };
  g_autofree char *key = g_uuid_string_random ();
  g_autofree char *line = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = NULL;
  gint64 id = 0;

  g_strlcpy (act.key, key, sizeof act.key);
  line = torture_act_to_line (&act);
  say ("try %s\n", line);
  answer = torture_act_submit (&act, dock->station, dock->actor, &id, &error);
  if (answer == NULL)
    give_up (error);
  digest = torture_answer_digest (answer);
  say ("ack %s %s\n", key, digest);
  return id;
}

static gpointer
read_product (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_product_store_find_by_sku (conn, TEA, error);
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

/* Units are recorded check by check and passed whole in turn; every third one is undone and recorded again. */
static void
inspect (Dock *dock, gint64 lot_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLotFile) file = vouch_station_read (dock->station, read_file, &lot_id, &error);
  guint n_checks;

  if (file == NULL)
    give_up (error);
  n_checks = file->characteristics->len;
  for (gint64 position = 1; position <= file->inspection->sample_size; position++)
    {
      if (position % 3 == 0)
        {
          submit (dock, TORTURE_PASS, n_checks, lot_id, position, 0, 0);
          submit (dock, TORTURE_UNDO, n_checks, lot_id, 0, 0, 0);
        }
      if (position % 2 == 0)
        {
          submit (dock, TORTURE_PASS, n_checks, lot_id, position, 0, 0);
          continue;
        }
      for (guint i = 0; i < n_checks; i++)
        {
          const VouchCharacteristic *check = g_ptr_array_index (file->characteristics, i);

          submit (dock, TORTURE_RECORD, 1, lot_id, position, check->id, VOUCH_RESULT_PASS);
        }
    }
}

static void
work (Dock *dock)
{
  for (gint64 n = g_get_real_time ();; n++)
    {
      gint64 receipt = submit (dock, TORTURE_DELIVER, 1, n, 0, 0, 0);

      for (int i = 0; i < 3; i++)
        {
          gint64 lot = submit (dock, TORTURE_COUNT, 1, receipt, dock->product_id, n * 10 + i, dock->expiry);

          submit (dock, TORTURE_PLAN, 1, lot, 0, 0, 0);
          inspect (dock, lot);
        }
    }
}

static void
load_sample (VouchStation *station)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autoptr (VouchSampleRequest) request = vouch_sample_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchSampleAnswer) answer = vouch_use_case_run (&vouch_sample_load, station, actor, NULL, request, &error);

  if (answer == NULL)
    give_up (error);
}

/* torture-child DATA UNLOCK new|work */
int
main (int argc, char **argv)
{
  VouchStationPaths paths = { argc > 2 ? argv[1] : NULL, argc > 2 ? argv[2] : NULL };
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  g_autoptr (GError) error = NULL;
  Dock dock = { 0 };
  g_autoptr (VouchProduct) product = NULL;

  if (argc != 4)
    return 2;
  dock.station = vouch_station_open (&paths, "torture-child", VOUCH_DB_OWN, clock, &error);
  if (dock.station == NULL)
    give_up (error);
  if (vouch_station_is_new (dock.station, &error))
    load_sample (dock.station);
  if (g_str_equal (argv[3], "new"))
    return vouch_station_close (dock.station, NULL) ? 0 : 1;
  dock.actor = vouch_sign_in (dock.station, TORTURE_INSPECTOR, NULL, NULL, &error);
  product = dock.actor != NULL ? vouch_station_read (dock.station, read_product, NULL, &error) : NULL;
  if (product == NULL)
    give_up (error);
  dock.product_id = product->id;
  dock.expiry = vouch_date_add_days (vouch_clock_today (clock), 510);
  work (&dock);
}
