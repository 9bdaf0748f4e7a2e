#pragma once

#include "vouch-lookup-request.h"

G_BEGIN_DECLS

/**
 * VouchLookupToken:
 *
 * What shows that somebody may read the service's folder: the operator.
 */
typedef struct _VouchLookupToken VouchLookupToken;

VouchLookupToken *vouch_lookup_token_open (const char *data_dir, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_token_free (VouchLookupToken *self);
char *vouch_lookup_token_dup_header (const VouchLookupToken *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_token_is_shown (const VouchLookupToken *self, VouchLookupRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupToken, vouch_lookup_token_free)

G_END_DECLS
