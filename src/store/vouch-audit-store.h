#pragma once

#include "vouch-conn.h"
#include "vouch-hash.h"
#include "vouch-record.h"
#include "vouch-signer.h"

G_BEGIN_DECLS

#define VOUCH_AUDIT_ANCHOR_EVERY 500

/* A row that an act touched: its table, its id and the digest of its canonical bytes. */
typedef struct
{
  const char *table;
  gint64 id;
  guint8 digest[VOUCH_HASH_SIZE];
} VouchAuditRow;

/* One act, as it enters the chain. Everything is lent. */
typedef struct
{
  gint64 at;
  int offset_s;
  guint station;
  gint64 epoch;
  gint64 actor_id;
  const char *use_case;
  const VouchRecordType *request_type;
  gconstpointer request;
  const char *key;
  const GArray *rows; /* VouchAuditRow */
} VouchAuditEntry;

/* What a verification found. */
typedef struct
{
  gint64 entries;
  gint64 rows;    /* business rows compared with the chain */
  gint64 anchors; /* signatures verified */
  gint64 bad_seq; /* the first entry at fault, 0 for none */
} VouchAuditFindings;

void vouch_audit_digest_record (const VouchRecordType *type, gconstpointer record, guint8 digest[VOUCH_HASH_SIZE]);
gboolean vouch_audit_store_append (VouchConn *conn, const VouchAuditEntry *entry, const guint8 *audit_key,
                                   VouchSigner *signer, GError **error);
gboolean vouch_audit_store_anchor (VouchConn *conn, gint64 at, VouchSigner *signer, GError **error);
gboolean vouch_audit_store_get_last_seq (VouchConn *conn, gint64 *seq, GError **error);
gboolean vouch_audit_store_get_last_time (VouchConn *conn, gint64 *at, GError **error);
gboolean vouch_audit_store_verify (VouchConn *conn, const guint8 *audit_key, const guint8 *public_key,
                                   VouchAuditFindings *findings, GError **error);

G_END_DECLS
