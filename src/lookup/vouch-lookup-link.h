#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/**
 * VouchLookupLink:
 *
 * A connection to a PostgreSQL server that is made again when it was lost. No message of it holds a password.
 */
typedef struct
{
  PGconn *conn; /* NULL until it was made */
  char *url;
  const char *setup;
  gint64 tried_at;  /* monotonic: a server that is away is not asked more than once a second */
  guint generation; /* grows with every connection made: what the last one knew is gone */
} VouchLookupLink;

void vouch_lookup_link_init (VouchLookupLink *self, const char *url, const char *setup);
void vouch_lookup_link_clear (VouchLookupLink *self);
gboolean vouch_lookup_link_is_up (const VouchLookupLink *self);
gboolean vouch_lookup_link_ensure (VouchLookupLink *self, GError **error);
gboolean vouch_lookup_link_fail (VouchLookupLink *self, const PGresult *result, GError **error);
gboolean vouch_lookup_link_exec (VouchLookupLink *self, const char *sql, GError **error);

G_END_DECLS
