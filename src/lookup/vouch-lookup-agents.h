#pragma once

#include "vouch-lookup-request.h"

G_BEGIN_DECLS

/**
 * VouchLookupAgents:
 *
 * Tells customers from programs that only look at links. The list is data: DATA/agents.txt, or the one compiled in.
 */
typedef struct _VouchLookupAgents VouchLookupAgents;

VouchLookupAgents *vouch_lookup_agents_load (const char *data_dir) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_agents_free (VouchLookupAgents *self);
gboolean vouch_lookup_agents_is_customer (const VouchLookupAgents *self, VouchLookupRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupAgents, vouch_lookup_agents_free)

G_END_DECLS
