/* The operator says whom the service trusts: `vouch-lookup trust FILE`. */
#include "vouch-lookup-trusting.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-lookup-enrolment.h"
#include "vouch-lookup-entry.h"

/**
 * vouch_lookup_trusting_take:
 * @intake: what is needed to take something in
 * @db: the database, in a transaction
 * @content: the content of a trust file
 * @length: bytes of @content
 * @answers: where one JSON line is appended
 * @error: INVALID if it is no trust file; CONFLICT if another key or a later epoch is trusted; STORAGE
 *
 * Trusts a station's key from now on, in every process on this database.
 *
 * Returns: whether it is trusted
 */
gboolean
vouch_lookup_trusting_take (const VouchLookupIntake *intake, VouchLookupDb *db, const char *content, gsize length,
                            GString *answers, GError **error)
{
  g_autoptr (VouchTrustRecord) record = vouch_lookup_enrolment_read (content, (gssize)length, error);
  VouchLookupEnrolled enrolled;

  if (record == NULL || !vouch_lookup_enrolment_enter (db, record, vouch_clock_now (intake->clock), &enrolled, error) ||
      !vouch_lookup_db_announce (db, error))
    return FALSE;
  g_string_append_printf (answers, "{\"station\":%d,\"epoch\":%" G_GINT64_FORMAT ",\"state\":\"%s\"}\n",
                          (int)record->station, record->epoch,
                          enrolled == VOUCH_LOOKUP_ENROLLED_NEW ? "stored" : "already");
  return TRUE;
}

/**
 * vouch_lookup_trusting_file:
 * @place: where
 * @path: a trust file
 * @error: what vouch_lookup_trusting_take() says; NOT_FOUND if there is no such file; BUSY
 *
 * Trusts a station's key, through the running service if there is one.
 *
 * Returns: (transfer full) (nullable): a sentence that says who is trusted now
 */
char *
vouch_lookup_trusting_file (const VouchLookupPlace *place, const char *path, GError **error)
{
  g_autoptr (VouchTrustRecord) record = NULL;
  g_autofree char *content = NULL;
  g_autofree char *answer = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("%s is no file that can be read"), path);
      return NULL;
    }
  record = vouch_lookup_enrolment_read (content, (gssize)length, error);
  answer = record != NULL ? vouch_lookup_entry_bring (place, VOUCH_LOOKUP_ENTRY_TRUST, content, length, error) : NULL;
  if (answer == NULL)
    return NULL;
  return g_strdup_printf (_ ("Station %d, epoch %d is trusted"), (int)record->station, (int)record->epoch);
}
