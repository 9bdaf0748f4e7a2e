#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

#define VOUCH_LOOKUP_PHOTO_MAX (5 * 1024 * 1024) /* bytes */

gboolean vouch_lookup_photo_is_picture (const guint8 *bytes, gsize length);
gboolean vouch_lookup_photo_save (VouchLookupDb *db, gint64 case_id, GBytes *sealed, gint64 now_us, GError **error);
GBytes *vouch_lookup_photo_load (VouchLookupDb *db, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 vouch_lookup_photo_find_next (VouchLookupDb *db, gint64 after, gint64 up_to, GError **error);
gboolean vouch_lookup_photo_remove (VouchLookupDb *db, gint64 case_id, GError **error);

G_END_DECLS
