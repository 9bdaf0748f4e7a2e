#pragma once

#include "web-load.h"

G_BEGIN_DECLS

/**
 * BareCommits:
 *
 * When each of a row of commits ended that followed each other without a pause: what the disk and SQLite take for
 * themselves, and by that the least that somebody waits who is answered only when he is counted.
 */
typedef GArray BareCommits; /* gint64, monotonic microseconds */

BareCommits *bare_commits_measure (const char *path, guint n_commits) G_GNUC_WARN_UNUSED_RESULT;
gint64 bare_commits_median (const BareCommits *self);
void bare_commits_wait (const BareCommits *self, guint per_second, WebLoadResult *result);

G_END_DECLS
