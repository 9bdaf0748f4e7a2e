#pragma once

#include "vouch-conn.h"

G_BEGIN_DECLS

/**
 * VouchWorker:
 *
 * A thread that owns one database connection and does jobs on it, one after the other, in the order they came.
 */
typedef struct _VouchWorker VouchWorker;

/**
 * VouchJob:
 * @conn: the thread's connection
 * @data: what the job is about
 * @error: what went wrong
 *
 * Runs on the worker's thread; gets plain data and gives plain data back.
 *
 * Returns: the result, or %NULL with @error set
 */
typedef gpointer (*VouchJob) (VouchConn *conn, gpointer data, GError **error);

VouchWorker *vouch_worker_new (const char *name, VouchConn *conn) G_GNUC_WARN_UNUSED_RESULT;
gpointer vouch_worker_run (VouchWorker *self, VouchJob job, gpointer data, GError **error);
VouchConn *vouch_worker_stop (VouchWorker *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
