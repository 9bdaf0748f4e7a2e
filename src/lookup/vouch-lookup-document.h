#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/* PDFs that stations published, by their SHA-256. */
gboolean vouch_lookup_document_store (VouchLookupDb *db, GBytes *pdf, GError **error);
GBytes *
vouch_lookup_document_load (VouchLookupDb *db, const guint8 sha256[32], GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
