#pragma once

#include "vouch-conn.h"

G_BEGIN_DECLS

/**
 * VouchAuditChange:
 * @seq: of the audit's entry
 * @at: when, Unix microseconds UTC
 * @actor_id: who; 0: the station itself
 * @use_case: (owned): what was done, like "decide.hold"
 *
 * An act that touched a record.
 */
typedef struct
{
  gint64 seq;
  gint64 at;
  gint64 actor_id;
  char *use_case;
} VouchAuditChange;

void vouch_audit_change_free (VouchAuditChange *self);
gboolean
vouch_audit_change_store_get_seq (VouchConn *conn, const char *table, gint64 row_id, gint64 *seq, GError **error);
VouchAuditChange *vouch_audit_change_store_find_last (VouchConn *conn, const char *table, gint64 row_id, gint64 after,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchAuditChange, vouch_audit_change_free)

G_END_DECLS
