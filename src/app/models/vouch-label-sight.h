#pragma once

#include "vouch-label-work.h"
#include "vouch-lot.h"

G_BEGIN_DECLS

/* What of a lot's labels is to be seen. */
typedef struct
{
  VouchStation *station; /* lent */
  gint64 lot_id;
  gint64 batch_id; /* 0: the lot's last one */
  gint64 job_id;   /* 0: the last one of the purpose */
  VouchPrintPurpose purpose;
  guint dpi; /* of the printer */
} VouchLabelQuery;

/**
 * VouchLabelSight:
 * @purpose: which of the lot's labels
 * @lot: the lot's number
 * @product_en: the product
 * @product_zh: the product
 * @status: the lot's
 * @batch: (nullable): the codes that are shown
 * @voids: (element-type VouchVoidUnit): the units of the lot whose labels were withdrawn one by one
 * @job: (nullable): the last print of these labels
 * @label: (nullable): the label as it would be printed
 * @width_um: of these labels, micrometres
 * @height_um: of these labels
 * @why: (nullable): why it cannot be printed
 *
 * What a pane shows of a lot's labels, read together.
 */
typedef struct
{
  VouchPrintPurpose purpose;
  char *lot;
  char *product_en;
  char *product_zh;
  VouchLotStatus status;
  VouchCodeBatch *batch;
  GPtrArray *voids;
  VouchPrintJob *job;
  VouchLabel *label;
  int width_um;
  int height_um;
  char *why;
} VouchLabelSight;

void vouch_label_sight_free (VouchLabelSight *self);
gpointer vouch_label_sight_read (VouchConn *conn, gpointer query, GError **error);
gboolean vouch_label_sight_would_issue (const VouchLabelSight *self);
gboolean vouch_label_sight_can_be_voided (const VouchLabelSight *self);
gboolean vouch_label_sight_can_be_resumed (const VouchLabelSight *self);
char *vouch_label_sight_dup_standing (const VouchLabelSight *self) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_label_sight_get_message (const VouchLabelSight *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelSight, vouch_label_sight_free)

G_END_DECLS
