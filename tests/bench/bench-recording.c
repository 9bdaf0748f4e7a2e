/* Scan to recorded: a pass scanned at a sample unit, from the scanner's first key to the committed readings, against a
 * bare transaction of the very rows that it wrote, on a second database file of the same schema on the same disk. The
 * two are done in turn, so that both have the same disk and the same machine. */
#include <string.h>

#include "bench-report.h"
#include "station-fixture.h"
#include "vouch-inspect-work.h"
#include "vouch-product-store.h"
#include "vouch-receive-work.h"
#include "vouch-wedge.h"

#define LIMIT 1.5
#define WARM_UP_LOTS 25
#define LOTS 60

/* What one recorded pass writes, table by table: 'n' a number or NULL, 't' a text, 'b' bytes. A reading's columns are
 * its record's fields. */
static struct
{
  const char *select;
  const char *insert;
  const char *kinds;
} tables[] = {
  { "SELECT * FROM reading WHERE id IN (SELECT row_id FROM audit_row WHERE \"table\" = 'reading' AND"
    " seq = (SELECT max (seq) FROM audit_entry)) ORDER BY id",
    NULL, NULL },
  { "SELECT * FROM idempotency ORDER BY rowid DESC LIMIT 1", "INSERT INTO idempotency VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "ttbbnn" },
  { "SELECT * FROM audit_entry ORDER BY seq DESC LIMIT 1",
    "INSERT INTO audit_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", "nnnnnntbbb" },
  { "SELECT * FROM audit_row WHERE seq = (SELECT max (seq) FROM audit_entry) ORDER BY position",
    "INSERT INTO audit_row VALUES (?1, ?2, ?3, ?4, ?5)", "nntnb" },
};

static void
describe_readings (void)
{
  GString *insert = g_string_new ("INSERT INTO reading VALUES ("), *kinds = g_string_new (NULL);

  for (guint i = 0; i < vouch_reading_type.n_fields; i++)
    {
      VouchFieldKind kind = vouch_reading_type.fields[i].kind;
      gboolean is_text = kind == VOUCH_FIELD_TEXT || kind == VOUCH_FIELD_ENUM;

      g_string_append_printf (insert, "%s?%u", i > 0 ? ", " : "", i + 1);
      g_string_append_c (kinds, is_text ? 't' : kind == VOUCH_FIELD_BYTES ? 'b' : 'n');
    }
  g_string_append_c (insert, ')');
  tables[0].insert = g_string_free (insert, FALSE);
  tables[0].kinds = g_string_free (kinds, FALSE);
}

typedef struct
{
  gboolean is_null;
  gint64 number;
  char *text;
  GBytes *bytes;
} Value;

typedef struct
{
  guint table;
  GArray *values; /* Value */
} Row;

static void
clear_value (gpointer data)
{
  Value *value = data;

  g_free (value->text);
  g_clear_pointer (&value->bytes, g_bytes_unref);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_array_unref (row->values);
  g_free (row);
}

static Row *
take_row (VouchStmt *stmt, guint table)
{
  Row *row = g_new0 (Row, 1);

  row->table = table;
  row->values = g_array_new (FALSE, TRUE, sizeof (Value));
  g_array_set_clear_func (row->values, clear_value);
  for (int i = 0; tables[table].kinds[i] != '\0'; i++)
    {
      Value value = { .is_null = vouch_stmt_is_null (stmt, i) };

      if (tables[table].kinds[i] == 't')
        value.text = vouch_stmt_dup_text (stmt, i);
      else if (tables[table].kinds[i] == 'b')
        value.bytes = vouch_stmt_dup_bytes (stmt, i);
      else
        value.number = vouch_stmt_get_number (stmt, i);
      g_array_append_val (row->values, value);
    }
  return row;
}

/* What the last act wrote. */
static gpointer
read_last_rows (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  gboolean has_row;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, tables[i].select, error);

      for (;;)
        {
          if (stmt == NULL || !vouch_stmt_step (stmt, &has_row, error))
            return NULL;
          if (!has_row)
            break;
          g_ptr_array_add (rows, take_row (stmt, i));
        }
    }
  return g_steal_pointer (&rows);
}

