#pragma once

#include "vouch-conn.h"
#include "vouch-quality-entry.h"
#include "vouch-quality-level.h"

G_BEGIN_DECLS

/* Quality levels and their ledgers. */

VouchQualityLevel *
vouch_quality_store_find (VouchConn *conn, const VouchQualityLevel *terms, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_quality_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_quality_store_list_of_origin (VouchConn *conn, gint64 product_id, gint64 supplier_id,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_quality_store_list_entries (VouchConn *conn, gint64 level_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchQualityEntry *
vouch_quality_store_find_skipped (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchQualityEntry *vouch_quality_store_find_switch (VouchConn *conn, gint64 level_id, gint64 before,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
