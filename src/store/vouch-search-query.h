#pragma once

#include "vouch-conn.h"

G_BEGIN_DECLS

/**
 * VouchSearchQuery:
 *
 * What somebody looks for, taken apart into words. Each word may be the beginning of a word of a lot's number, of the
 * supplier's, of the product's names, SKU and GTIN, or of the supplier's names and code; a lot that is found fits all
 * of them.
 */
typedef struct _VouchSearchQuery VouchSearchQuery;

VouchSearchQuery *vouch_search_query_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void vouch_search_query_free (VouchSearchQuery *self);
gboolean vouch_search_query_is_empty (const VouchSearchQuery *self);
GArray *vouch_search_query_read_lots (VouchSearchQuery *self, VouchConn *conn, guint limit,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSearchQuery, vouch_search_query_free)

G_END_DECLS
