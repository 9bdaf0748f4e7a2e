#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchListSource:
 * @read_ids: reads ids in the list's order: at most so many (0 is all) that come after the id @after (0 is the first)
 *   and fit @query (nullable, what was typed). A list in another order than by id reads all of it at once, and nothing
 *   after
 * @read_rows: reads rows by their ids, in the order of the ids; what is gone is left out
 * @get_id: the id of a row
 *
 * A list of any length over the database, for the window and the command line alike: ordered ids are cheap to keep,
 * rows are read by id where they are looked at. Both functions are jobs of the reading thread.
 */
typedef struct
{
  GArray *(*read_ids) (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit,
                       GError **error);
  GPtrArray *(*read_rows) (VouchConn *conn, const gint64 *ids, guint n, GError **error);
  gint64 (*get_id) (gconstpointer row);
} VouchListSource;

G_END_DECLS
