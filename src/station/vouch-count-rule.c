#include "vouch-count-rule.h"

#include "vouch-policy-work.h"

/**
 * vouch_count_rule_load:
 * @self: (out): the rule
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: whether it could be read
 */
gboolean
vouch_count_rule_load (VouchCountRule *self, VouchConn *conn, GError **error)
{
  gboolean two;

  if (!vouch_policy_read_flag (conn, VOUCH_POLICY_BLIND_COUNT, &self->is_blind, error) ||
      !vouch_policy_read_flag (conn, VOUCH_POLICY_TWO_PERSON_COUNT, &two, error))
    return FALSE;
  self->needs_two = self->is_blind && two;
  return TRUE;
}

/**
 * vouch_count_rule_hides_declared:
 * @self: the rule
 * @line: a line
 *
 * A recount is blind even where the first count is not: whoever knows the answer does not count.
 *
 * Returns: whether nobody may see yet how much was declared
 */
gboolean
vouch_count_rule_hides_declared (const VouchCountRule *self, const VouchReceiptLine *line)
{
  return !line->is_closed && (self->is_blind || line->recount > 0);
}

/**
 * vouch_count_rule_is_variance:
 * @line: a line
 * @counted: what a count of it comes to
 *
 * Returns: whether that is more or less than was declared; of what nobody announced nothing is declared
 */
gboolean
vouch_count_rule_is_variance (const VouchReceiptLine *line, gint64 counted)
{
  return line->delivery_line_id != 0 && counted != line->declared;
}
