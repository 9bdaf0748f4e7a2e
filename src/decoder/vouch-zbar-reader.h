#pragma once

#include "vouch-code-kind.h"
#include "vouch-grey.h"

G_BEGIN_DECLS

void vouch_zbar_warm_up (void);
char *vouch_zbar_dup_version (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_zbar_read (const VouchGrey *picture, VouchCodeKinds kinds, guint step, GPtrArray *sightings);

G_END_DECLS
