#pragma once

#include <gio/gio.h>

#include "vouch-conn.h"
#include "vouch-delivery.h"

G_BEGIN_DECLS

/* A delivery to be worked on, and who sends it. */
typedef struct
{
  VouchDelivery *delivery;
  char *supplier; /* name in the user's language */
} VouchDeliveryEntry;

/* A job of the reading thread; its result is for vouch_delivery_list_new () and g_ptr_array_unref (). */
gpointer vouch_delivery_list_read (VouchConn *conn, gpointer data, GError **error);
GListModel *vouch_delivery_list_new (const GPtrArray *entries, gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
