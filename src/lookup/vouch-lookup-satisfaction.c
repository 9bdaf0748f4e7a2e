#include "vouch-lookup-satisfaction.h"

#include "vouch-lookup-event.h"
#include "vouch-text.h"

/**
 * vouch_lookup_satisfaction_read:
 * @form: the form as sent
 *
 * Returns: (transfer full) (nullable): the answer; %NULL if no score was chosen, or the words cannot be taken
 */
VouchLookupSatisfaction *
vouch_lookup_satisfaction_read (const VouchLookupForm *form)
{
  g_autoptr (VouchLookupSatisfaction) self = g_new0 (VouchLookupSatisfaction, 1);
  const char *score = vouch_lookup_form_get (form, "score");
  guint64 number;

  if (score == NULL || !g_ascii_string_to_unsigned (score, 10, 1, VOUCH_LOOKUP_SCORE_MAX, &number, NULL))
    return NULL;
  self->score = (int)number;
  self->text = vouch_lookup_form_dup_lines (form, "text");
  if (*self->text == '\0')
    g_clear_pointer (&self->text, g_free);
  if (self->text != NULL && (g_utf8_strlen (self->text, -1) > VOUCH_LOOKUP_SATISFACTION_TEXT_MAX ||
                             !vouch_text_check_note (self->text, "text", NULL)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_satisfaction_free:
 * @self: (nullable): an answer
 *
 * Frees it.
 */
void
vouch_lookup_satisfaction_free (VouchLookupSatisfaction *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self);
}

/**
 * vouch_lookup_satisfaction_save:
 * @self: an answer
 * @db: the writing connection, in a transaction
 * @case_id: the case
 * @now_us: the time
 * @error: STORAGE
 *
 * Notes the answer and tells stations; the first one stands, and only a case that ended has one.
 *
 * Returns: whether it went well, once the transaction commits
 */
gboolean
vouch_lookup_satisfaction_save (const VouchLookupSatisfaction *self, VouchLookupDb *db, gint64 case_id, gint64 now_us,
                                GError **error)
{
  const VouchLookupEvent event = {
    .type = "satisfaction", .case_id = case_id, .score = self->score, .text = self->text
  };
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "UPDATE problem SET score = ?2 WHERE id = ?1 AND score IS NULL "
                               "AND status IN ('resolved', 'closed')",
                               error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, case_id);
  vouch_lookup_stmt_bind_number (stmt, 2, self->score);
  if (!vouch_lookup_stmt_run (stmt, error))
    return FALSE;
  return vouch_lookup_db_get_changes (db) == 0 || vouch_lookup_event_add (db, &event, now_us, error);
}
