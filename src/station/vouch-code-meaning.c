#include "vouch-code-meaning.h"

#include "vouch-code-check.h"

void
vouch_code_meaning_clear (VouchCodeMeaning *self)
{
  g_clear_pointer (&self->lot, g_free);
  *self = (VouchCodeMeaning){ 0 };
}

/**
 * vouch_code_find:
 * @conn: a connection
 * @station: the station
 * @text: an address as on a label, or lot and serial with a space between, or a lot number
 * @meaning: (out): what it is of; all zero where it is not a code of ours
 * @error: what the database said
 *
 * Returns: whether it could be looked up
 */
gboolean
vouch_code_find (VouchConn *conn, VouchStation *station, const char *text, VouchCodeMeaning *meaning, GError **error)
{
  g_autoptr (VouchCodeCheck) check = vouch_code_check_new (conn, station);
  VouchCodeFinding finding;

  *meaning = (VouchCodeMeaning){ 0 };
  if (!vouch_code_check_look (check, text, &finding, error))
    return FALSE;
  meaning->lot_id = finding.lot_id;
  meaning->lot = g_strdup (finding.lot);
  meaning->has_unit = finding.batch_id != 0;
  meaning->unit = finding.unit;
  return TRUE;
}