static void
insert_row (VouchConn *conn, const Row *row, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, tables[row->table].insert, error);

  g_assert_no_error (*error);
  for (guint i = 0; i < row->values->len; i++)
    {
      const Value *value = &g_array_index (row->values, Value, i);

      if (value->text != NULL)
        vouch_stmt_bind_text (stmt, (int)i + 1, value->text);
      else if (value->bytes != NULL)
        vouch_stmt_bind_bytes (stmt, (int)i + 1, g_bytes_get_data (value->bytes, NULL),
                               g_bytes_get_size (value->bytes));
      else if (!value->is_null)
        vouch_stmt_bind_number (stmt, (int)i + 1, value->number);
    }
  vouch_stmt_run (stmt, error);
  g_assert_no_error (*error);
}

/* Nothing but the database: no rule is checked, nothing is hashed, no thread is asked. */
static gint64
write_bare (VouchConn *conn, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();

  vouch_conn_begin (conn, &error);
  for (guint i = 0; i < rows->len; i++)
    insert_row (conn, g_ptr_array_index (rows, i), &error);
  vouch_conn_commit (conn, &error);
  g_assert_no_error (error);
  return g_get_monotonic_time () - began;
}

static gpointer
write_copy (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_conn_copy_to (conn, data, error) ? data : NULL;
}

/* The rows' parents are not copied along, so foreign keys are off; that makes the bare transaction only faster. */
static VouchConn *
open_bare (StationFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->directory, "bare.db", NULL);
  g_autoptr (GError) error = NULL;
  VouchConn *conn;

  vouch_db_write (vouch_station_get_db (fixture->station), write_copy, path, &error);
  g_assert_no_error (error);
  conn = vouch_conn_open (path, VOUCH_CONN_WRITE, &error);
  g_assert_no_error (error);
  vouch_conn_exec (conn, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF", &error);
  g_assert_no_error (error);
  return conn;
}

/* A scanner's keys, as the window gets them, and what follows; @shown gets the time until there is a state to show. */
static gint64
scan_pass (StationFixture *fixture, BenchSeries *shown)
{
  static const char code[] = "XCPASS";
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;
  g_autoptr (VouchWedge) wedge = vouch_wedge_new (&settings);
  g_autoptr (VouchWedgeBurst) burst = NULL;
  g_autoptr (VouchScan) scan = NULL;
  g_autoptr (VouchDeskState) state = NULL;
  g_autoptr (GError) error = NULL;
  guint32 at_ms = 1000;
  gint64 began, recorded_us;

  vouch_clock_advance (fixture->clock, 2 * G_USEC_PER_SEC);
  began = g_get_monotonic_time ();
  for (guint i = 0; code[i] != '\0'; i++)
    vouch_wedge_feed (wedge, (guint)code[i], (guint)code[i], VOUCH_WEDGE_SHIFT, at_ms++);
  g_assert_cmpint (vouch_wedge_feed (wedge, 0xff0d, '\r', 0, at_ms), ==, VOUCH_WEDGE_SCAN);
  burst = vouch_wedge_take (wedge);
  scan = vouch_scan_new_from_burst (burst, vouch_clock_now (fixture->clock), &error);
  g_assert_no_error (error);
  vouch_session_scan (fixture->session, scan);
  recorded_us = g_get_monotonic_time () - began;
  state = vouch_session_dup_state (fixture->session);
  bench_series_add (shown, g_get_monotonic_time () - began);
  g_assert_cmpint (state->feedback, ==, VOUCH_FEEDBACK_OK);
  return recorded_us;
}

static gpointer
find_tea (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_product_store_find_by_sku (conn, "TEA-G100", error);
}

