/* The whole way of a lot, without a window, from pictures of labels to a customer's complaint. */
#include "vouch-demo.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "vouch-audit-store.h"
#include "vouch-code-sheet.h"
#include "vouch-demo-private.h"
#include "vouch-error.h"
#include "vouch-report-work.h"
#include "vouch-sample-work.h"
#include "vouch-use-case.h"

/**
 * vouch_demo_say:
 * @self: the demonstration
 * @step: which step was done
 * @format: how it went
 * @...: its values
 *
 * Tells a step that held, with the seconds since the beginning.
 */
void
vouch_demo_say (VouchDemo *self, const char *step, const char *format, ...)
{
  double seconds = (double)(g_get_monotonic_time () - self->began_at) / G_USEC_PER_SEC;
  g_autoptr (VouchAnswer) answer = NULL;
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  answer = vouch_answer_new (json_object_new (), g_strdup_printf ("%5.1f s  %s", seconds, text));
  json_object_set_string_member (answer->json, "step", step);
  json_object_set_string_member (answer->json, "text", text);
  json_object_set_int_member (answer->json, "after_ms", (gint64)(seconds * 1000));
  vouch_cli_tell (self->cli, answer);
}

/* What did not hold; always FALSE. */
gboolean
vouch_demo_fail (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list values;

  va_start (values, format);
  message = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, message);
  return FALSE;
}

/**
 * vouch_demo_expect:
 * @self: the demonstration
 * @stage: where the session has to be
 * @error: what it says instead
 *
 * Returns: whether it is there
 */
gboolean
vouch_demo_expect (VouchDemo *self, VouchStage stage, GError **error)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  return state->stage == stage ||
         vouch_demo_fail (error, _ ("The stand does not wait for what it should, but says “%s: %s”"),
                          state->word != NULL ? state->word : state->prompt,
                          state->detail != NULL ? state->detail : "");
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

VouchLotFile *
vouch_demo_load_lot (VouchDemo *self, gint64 lot_id, GError **error)
{
  return vouch_station_read (self->station, read_file, &lot_id, error);
}

void
vouch_demo_lot_clear (VouchDemoLot *lot)
{
  g_free (lot->number);
  g_free (lot->first);
  g_free (lot->last);
}

static gboolean
make_directories (VouchDemo *self, GError **error)
{
  g_autofree char *station = g_build_filename (self->directory, "station", NULL);

  if (g_file_test (station, G_FILE_TEST_EXISTS))
    return vouch_demo_fail (error, _ ("%s has a station already; name a new directory"), self->directory);
  self->pictures = g_build_filename (self->directory, "pictures", NULL);
  self->labels = g_build_filename (self->directory, "labels", NULL);
  return (g_mkdir_with_parents (self->pictures, 0700) == 0 && g_mkdir_with_parents (self->labels, 0700) == 0) ||
         vouch_demo_fail (error, _ ("%s cannot be made"), self->directory);
}

static gboolean
load_sample (VouchDemo *self, GError **error)
{
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autoptr (VouchSampleRequest) request = vouch_sample_request_new ();
  g_autofree char *sheet = g_build_filename (self->directory, "sheet.pdf", NULL);
  g_autoptr (VouchSampleAnswer) answer =
      vouch_use_case_run (&vouch_sample_load, self->station, actor, NULL, request, error);

  if (answer == NULL || !vouch_sample_write_sheet (self->station, sheet, error))
    return FALSE;
  self->sheet = vouch_sample_dup_sheet (self->station, error);
  if (self->sheet == NULL)
    return FALSE;
  vouch_demo_say (self, "sample_data", _ ("%d products, %d deliveries and %d users; their bar codes: %s"),
                  (int)answer->products, (int)answer->deliveries, (int)answer->users, sheet);
  return TRUE;
}

static gboolean
open_station (VouchDemo *self, GError **error)
{
  g_autofree char *data = g_build_filename (self->directory, "station", NULL);
  g_autofree char *unlock = g_build_filename (self->directory, "unlock", "station.key", NULL);
  VouchStationPaths paths = { data, unlock };
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  self->station = vouch_station_open (&paths, "vouch demo", VOUCH_DB_OWN, self->clock, error);
  if (self->station == NULL || !load_sample (self, error))
    return FALSE;
  settings.label_directory = self->labels;
  self->session = vouch_session_new (self->station, &settings);
  return TRUE;
}

