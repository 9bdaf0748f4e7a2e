#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchRecallClass:
 * @VOUCH_RECALL_CLASS_I: the goods can do serious harm, or kill
 * @VOUCH_RECALL_CLASS_II: the goods can do harm that heals
 * @VOUCH_RECALL_CLASS_III: the goods do hardly any harm, but are not what they have to be
 *
 * How grave a recall is; the law's clocks go by it.
 */
typedef enum
{
  VOUCH_RECALL_CLASS_I,
  VOUCH_RECALL_CLASS_II,
  VOUCH_RECALL_CLASS_III,
} VouchRecallClass;

extern const VouchEnum vouch_recall_class_values;

/**
 * VouchRecallState:
 *
 * Where a recall stands. One that is announced is on the customers' page.
 */
typedef enum
{
  VOUCH_RECALL_STATE_DRAFT,
  VOUCH_RECALL_STATE_STARTED,
  VOUCH_RECALL_STATE_ANNOUNCED,
  VOUCH_RECALL_STATE_CLOSED,
} VouchRecallState;

extern const VouchEnum vouch_recall_state_values;

/**
 * VouchRecall:
 *
 * Goods that were let go are called back from those who bought them. Which lots it reaches is in #VouchRecallLot.
 */
typedef struct
{
  gint64 id;
  char *number;
  VouchRecallClass class;
  VouchRecallState state;
  gboolean is_drill;
  char *reason;    /* for the house; never published */
  char *notice_en; /* what the customer should do now; nullable */
  char *notice_zh; /* the same; nullable */
  gint64 started_by;
  gint64 started_at;
  gint64 announced_at;
  gint64 closed_at;
} VouchRecall;

VOUCH_DECLARE_RECORD (VouchRecall, vouch_recall)

const char *vouch_recall_class_get_numeral (VouchRecallClass self);

G_END_DECLS
