#pragma once

#include <gio/gio.h>

#include "vouch-conn.h"
#include "vouch-lot.h"
#include "vouch-product.h"

G_BEGIN_DECLS

/* A lot that waits for the QA lead. */
typedef struct
{
  VouchLot *lot;
  VouchProduct *product;
  char *supplier;    /* name in the user's language */
  guint n_tickets;   /* customers' cases on it */
  gint64 arrived_at; /* of the lot's receipt */
} VouchReviewEntry;

/* A job of the reading thread; its result is for vouch_review_list_new () and g_ptr_array_unref (). */
gpointer vouch_review_list_read (VouchConn *conn, gpointer data, GError **error);
GListModel *vouch_review_list_new (const GPtrArray *entries) G_GNUC_WARN_UNUSED_RESULT;
int vouch_review_entry_compare (const VouchReviewEntry *a, const VouchReviewEntry *b);

G_END_DECLS
