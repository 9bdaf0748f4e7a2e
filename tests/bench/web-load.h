#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WebLoad:
 * @port: of the loopback
 * @connections: kept open, each asking its next request when it has its answer
 * @n_requests: how many in all
 * @per_second: how many a second are due; 0 is as many as are answered
 * @write: writes request number @i, with its last empty line
 * @data: handed to @write
 *
 * Requests for a server, by one thread.
 */
typedef struct
{
  guint16 port;
  guint connections;
  guint n_requests;
  guint per_second;
  void (*write) (GString *request, guint i, gpointer data);
  gpointer data;
} WebLoad;

/**
 * WebLoadResult:
 * @n_good: answers with the status 200
 * @n_bad: others
 * @body_length: of the last answer, bytes
 * @duration_us: of it all
 * @latencies: from each request's sending, or from when it was due if all connections were taken then, to its answer's
 *   arrival in the kernel; gint64 microseconds, in the order of the answers
 */
typedef struct
{
  guint n_good;
  guint n_bad;
  gsize body_length;
  gint64 duration_us;
  GArray *latencies;
} WebLoadResult;

void web_load_run (const WebLoad *self, WebLoadResult *result);
gint64 web_load_percentile (const WebLoadResult *result, double percentile, guint n_a_part);
void web_load_result_clear (WebLoadResult *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WebLoadResult, web_load_result_clear)

G_END_DECLS
