#pragma once

#include "vouch-policy-table.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* Within another act: whatever the lookup service has to know of a station's rules. */
gboolean vouch_publish_policy_to_new (VouchAct *act, GError **error);
gboolean vouch_publish_policy_after (VouchAct *act, const char *name, GError **error);

G_END_DECLS