static gboolean
write_report (VouchDemo *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->directory, "inspection-report.pdf", NULL);

  if (!vouch_report_write_inspection (self->station, self->lot.id, path, error))
    return FALSE;
  vouch_demo_say (self, "report", _ ("Inspection report: %s"), path);
  return TRUE;
}

typedef struct
{
  VouchKeyFile *keys;
  VouchAuditFindings findings;
} Verification;

static gpointer
read_chain (VouchConn *conn, gpointer data, GError **error)
{
  Verification *self = data;
  VouchSigner *signer = vouch_key_file_get_signer (self->keys);

  return vouch_audit_store_verify (conn, vouch_key_file_get_audit_key (self->keys),
                                   vouch_signer_get_public_key (signer), &self->findings, error)
             ? self
             : NULL;
}

static gboolean
verify_audit (VouchDemo *self, GError **error)
{
  Verification verification = { .keys = vouch_station_get_keys (self->station) };

  if (vouch_station_read (self->station, read_chain, &verification, error) == NULL)
    return FALSE;
  vouch_demo_say (self, "audit", _ ("The audit chain holds: %d entries over %d records"),
                  (int)verification.findings.entries, (int)verification.findings.rows);
  return TRUE;
}

static gboolean
close_station (VouchDemo *self, GError **error)
{
  g_clear_pointer (&self->session, vouch_session_free);
  return self->station == NULL || vouch_station_close (g_steal_pointer (&self->station), error);
}

static gboolean
stop_service (VouchDemo *self, GError **error)
{
  return self->service == NULL || vouch_demo_service_stop (g_steal_pointer (&self->service), error);
}

/* The station is closed meanwhile, so that a window or another command can open it. */
static gboolean
serve (VouchDemo *self, GError **error)
{
  vouch_demo_say (self, "serve", _ ("A customer's page: http://%s%s — interrupt to stop"),
                  vouch_demo_service_get_address (self->service), self->customer_page);
  return vouch_demo_service_wait (self->service, error);
}

static gboolean
play (VouchDemo *self, gboolean keep, GError **error)
{
  if (!make_directories (self, error) || !open_station (self, error) || !vouch_demo_receive (self, error) ||
      !vouch_demo_label (self, &self->lot, error) || !vouch_demo_reject (self, error) ||
      !vouch_demo_hold (self, error) || !vouch_demo_start_service (self, error) || !vouch_demo_publish (self, error) ||
      !vouch_demo_ask (self, error) || !vouch_demo_complain (self, error) || !vouch_demo_recall (self, error) ||
      !write_report (self, error) || !verify_audit (self, error) || !close_station (self, error))
    return FALSE;
  if (keep && !serve (self, error))
    return FALSE;
  if (!stop_service (self, error))
    return FALSE;
  vouch_demo_say (self, "done", _ ("Everything held, from %u pictures"), self->n_pictures);
  return TRUE;
}

static void
clear (VouchDemo *self)
{
  stop_service (self, NULL);
  close_station (self, NULL);
  vouch_clock_unref (self->clock);
  g_clear_pointer (&self->sheet, g_ptr_array_unref);
  g_free (self->directory);
  g_free (self->pictures);
  g_free (self->labels);
  vouch_demo_lot_clear (&self->lot);
  vouch_demo_lot_clear (&self->recalled);
  g_free (self->customer_page);
}

/**
 * vouch_demo_run:
 * @cli: the run
 * @directory: a new directory, for everything that the demonstration makes
 * @keep: whether the lookup service goes on serving until the program is interrupted
 *
 * Goes the whole way of a lot through the use cases that the window and the other commands use, and fails if anything
 * on the way does not hold.
 */
void
vouch_demo_run (VouchCli *cli, const char *directory, gboolean keep)
{
  g_autoptr (GError) error = NULL;
  VouchDemo demo = {
    .cli = cli,
    .directory = g_canonicalize_filename (directory, NULL),
    .clock = vouch_clock_new_system (),
    .began_at = g_get_monotonic_time (),
  };

  if (!play (&demo, keep, &error))
    vouch_cli_fail (cli, error);
  clear (&demo);
}
