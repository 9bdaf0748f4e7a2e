#pragma once

#include "vouch-decide-work.h"
#include "vouch-lot-file.h"

G_BEGIN_DECLS

/* What the QA lead may choose and what comes of it, in words; whether it may be done is the use case's to say. */

const VouchDecisionKind *vouch_disposition_get_kinds (const VouchLotFile *file, gsize *n);
void vouch_disposition_suggest (const VouchLotFile *file, VouchDecisionKind kind, VouchDisposeRequest *request);
gboolean vouch_disposition_adds_up (const VouchLotFile *file, const VouchDisposeRequest *request, gint64 *missing);
char *
vouch_disposition_dup_effects (const VouchLotFile *file, const VouchDisposeRequest *request) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
