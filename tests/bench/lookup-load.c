#include "lookup-load.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "vouch-control-record.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-public-record.h"
#include "vouch-publication.h"
#include "vouch-signer.h"

#define LOTS_A_FILE 10000 /* an import of twice as many lines stays below the listener's limit */

/**
 * lookup_load_check:
 * @ok: whether something went well
 * @error: (nullable): why not
 *
 * Ends the program if something did not go well.
 */
void
lookup_load_check (gboolean ok, const GError *error)
{
  if (ok)
    return;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "the benchmark cannot go on");
  exit (1);
}

/**
 * lookup_load_die_with_me:
 * @unused: nothing
 *
 * A child's first step: a server does not outlive a benchmark that ends before its time.
 */
void
lookup_load_die_with_me (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

/**
 * lookup_load_write_file:
 * @self: a load
 * @name: a file's name in its folder
 * @content: what it shall hold
 * @length: bytes of @content
 *
 * Writes a file.
 *
 * Returns: (transfer full): its path
 */
char *
lookup_load_write_file (const LookupLoad *self, const char *name, const char *content, gssize length)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  lookup_load_check (g_file_set_contents (path, content, length, &error), error);
  return path;
}

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  int status;

  lookup_load_check (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                                   NULL, NULL, NULL, NULL, &status, &error) &&
                         g_spawn_check_wait_status (status, &error),
                     error);
}

/**
 * lookup_load_start:
 * @self: a load whose service does not run
 *
 * Starts the service that VOUCH_LOOKUP names.
 */
void
lookup_load_start (LookupLoad *self)
{
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  const char *arguments[] = { g_getenv ("VOUCH_LOOKUP"),
                              "--data",
                              data,
                              "--listen",
                              "127.0.0.1:0",
                              "--private",
                              "127.0.0.1:0",
                              "--proxy",
                              "127.0.0.1",
                              self->database != NULL ? "--database" : NULL,
                              self->database,
                              NULL };
  gint64 start_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  char line[256];
  FILE *said;
  int out;

  lookup_load_check (g_spawn_async_with_pipes (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD,
                                               lookup_load_die_with_me, NULL, &self->pid, NULL, &out, NULL, &error),
                     error);
  said = fdopen (out, "r");
  lookup_load_check (fgets (line, sizeof line, said) != NULL && g_str_has_prefix (line, "listening "), NULL);
  self->start_us = g_get_monotonic_time () - start_us;
  self->port = (guint16)atoi (strrchr (line, ':') + 1);
  /* The second line tells that it is ready to be published to. */
  lookup_load_check (fgets (line, sizeof line, said) != NULL && g_str_has_prefix (line, "private "), NULL);
  fclose (said);
}

/**
 * lookup_load_stop:
 * @self: a load
 *
 * Stops the service.
 */
void
lookup_load_stop (LookupLoad *self)
{
  if (self->pid == 0)
    return;
  kill (self->pid, SIGTERM);
  waitpid (self->pid, NULL, 0);
  self->pid = 0;
}

