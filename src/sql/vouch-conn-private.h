#pragma once

#include <sqlite3.h>

#include "vouch-conn.h"

G_BEGIN_DECLS

struct _VouchConn
{
  sqlite3 *db;
  GHashTable *statements; /* SQL text → VouchStmt *, idle or lent */
  GHashTable *row_texts;  /* record type and clause → the SQL made of them */
  gboolean in_transaction;
  int log_pages;        /* after the last commit, if it was this connection's */
  int checkpointed;     /* how many the log had when the last checkpoint was made of it; 0 once it began anew */
  char *fault;          /* (nullable): why the open transaction can no longer be committed */
  gboolean is_in_doubt; /* the last commit failed, and may have saved all the same */
};

struct _VouchStmt
{
  VouchConn *conn;
  sqlite3_stmt *stmt;
  int bind_result;
  gboolean is_lent;
  gboolean is_cached;
};

/* Whether the open transaction, if there is one, is still whole. */
gboolean vouch_conn_check_whole (VouchConn *self, GError **error);
/* The one place where an SQLite result becomes an error of ours; returns FALSE. */
gboolean vouch_conn_fail (VouchConn *self, int result, GError **error);
void vouch_stmt_free (gpointer stmt);

G_END_DECLS
