#pragma once

#include "vouch-class-plan.h"
#include "vouch-conn.h"
#include "vouch-inspection.h"
#include "vouch-lot.h"
#include "vouch-reading.h"
#include "vouch-sample-unit.h"
#include "vouch-take-over.h"

G_BEGIN_DECLS

/* Inspections, their sample units and readings. */

VouchInspection *
vouch_inspection_store_find_by_number (VouchConn *conn, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchInspection *
vouch_inspection_store_find_last_of_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_inspection_store_list_units (VouchConn *conn, gint64 inspection_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_inspection_store_list_readings (VouchConn *conn, gint64 inspection_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_inspection_store_list_earlier (VouchConn *conn, const VouchLot *lot, guint limit,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_inspection_store_list_take_overs (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_inspection_store_list_class_plans (VouchConn *conn, gint64 inspection_id,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
