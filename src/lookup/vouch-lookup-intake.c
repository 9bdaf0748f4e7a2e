#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lookup-enrolment.h"
#include "vouch-lookup-json.h"
#include "vouch-lookup-ledger.h"
#include "vouch-lookup-trust.h"
#include "vouch-publication.h"

static const char *
state_name (VouchLookupLedgerState state)
{
  switch (state)
    {
    case VOUCH_LOOKUP_LEDGER_STORED:
      return "stored";
    case VOUCH_LOOKUP_LEDGER_ALREADY:
      return "already";
    case VOUCH_LOOKUP_LEDGER_HELD:
      return "held";
    case VOUCH_LOOKUP_LEDGER_FORKED:
    case VOUCH_LOOKUP_LEDGER_CLOSED:
    default:
      return "refused";
    }
}

/* Nothing of a line is believed before its signature holds under the key enrolled for its station and epoch. */
static gboolean
check_trust (VouchLookupDb *db, const VouchPublication *publication, VouchLookupTrust *trust, GError **error)
{
  if (publication->seq < 1)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                           _ ("Trust is not published; enrol the key with \"vouch-lookup trust FILE\""));
      return FALSE;
    }
  if (!vouch_lookup_trust_find (db, publication->station, publication->epoch, trust, error))
    return FALSE;
  if (!vouch_publication_verify (publication, trust->public_key))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
                   _ ("Publication %d of station %u is not signed with the key that is trusted here"),
                   (int)publication->seq, publication->station);
      return FALSE;
    }
  return TRUE;
}

