#pragma once

#include "vouch-conn.h"
#include "vouch-defect-code.h"

G_BEGIN_DECLS

/* The defect codes. */

VouchDefectCode *
vouch_defect_code_store_find (VouchConn *conn, const char *code, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_defect_code_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
