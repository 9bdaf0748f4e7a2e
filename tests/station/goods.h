#pragma once

#include "station-fixture.h"
#include "vouch-decide-work.h"
#include "vouch-inspect-work.h"
#include "vouch-lot-file.h"
#include "vouch-receive-work.h"
#include "vouch-sampling-rule.h"

#define INSPECTOR "VB1002"
#define OTHER_INSPECTOR "VB1003"
#define QA_LEAD "VB1004"
#define QA_LEAD_PIN "271828"
#define PIECES(n) ((n)*G_GINT64_CONSTANT (1000000))

/* Goods on their way through the use cases, without scans. Every function fails the test on error, unless it takes one.
 */
void goods_set_policy (StationFixture *fixture, const char *name, const char *value);
/* A new version of a product's plan, with the checks of the last one and these rules. */
void goods_set_rules (StationFixture *fixture, const char *sku, const char *draw_by, const VouchSamplingRule *rules,
                      guint n_rules);
gint64 goods_open (StationFixture *fixture, const char *delivery);
gint64 goods_find_product (StationFixture *fixture, const char *sku);
/* A count of one supplier's lot that expires in so many days; 0 is no expiry. */
VouchCounted *goods_count (StationFixture *fixture, gint64 receipt_id, const char *sku, const char *supplier_lot,
                           int expires_in_days, gint64 pieces, GError **error);
void goods_plan (StationFixture *fixture, gint64 lot_id);
void goods_pass (StationFixture *fixture, gint64 lot_id, int units);
void goods_fail (StationFixture *fixture, gint64 lot_id, gint64 position);
VouchDecided *goods_accept (StationFixture *fixture, gint64 lot_id, const char *badge, GError **error);
void goods_reject (StationFixture *fixture, gint64 lot_id);
void goods_hold (StationFixture *fixture, gint64 lot_id);
/* 200 tins of tea: counted; accepted; rejected. */
gint64 goods_tea_counted (StationFixture *fixture);
gint64 goods_tea_released (StationFixture *fixture);
gint64 goods_tea_rejected (StationFixture *fixture);
/* The last publication that waits, as a file in the station's folder; gives its path. */
char *goods_write_publication (StationFixture *fixture, const char *name);
VouchLotFile *goods_load (StationFixture *fixture, gint64 lot_id);
/* Runs a use case as the owner of @badge. */
gpointer goods_run (StationFixture *fixture, const VouchUseCase *use_case, const char *badge, gconstpointer request,
                    GError **error);