static void
get_lookup_key (const LookupLoad *self, guint8 key[32])
{
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  const char *arguments[] = { g_getenv ("VOUCH_LOOKUP"), "key", "--data", data, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;

  lookup_load_check (g_spawn_sync (NULL, (char **)arguments, NULL, 0, NULL, NULL, &out, NULL, NULL, &error), error);
  lookup_load_check (vouch_hex_read (g_strstrip (out), key, 32), NULL);
}

static void
lookup_command (const LookupLoad *self, const char *command, const char *path)
{
  g_autofree char *data = g_build_filename (self->folder, "data", NULL);
  const char *arguments[] = { g_getenv ("VOUCH_LOOKUP"), command, path, "--data", data, NULL };

  run (arguments);
}

static void
trust (const LookupLoad *self, VouchSigner *signer)
{
  g_autofree char *hex = vouch_hex_write (vouch_signer_get_public_key (signer), 32);
  g_autofree char *text = g_strdup_printf ("{\"station\":1,\"epoch\":1,\"public_key\":\"%s\"}", hex);
  g_autofree char *path = lookup_load_write_file (self, "trust.json", text, -1);

  lookup_command (self, "trust", path);
}

static GBytes *
make_public (const char *lot)
{
  g_autoptr (VouchPublicRecord) record = vouch_public_record_new ();
  char *json;

  record->lot = g_strdup (lot);
  record->rev = 1;
  record->product_name_en = g_strdup ("Green tea, 100 g");
  record->product_name_zh = g_strdup ("绿茶 100 克");
  record->maker = g_strdup ("Hills & Sons");
  record->origin = g_strdup ("Hangzhou");
  record->spec = g_strdup ("100 g");
  record->produced = 20260901;
  record->expiry = 20290901;
  record->standard = g_strdup ("GB/T 2828.1-2012");
  record->level = g_strdup ("II");
  record->aql = g_strdup ("1.0");
  record->code_letter = g_strdup ("L");
  record->lot_size = LOOKUP_LOAD_UNITS;
  record->sample_size = 200;
  record->ac = 5;
  record->re = 6;
  record->verdict = VOUCH_PUBLIC_VERDICT_ACCEPTED;
  record->status = VOUCH_PUBLIC_STATUS_RELEASED;
  record->host = g_strdup ("q.example.cn");
  record->received_at = record->inspected_at = record->released_at = G_GINT64_CONSTANT (1790000000000000);
  record->published_at = record->released_at;
  record->contact = g_strdup ("+86 571 0000 0000");
  record->care_en = g_strdup ("Keep dry and cool, away from strong smells.");
  record->care_zh = g_strdup ("阴凉干燥处密封保存，避免异味。");
  json = vouch_public_record_to_json (record);
  return g_bytes_new_take (json, strlen (json));
}

static GBytes *
make_control (LookupLoad *self, guint lot, const char *number, const guint8 lookup_key[32])
{
  g_autoptr (VouchControlRecord) record = vouch_control_record_new (number, NULL, 1);
  static const guint8 master[VOUCH_TRACE_KEY_SIZE] = { 0x4b };

  vouch_trace_lot_key (master, NULL, number, self->lot_keys[lot]);
  vouch_control_record_add_key (record, 1, FALSE, self->lot_keys[lot]);
  vouch_control_record_add_range (record, 1, 0, LOOKUP_LOAD_UNITS);
  return vouch_control_record_seal (record, lookup_key);
}

static void
write_number (guint lot, char number[20])
{
  g_snprintf (number, 20, "L06DC1TA%06u", lot);
}

/* Takes @body. */
static void
append_publication (GString *lines, VouchSigner *signer, gint64 *seq, guint8 prev[VOUCH_HASH_SIZE], const char *type,
                    GBytes *body)
{
  g_autoptr (VouchPublication) publication = vouch_publication_new (1, 1, ++*seq, type, body);
  g_autofree char *line = NULL;

  memcpy (publication->prev, prev, VOUCH_HASH_SIZE);
  line = vouch_publication_write (signer, publication, prev);
  g_string_append_printf (lines, "%s\n", line);
}

static void
append_lot (LookupLoad *self, guint lot, GString *lines, VouchSigner *signer, gint64 *seq, guint8 prev[VOUCH_HASH_SIZE],
            const guint8 lookup_key[32])
{
  char number[20];

  write_number (lot, number);
  append_publication (lines, signer, seq, prev, VOUCH_PUBLICATION_PUBLIC_RECORD, make_public (number));
  append_publication (lines, signer, seq, prev, VOUCH_PUBLICATION_CONTROL_RECORD,
                      make_control (self, lot, number, lookup_key));
}

/**
 * lookup_load_publish:
 * @self: a load whose service runs
 * @n_lots: how many lots, with %LOOKUP_LOAD_UNITS units each
 *
 * Publishes goods, as files.
 */
void
lookup_load_publish (LookupLoad *self, guint n_lots)
{
  static const guint8 seed[32] = { 1 };
  VouchSigner *signer = vouch_signer_new (seed);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint8 prev[VOUCH_HASH_SIZE] = { 0 }, lookup_key[32];
  gint64 seq = 0;

  self->n_lots = n_lots;
  self->lot_keys = g_malloc_n (n_lots, sizeof *self->lot_keys);
  trust (self, signer);
  get_lookup_key (self, lookup_key);
  for (guint lot = 0; lot < n_lots; lot++)
    {
      append_lot (self, lot, lines, signer, &seq, prev, lookup_key);
      if (lot + 1 == n_lots || (lot + 1) % LOTS_A_FILE == 0)
        {
          g_autofree char *path = lookup_load_write_file (self, "publications.jsonl", lines->str, (gssize)lines->len);

          lookup_command (self, "import", path);
          g_string_truncate (lines, 0);
        }
    }
  vouch_signer_free (signer);
}

/**
 * lookup_load_append_headers:
 * @request: a request line without its end
 * @agent: the browser
 * @asker: a number that becomes an address
 *
 * Appends what a telephone sends, and what the proxy adds.
 */
void
lookup_load_append_headers (GString *request, const char *agent, guint asker)
{
  g_string_append_printf (request,
                          " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\nUser-Agent: %s\r\n"
                          "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8\r\n"
                          "Accept-Encoding: gzip, deflate, br\r\nAccept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n"
                          "X-Forwarded-For: %u.%u.%u.%u\r\nX-Forwarded-Proto: https\r\n\r\n",
                          agent, 11 + (asker >> 24), asker >> 16 & 255, asker >> 8 & 255, asker & 255);
}

/* Steps of the golden section through all the units come near an earlier one as late as any can, so that neighbours in
 * time are none in the database, and its pages are met in no order that helps. */
static guint
choose_unit (const LookupLoad *self, guint n)
{
  guint64 n_units = (guint64)self->n_lots * LOOKUP_LOAD_UNITS;
  guint64 step = (guint64)((double)n_units * 0.6180339887498949);

  /* Units are counted in thousands: whatever is divisible neither by 2 nor by 5 meets each of them once. */
  while (step % 2 == 0 || step % 5 == 0)
    step++;
  return (guint)(n * step % n_units);
}

static void
append_unit (GString *request, LookupLoad *self, const char *agent)
{
  guint n = self->n_asked++;
  guint unit = choose_unit (self, n);
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1], number[20];

  write_number (unit / LOOKUP_LOAD_UNITS, number);
  vouch_trace_serial (self->lot_keys[unit / LOOKUP_LOAD_UNITS], unit % LOOKUP_LOAD_UNITS, serial);
  g_string_append_printf (request, "GET /t/%s/%s", number, serial);
  lookup_load_append_headers (request, agent, n);
}

