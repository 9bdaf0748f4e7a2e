#pragma once

#include "vouch-conn.h"
#include "vouch-lot.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/* The words by which lots, products and suppliers are found, kept true by whoever writes those. */

/* Marks of the words that stand for a lot's product and its supplier; nobody can type them. */
#define VOUCH_SEARCH_PRODUCT "\xee\x80\x80" /* U+E000 */
#define VOUCH_SEARCH_PARTY "\xee\x80\x81"   /* U+E001 */

char **vouch_search_store_split_lot (const VouchLot *lot) G_GNUC_WARN_UNUSED_RESULT;
gboolean
vouch_search_store_before_write (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error);
gboolean
vouch_search_store_after_write (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error);
gboolean vouch_search_store_rebuild (VouchConn *conn, GError **error);

G_END_DECLS