#define RUN(use_case, request, answer)                                                                                 \
  g_autoptr (answer) done_##use_case =                                                                                 \
      vouch_use_case_run (&use_case, fixture->station, actor, NULL, &(request), &error);                               \
  g_assert_no_error (error)

/* A delivery with one counted lot, open at its first sample unit. */
static void
open_lot (StationFixture *fixture, guint n)
{
  g_autofree char *number = g_strdup_printf ("BENCH-%u", n);
  g_autofree char *supplier_lot = g_strdup_printf ("B%u", n);
  g_autoptr (VouchActor) actor = station_fixture_sign_in (fixture, "VB1002", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchProduct) tea = vouch_station_read (fixture->station, find_tea, NULL, &error);
  VouchNewDeliveryRequest delivery = { .number = number, .supplier = (char *)"QINGHE" };
  VouchCountRequest count = {
    .product_id = tea->id,
    .supplier_lot = supplier_lot,
    .expiry = vouch_date_add_days (vouch_clock_today (fixture->clock), 510),
    .quantity = 200 * G_GINT64_CONSTANT (1000000),
  };
  VouchLineRequest line;

  RUN (vouch_receive_new_delivery, delivery, VouchDone);
  count.receipt_id = done_vouch_receive_new_delivery->id;
  RUN (vouch_receive_count, count, VouchCounted);
  line.receipt_line_id = done_vouch_receive_count->receipt_line_id;
  RUN (vouch_receive_close_line, line, VouchCounted);
  station_fixture_scan (fixture, number);
  station_fixture_expect (fixture, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
}

typedef struct
{
  BenchSeries *recorded;
  BenchSeries *shown;
  BenchSeries *bare;
} Figures;

static void
clear (Figures *self)
{
  g_array_set_size (self->recorded, 0);
  g_array_set_size (self->shown, 0);
  g_array_set_size (self->bare, 0);
}

/* A lot's whole sample, unit by unit. The bare file's log is carried over as often as the station's. */
static void
measure_lot (StationFixture *fixture, VouchConn *bare, guint n, Figures *figures)
{
  g_autoptr (VouchDeskState) state = NULL;
  g_autoptr (GError) error = NULL;

  open_lot (fixture, n);
  state = vouch_session_dup_state (fixture->session);
  for (gint64 i = 0; i < state->sample_size; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      bench_series_add (figures->recorded, scan_pass (fixture, figures->shown));
      rows = vouch_station_read (fixture->station, read_last_rows, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, 9);
      bench_series_add (figures->bare, write_bare (bare, rows));
    }
  if (n % 20 == 19)
    vouch_conn_checkpoint (bare, FALSE, &error);
  g_assert_no_error (error);
  station_fixture_command (fixture, VOUCH_COMMAND_HOME, 0);
}

int
main (void)
{
  Figures figures = { bench_series_new (), bench_series_new (), bench_series_new () };
  StationFixture fixture = { 0 };
  VouchConn *bare;
  double recorded_us, bare_us;

  describe_readings ();
  station_fixture_set_up (&fixture, NULL);
  bare = open_bare (&fixture);
  station_fixture_scan (&fixture, "VB1002");
  for (guint n = 0; n < WARM_UP_LOTS + LOTS; n++)
    {
      if (n == WARM_UP_LOTS)
        clear (&figures);
      measure_lot (&fixture, bare, n, &figures);
    }
  recorded_us = (double)bench_series_median (figures.recorded);
  bare_us = (double)bench_series_median (figures.bare);
  bench_tell ("scan_to_recorded", recorded_us, "us");
  bench_tell ("scan_to_shown", (double)bench_series_median (figures.shown), "us");
  bench_tell ("bare_transaction", bare_us, "us");
  bench_at_most ("scan_to_recorded_ratio", recorded_us / bare_us, "x", LIMIT);
  vouch_conn_free (bare);
  station_fixture_tear_down (&fixture, NULL);
  g_array_unref (figures.recorded);
  g_array_unref (figures.shown);
  g_array_unref (figures.bare);
  return bench_end ();
}