/**
 * lookup_load_write_counted:
 * @request: where to write
 * @i: not looked at
 * @load: a #LookupLoad
 *
 * Writes a request for the next unit, by a visitor who has not asked before.
 */
void
lookup_load_write_counted (GString *request, guint i, gpointer load)
{
  append_unit (request, load, "Mozilla/5.0 (Linux; Android 14; M2102J2SC) AppleWebKit/537.36 Chrome/124.0 Mobile");
}

/**
 * lookup_load_write_uncounted:
 * @request: where to write
 * @i: not looked at
 * @load: a #LookupLoad
 *
 * Writes a request for the next unit, by a program.
 */
void
lookup_load_write_uncounted (GString *request, guint i, gpointer load)
{
  append_unit (request, load, "Mozilla/5.0 (Linux; Android 14; M2102J2SC) AppleWebKit/537.36 (compatible; Googlebot)");
}

/**
 * lookup_load_get_resident_mib:
 * @self: a load whose service runs
 *
 * Finds how much memory of its own the service holds, without the page cache.
 *
 * Returns: MiB
 */
double
lookup_load_get_resident_mib (const LookupLoad *self)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", self->pid);
  g_autofree char *text = NULL;

  lookup_load_check (g_file_get_contents (path, &text, NULL, NULL), NULL);
  return atof (strstr (text, "RssAnon:") + strlen ("RssAnon:")) / 1024;
}

/**
 * lookup_load_new:
 * @database: (nullable): the URL of an empty PostgreSQL database; %NULL for an embedded one
 *
 * Makes a folder for a service.
 *
 * Returns: (transfer full): the load
 */
LookupLoad *
lookup_load_new (const char *database)
{
  LookupLoad *self = g_new0 (LookupLoad, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("bench-lookup-XXXXXX", &error);
  lookup_load_check (self->folder != NULL, error);
  self->database = g_strdup (database);
  return self;
}

/**
 * lookup_load_free:
 * @self: a load
 *
 * Stops the service, and removes its folder.
 */
void
lookup_load_free (LookupLoad *self)
{
  const char *arguments[] = { "rm", "-rf", self->folder, NULL };

  lookup_load_stop (self);
  run (arguments);
  g_free (self->folder);
  g_free (self->database);
  g_free (self->lot_keys);
  g_free (self);
}
