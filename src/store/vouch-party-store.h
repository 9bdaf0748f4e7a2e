#pragma once

#include "vouch-conn.h"
#include "vouch-party.h"

G_BEGIN_DECLS

/* Firms. */

VouchParty *
vouch_party_store_find_by_code (VouchConn *conn, const char *code, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
