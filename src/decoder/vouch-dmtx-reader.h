#pragma once

#include "vouch-code-kind.h"
#include "vouch-grey.h"

G_BEGIN_DECLS

char *vouch_dmtx_dup_version (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_dmtx_read (const VouchGrey *picture, VouchCodeKinds kinds, guint limit_ms, GPtrArray *sightings);

G_END_DECLS
