#pragma once

#include "vouch-inspection.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* The units of an inspection's sample, in the steps in which they are taken. */
gboolean vouch_sample_draw_insert (VouchAct *act, const VouchInspection *inspection, const GPtrArray *class_plans,
                                   gint64 from, GError **error);
GArray *
vouch_sample_draw_list_ends (const VouchInspection *inspection, const GPtrArray *class_plans) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
