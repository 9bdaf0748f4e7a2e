#pragma once

#include "vouch-code-batch.h"
#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchIssuedRange:
 *
 * Unit numbers that were given out, as the log beside the key file knows them.
 */
typedef struct
{
  gint64 batch_id;
  char *lot;
  gint64 first_unit;
  gint64 units;
  gint64 key_version;
  char *gtin; /* nullable */
  char *host;
  gint64 issued_by;
  gint64 issued_at;
} VouchIssuedRange;

/**
 * VouchIssuedLog:
 * @ranges: (element-type VouchIssuedRange): in the order in which they were given out
 * @ssccs: (element-type utf8): of cartons and pallets, in the order in which they were given out
 * @epoch: the greatest epoch that anything was given out in; 0 where nothing was
 * @n_earlier_ranges: how many of @ranges are of earlier epochs
 * @n_earlier_ssccs: how many of @ssccs are
 *
 * What the log says.
 */
typedef struct
{
  GPtrArray *ranges;
  GPtrArray *ssccs;
  gint64 epoch;
  guint n_earlier_ranges;
  guint n_earlier_ssccs;
} VouchIssuedLog;

VouchIssuedLog *vouch_issued_log_read (VouchStation *station, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_issued_log_free (VouchIssuedLog *self);
gboolean
vouch_issued_log_add_range (VouchStation *station, const VouchCodeBatch *batch, const char *lot, GError **error);
gboolean vouch_issued_log_add_sscc (VouchStation *station, const char *sscc, GError **error);
gboolean vouch_issued_log_add_epoch (VouchStation *station, gint64 epoch, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchIssuedLog, vouch_issued_log_free)

G_END_DECLS
