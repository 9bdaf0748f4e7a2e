#pragma once

#include "vouch-label-subject.h"

G_BEGIN_DECLS

gboolean vouch_print_run (VouchStation *station, VouchActor *actor, const VouchLabelOrder *order,
                          const VouchLabelSubject *subject, gint64 *job_id, GCancellable *cancellable, GError **error);
gboolean vouch_print_run_is_under_way (gint64 job_id);

G_END_DECLS