static gboolean
enter (const VouchLookupIntake *self, VouchLookupDb *db, const VouchPublication *publication, const char *line,
       gsize length, VouchLookupLedgerState *state, GError **error)
{
  g_autofree char *copy = g_strndup (line, length);
  VouchLookupTrust trust;
  VouchLookupLedger ledger = { db, self->keys, vouch_clock_now (self->clock), FALSE };

  if (!check_trust (db, publication, &trust, error))
    return FALSE;
  ledger.is_closed = trust.is_closed;
  if (!vouch_lookup_db_savepoint (db, "line", error))
    return FALSE;
  if (vouch_lookup_ledger_enter (&ledger, publication, copy, state, error))
    return vouch_lookup_db_release (db, "line", error);
  if (!g_error_matches (*error, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    vouch_lookup_db_take_back (db, "line", NULL);
  return FALSE;
}

/* By which the station knows its own publication again, also out of a file. */
static void
append_identity (GString *answers, const VouchPublication *publication)
{
  g_autofree char *hex = NULL;
  guint8 hash[VOUCH_HASH_SIZE];

  vouch_publication_hash (publication, hash);
  hex = vouch_hex_write (hash, sizeof hash);
  g_string_append_printf (answers,
                          "\"station\":%u,\"epoch\":%" G_GINT64_FORMAT ",\"seq\":%" G_GINT64_FORMAT ",\"hash\":\"%s\"",
                          publication->station, publication->epoch, publication->seq, hex);
}

static void
note_refusal (GString *answers, const VouchPublication *publication, const GError *error)
{
  g_autofree char *answer = vouch_lookup_json_error (error);

  if (publication == NULL)
    {
      g_string_append_printf (answers, "%s\n", answer);
      return;
    }
  g_string_append_len (answers, answer, (gssize)strlen (answer) - 1);
  g_string_append_c (answers, ',');
  append_identity (answers, publication);
  g_string_append (answers, "}\n");
}

/* The station was put back and went on in a later epoch: whoever still publishes in this one is not that station. */
static gboolean
refuse_closed (const VouchLookupIntake *self, VouchLookupDb *db, const VouchPublication *publication, GString *answers,
               GError **error)
{
  g_autoptr (GError) refusal = NULL;

  g_message ("Station %u publishes in epoch %d, which is closed", publication->station, (int)publication->epoch);
  g_set_error (&refusal, VOUCH_ERROR, VOUCH_ERROR_DENIED,
               _ ("Epoch %d of station %u is closed: a later one was taken over; check that only one station uses "
                  "this key, and that it works on the database that was put back last"),
               (int)publication->epoch, publication->station);
  note_refusal (answers, publication, refusal);
  return vouch_lookup_trust_note_refusal (db, publication->station, publication->epoch, "closed",
                                          vouch_clock_now (self->clock), error);
}

static void
append_takeover (GString *answers, const VouchTakeover *takeover)
{
  g_autofree char *hex = vouch_hex_write (takeover->hash, sizeof takeover->hash);

  g_string_append_printf (answers, "\"station\":%d,\"epoch\":%" G_GINT64_FORMAT ",\"seq\":0,\"hash\":\"%s\"",
                          (int)takeover->trust->station, takeover->trust->epoch, hex);
}

/* Told to the operator too, but only of a station that is known: of others there could be any number. */
static gboolean
refuse_takeover (const VouchLookupIntake *self, VouchLookupDb *db, const VouchTakeover *takeover, const GError *refusal,
                 GString *answers, GError **error)
{
  g_autofree char *answer = vouch_lookup_json_error (refusal);
  gint64 newest = 0;

  if (takeover == NULL)
    {
      g_string_append_printf (answers, "%s\n", answer);
      return TRUE;
    }
  g_message ("Refused: %s", refusal->message);
  g_string_append_len (answers, answer, (gssize)strlen (answer) - 1);
  g_string_append_c (answers, ',');
  append_takeover (answers, takeover);
  g_string_append (answers, "}\n");
  return vouch_lookup_trust_get_newest (db, takeover->trust->station, &newest, error) &&
         (newest == 0 || vouch_lookup_trust_note_refusal (db, takeover->trust->station, newest, "takeover",
                                                          vouch_clock_now (self->clock), error));
}

static gboolean
take_over (const VouchLookupIntake *self, VouchLookupDb *db, const char *line, gsize length, GString *answers,
           gboolean *is_news, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (VouchTakeover) takeover = vouch_takeover_read (line, (gssize)length, &refusal);
  VouchLookupEnrolled enrolled;

  if (takeover == NULL ||
      !vouch_lookup_enrolment_take_over (db, takeover, vouch_clock_now (self->clock), &enrolled, &refusal))
    {
      if (!g_error_matches (refusal, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
        return refuse_takeover (self, db, takeover, refusal, answers, error);
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  if (enrolled == VOUCH_LOOKUP_ENROLLED_NEW)
    {
      g_message ("Station %d was taken over into epoch %d by an administrator", (int)takeover->trust->station,
                 (int)takeover->trust->epoch);
      *is_news = TRUE;
    }
  g_string_append_c (answers, '{');
  append_takeover (answers, takeover);
  g_string_append_printf (answers, ",\"state\":\"%s\"}\n",
                          enrolled == VOUCH_LOOKUP_ENROLLED_NEW ? "stored" : "already");
  return TRUE;
}

static gboolean
take_line (const VouchLookupIntake *self, VouchLookupDb *db, const char *line, gsize length, GString *answers,
           gboolean *is_news, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (VouchPublication) publication = vouch_publication_read (line, (gssize)length, &refusal);
  VouchLookupLedgerState state;

  if (publication == NULL || !enter (self, db, publication, line, length, &state, &refusal))
    {
      if (g_error_matches (refusal, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }
      note_refusal (answers, publication, refusal);
      return TRUE;
    }
  if (state == VOUCH_LOOKUP_LEDGER_CLOSED)
    return refuse_closed (self, db, publication, answers, error);
  if (state == VOUCH_LOOKUP_LEDGER_FORKED)
    {
      /* Kept for who has to find out, and told; nothing of it is believed. */
      g_message ("Station %u, epoch %d forked at publication %d", publication->station, (int)publication->epoch,
                 (int)publication->seq);
      g_set_error (&refusal, VOUCH_ERROR, VOUCH_ERROR_CONFLICT,
                   _ ("Publication %d of station %u, epoch %d differs from the one known: two histories; check that "
                      "only one station uses this key"),
                   (int)publication->seq, publication->station, (int)publication->epoch);
      note_refusal (answers, publication, refusal);
      return TRUE;
    }
  *is_news = *is_news || state == VOUCH_LOOKUP_LEDGER_STORED;
  g_string_append_c (answers, '{');
  append_identity (answers, publication);
  g_string_append_printf (answers, ",\"state\":\"%s\"}\n", state_name (state));
  return TRUE;
}

/**
 * vouch_lookup_intake_take:
 * @self: the intake
 * @db: the writing connection, in a transaction
 * @lines: publications, one JSON object a line
 * @length: bytes of @lines
 * @answers: where one JSON line per publication is appended
 * @error: STORAGE, which must undo the whole transaction
 *
 * Takes publications in: verified, in order, each once; and epochs that an administrator takes over. A refused line
 * does not stop the ones after it.
 *
 * Returns: whether the database did what it was asked; refusals are in @answers
 */
gboolean
vouch_lookup_intake_take (const VouchLookupIntake *self, VouchLookupDb *db, const char *lines, gsize length,
                          GString *answers, GError **error)
{
  gboolean is_news = FALSE;
  const char *end = lines + length;

  while (lines < end)
    {
      const char *feed = memchr (lines, '\n', (gsize)(end - lines));
      const char *stop = feed != NULL ? feed : end;
      gsize line_length = (gsize)(stop - lines);

      if (line_length > 0 && lines[line_length - 1] == '\r')
        line_length--;
      if (line_length > 0 && vouch_takeover_is_one (lines, line_length)
              ? !take_over (self, db, lines, line_length, answers, &is_news, error)
              : line_length > 0 && !take_line (self, db, lines, line_length, answers, &is_news, error))
        return FALSE;
      lines = stop + 1;
    }
  return !is_news || vouch_lookup_db_announce (db, error);
}
