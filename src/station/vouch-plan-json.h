#pragma once

#include <json-glib/json-glib.h>

#include "vouch-plan-content.h"

G_BEGIN_DECLS

/* What a plan says as JSON: what `vouch plan show` prints can be changed and drafted again. */
gboolean vouch_plan_json_read (VouchConn *conn, JsonObject *object, VouchPlanContent *plan, GError **error);
gboolean vouch_plan_json_read_rules (JsonObject *object, VouchPlanContent *plan, GError **error);
JsonArray *vouch_plan_json_write_rules (const VouchPlanContent *plan) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *vouch_plan_json_write (VouchConn *conn, const VouchPlanContent *plan, int offset_s,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_plan_json_write_terms (const VouchPlanContent *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
