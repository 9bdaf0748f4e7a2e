#include "vouch-public-report-work.h"

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-policy-work.h"
#include "vouch-public-record.h"
#include "vouch-public-report-store.h"
#include "vouch-publish-work.h"
#include "vouch-report-redaction.h"
#include "vouch-report-work.h"

static const VouchField request_fields[] = {
  VOUCH_FIELD (VouchPublicReportRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicReportRequest, wanted_at, TIME, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicReportRequest, pdf, BYTES, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPublicReportRequest, vouch_public_report_request, "public_report", request_fields)

/* A report says what was inspected and found: where that is not published, there is none. */
static gboolean
read_policy (VouchConn *conn, gboolean *is_on, GError **error)
{
  gboolean shows_sample;

  if (!vouch_policy_read_flag (conn, VOUCH_POLICY_PUBLIC_REPORT, is_on, error) ||
      !vouch_policy_read_flag (conn, VOUCH_POLICY_PUBLIC_SAMPLE, &shows_sample, error))
    return FALSE;
  *is_on = *is_on && shows_sample;
  return TRUE;
}

/**
 * vouch_public_report_want:
 * @act: the act that published the lot
 * @lot_id: the lot
 * @error: what the database said
 *
 * Notes that the lot's report has to be drawn anew. Drawing takes too long for a decision to wait for it.
 *
 * Returns: whether that is noted, or no report is published here
 */
gboolean
vouch_public_report_want (VouchAct *act, gint64 lot_id, GError **error)
{
  g_autofree char *host = vouch_policy_dup (act->conn, "host");
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPublicReport) report = NULL;
  gboolean is_on, is_new;

  if (host == NULL)
    return TRUE;
  if (!read_policy (act->conn, &is_on, error) || !is_on)
    return error == NULL || *error == NULL;
  report = vouch_public_report_store_find_by_lot (act->conn, lot_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  is_new = report == NULL;
  if (is_new)
    {
      report = vouch_public_report_new ();
      report->id = vouch_act_next_id (act);
      report->lot_id = lot_id;
    }
  report->state = VOUCH_PUBLIC_REPORT_STATE_WANTED;
  report->wanted_at = vouch_act_get_now (act);
  return is_new ? vouch_act_insert (act, &vouch_public_report_type, report, error)
                : vouch_act_update (act, &vouch_public_report_type, report, error);
}

static GBytes *
dup_sha256 (GBytes *bytes)
{
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  guint8 hash[32];

  return vouch_hex_read (hex, hash, sizeof hash) ? g_bytes_new (hash, sizeof hash) : NULL;
}

/* The document goes before the record that names it. */
static gboolean
publish_made (VouchAct *act, VouchPublicReport *report, GBytes *pdf, GError **error)
{
  g_clear_pointer (&report->sha256, g_bytes_unref);
  report->state = VOUCH_PUBLIC_REPORT_STATE_MADE;
  report->sha256 = dup_sha256 (pdf);
  report->size = (gint64)g_bytes_get_size (pdf);
  report->made_at = vouch_act_get_now (act);
  return vouch_act_update (act, &vouch_public_report_type, report, error) &&
         vouch_publish_document (act, report->lot_id, pdf, error) && vouch_publish_record (act, report->lot_id, error);
}

static gboolean
publish (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchPublicReportRequest *request = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchPublicReport) report = vouch_public_report_store_find_by_lot (act->conn, request->lot_id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* While it was drawn the lot changed again: it is drawn once more. */
  if (report == NULL || report->state != VOUCH_PUBLIC_REPORT_STATE_WANTED || report->wanted_at != request->wanted_at)
    return TRUE;
  if (request->pdf != NULL && g_bytes_get_size (request->pdf) <= VOUCH_PUBLIC_REPORT_MAX)
    return publish_made (act, report, request->pdf, error);
  report->state = VOUCH_PUBLIC_REPORT_STATE_FAILED;
  return vouch_act_update (act, &vouch_public_report_type, report, error);
}

/* A report of very many readings is drawn without the single ones; its figures say what they come to. */
static GBytes *
draw (VouchStation *station, gint64 lot_id, GError **error)
{
  g_autoptr (VouchInspectionReport) report = vouch_report_dup_inspection (station, lot_id, error);
  g_autoptr (GBytes) pdf = NULL;
  gint64 names, shows_origin;

  if (report == NULL || !vouch_station_read_policy (station, VOUCH_POLICY_PUBLIC_NAMES, &names, error) ||
      !vouch_station_read_policy (station, VOUCH_POLICY_PUBLIC_ORIGIN, &shows_origin, error))
    return NULL;
  vouch_report_redact (report, (VouchPublicNames)names, shows_origin != 0);
  pdf = vouch_inspection_report_to_pdf (report, error);
  if (pdf == NULL || g_bytes_get_size (pdf) <= VOUCH_PUBLIC_REPORT_MAX)
    return g_steal_pointer (&pdf);
  g_ptr_array_set_size (report->readings, 0);
  return vouch_inspection_report_to_pdf (report, error);
}

static gboolean
make_one (VouchStation *station, const VouchPublicReport *report, GError **error)
{
  g_autoptr (VouchPublicReportRequest) request = vouch_public_report_request_new ();
  g_autoptr (VouchActor) actor = vouch_actor_new_station ();
  g_autoptr (VouchDone) done = NULL;

  request->lot_id = report->lot_id;
  request->wanted_at = report->wanted_at;
  request->pdf = draw (station, report->lot_id, error);
  if (request->pdf == NULL)
    return FALSE;
  if (g_bytes_get_size (request->pdf) > VOUCH_PUBLIC_REPORT_MAX)
    g_clear_pointer (&request->pdf, g_bytes_unref);
  done = vouch_use_case_run (&vouch_public_report_publish, station, actor, NULL, request, error);
  return done != NULL;
}

static gpointer
read_wanted (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_public_report_store_list_wanted (conn, error);
}

/**
 * vouch_public_report_make:
 * @station: the station
 * @error: what drawing or the database said
 *
 * Draws every report that is wanted, redacted as the policies say, and publishes it. What was drawn before a failure
 * stays so.
 *
 * Returns: whether nothing is wanted any more
 */
gboolean
vouch_public_report_make (VouchStation *station, GError **error)
{
  for (;;)
    {
      g_autoptr (GPtrArray) wanted = vouch_station_read (station, read_wanted, NULL, error);

      if (wanted == NULL || wanted->len == 0)
        return wanted != NULL;
      for (guint i = 0; i < wanted->len; i++)
        if (!make_one (station, g_ptr_array_index (wanted, i), error))
          return FALSE;
    }
}

const VouchUseCase vouch_public_report_publish = {
  .name = "publish.report",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_public_report_request_type,
  .answer = &vouch_done_type,
  .act = publish,
};
