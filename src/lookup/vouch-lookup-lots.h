#pragma once

#include "vouch-lookup-lot.h"

G_BEGIN_DECLS

/**
 * VouchLookupLots:
 *
 * The lots asked for lately, opened. Used by one thread, but for vouch_lookup_lots_outdate().
 */
typedef struct _VouchLookupLots VouchLookupLots;

VouchLookupLots *vouch_lookup_lots_new (VouchLookupDb *reader, const VouchLookupKeys *keys) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_lots_free (VouchLookupLots *self);
gboolean vouch_lookup_lots_find (VouchLookupLots *self, const char *number, VouchLookupLot **lot, GError **error);
GPtrArray *vouch_lookup_lots_list_of_product (VouchLookupLots *self, const char *gtin, VouchPublicStatus status,
                                              guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_lots_outdate (VouchLookupLots *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupLots, vouch_lookup_lots_free)

G_END_DECLS
