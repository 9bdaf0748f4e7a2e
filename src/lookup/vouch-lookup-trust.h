#pragma once

#include "vouch-trust-record.h"

G_BEGIN_DECLS

/* Which stations are believed: one file a station and epoch in DATA/trust, put there by `vouch-lookup trust FILE` only.
 * The files are small and read when they are needed, so that enrolling a key needs no restart and no route. */
gboolean
vouch_lookup_trust_enrol (const char *data_dir, const char *content, gssize length, char **what, GError **error);
VouchTrustRecord *
vouch_lookup_trust_find (const char *data_dir, guint station, gint64 epoch, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char **vouch_lookup_trust_list_hosts (const char *data_dir) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_trust_find_desk_key (const char *data_dir, guint8 desk_key[32]);

G_END_DECLS
