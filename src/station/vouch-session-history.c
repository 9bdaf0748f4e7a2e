/* What was scanned, for whoever wants to know what happened a moment ago. It is no record of work: it is written some
 * scans at a time while nothing else is done, so that no scan waits for it, and what was not written when the power
 * went is lost. */
#include <string.h>

#include "vouch-scan-history-store.h"
#include "vouch-session-private.h"
#include "vouch-text.h"

/* So many are written even if somebody scans without a pause. */
#define BATCH 256
/* As much of a code as tells which it was. */
#define TEXT_MAX 200

static char *
dup_shown (const VouchScan *scan)
{
  g_autofree char *shown = vouch_text_show (scan->text, (gssize)scan->length);

  if (strlen (shown) > TEXT_MAX)
    {
      char *end = g_utf8_find_prev_char (shown, shown + TEXT_MAX);

      *end = '\0';
      return g_strconcat (shown, "…", NULL);
    }
  return g_steal_pointer (&shown);
}

/* Whose badge it was is told by who is signed in then; the number stays out. */
static void
fill_scan (VouchScanTrace *trace, const VouchScan *scan, const VouchScanMeaning *meaning)
{
  trace->scanned_at = scan->at_us;
  trace->origin = (int)scan->origin;
  trace->device = g_strdup (scan->device);
  trace->aim = *scan->aim != '\0' ? g_strdup (scan->aim) : NULL;
  trace->text = meaning->kind != VOUCH_SCAN_KIND_BADGE ? dup_shown (scan) : NULL;
  trace->kind = g_strdup (vouch_enum_get_name (&vouch_scan_kind_values, meaning->kind));
}

/**
 * vouch_session_note_scan:
 * @self: a session that has just taken a scan
 * @scan: (nullable): the scan; %NULL for one that was refused before anybody looked at it
 * @meaning: (nullable): what it was taken for
 *
 * Notes it with what became of it. What a person typed is not noted: it may be a PIN in the wrong place.
 */
void
vouch_session_note_scan (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning)
{
  VouchScanTrace *trace;

  if (scan != NULL && scan->origin == VOUCH_SCAN_TYPED)
    return;
  trace = vouch_scan_trace_new ();
  trace->scanned_at = vouch_session_now (self);
  if (scan != NULL)
    fill_scan (trace, scan, meaning);
  trace->result = g_strdup (vouch_enum_get_name (&vouch_feedback_values, self->feedback));
  trace->word = g_strdup (self->word);
  trace->user_id = self->actor != NULL ? vouch_actor_get_user_id (self->actor) : 0;
  trace->delivery = self->delivery != NULL ? g_strdup (self->delivery->number) : NULL;
  trace->lot_id = self->file != NULL ? self->file->lot->id : 0;
  if (self->traces == NULL)
    self->traces = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_scan_trace_free);
  g_ptr_array_add (self->traces, trace);
  if (self->traces->len >= BATCH)
    vouch_session_keep_history (self);
}

static gpointer
write_traces (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_history_store_append (conn, data, error) ? data : NULL;
}

/**
 * vouch_session_has_history:
 * @self: a session
 *
 * Returns: whether scans were noted that vouch_session_keep_history() has to write
 */
gboolean
vouch_session_has_history (const VouchSession *self)
{
  return self->traces != NULL;
}

/**
 * vouch_session_keep_history:
 * @self: a session
 *
 * Writes what was noted. Where it cannot be written it is let go: the work does not wait for it.
 */
void
vouch_session_keep_history (VouchSession *self)
{
  g_autoptr (GPtrArray) traces = g_steal_pointer (&self->traces);
  g_autoptr (GError) error = NULL;
  VouchDb *db = vouch_station_get_db (self->station);

  if (traces != NULL && vouch_db_is_writable (db) && vouch_db_write (db, write_traces, traces, &error) == NULL)
    g_debug ("What was scanned was not written down: %s", error->message);
}
