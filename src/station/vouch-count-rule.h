#pragma once

#include "vouch-conn.h"
#include "vouch-receipt-line.h"

G_BEGIN_DECLS

/**
 * VouchCountRule:
 * @is_blind: the declared quantity is hidden until the line is counted
 * @needs_two: a blind count that is over or short is made again by another person
 *
 * How the house counts: the policies "blind-count" and "two-person-count".
 */
typedef struct
{
  gboolean is_blind;
  gboolean needs_two;
} VouchCountRule;

gboolean vouch_count_rule_load (VouchCountRule *self, VouchConn *conn, GError **error);
gboolean vouch_count_rule_hides_declared (const VouchCountRule *self, const VouchReceiptLine *line);
gboolean vouch_count_rule_is_variance (const VouchReceiptLine *line, gint64 counted);

G_END_DECLS
