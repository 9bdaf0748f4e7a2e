#pragma once

#include "vouch-audit-store.h"

G_BEGIN_DECLS

/* The chain's last entry; all zero before the first. */
typedef struct
{
  gint64 seq;
  guint8 hash[VOUCH_HASH_SIZE];
} VouchAuditHead;

/* Appending and verifying compute the same things, here. */
void vouch_audit_digest_rows (const GArray *rows, guint8 digest[VOUCH_HASH_SIZE]);
void vouch_audit_hash_entry (const VouchAuditEntry *entry, gint64 seq, GBytes *request, const guint8 *digest,
                             const guint8 *previous, const guint8 *audit_key, guint8 hash[VOUCH_HASH_SIZE]);
gboolean vouch_audit_report (VouchAuditFindings *findings, gint64 seq, const char *what, GError **error);
GBytes *vouch_audit_dup_anchor (gint64 seq, const guint8 *hash, gint64 at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
