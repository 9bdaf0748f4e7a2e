#pragma once

#include "vouch-characteristic.h"
#include "vouch-conn.h"
#include "vouch-inspection-plan.h"

G_BEGIN_DECLS

/* Inspection plans. */

VouchInspectionPlan *
vouch_plan_store_find_incoming (VouchConn *conn, gint64 product_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchInspectionPlan *vouch_plan_store_find_version (VouchConn *conn, gint64 product_id, VouchPlanType type,
                                                    gint64 version, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_plan_store_list_versions (VouchConn *conn, gint64 product_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_plan_store_list_drafts (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_plan_store_list_characteristics (VouchConn *conn, gint64 plan_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_plan_store_list_rules (VouchConn *conn, const VouchInspectionPlan *plan,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
