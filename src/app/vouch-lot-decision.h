#pragma once

#include "vouch-desk.h"
#include "vouch-lot-file.h"
#include "vouch-signing.h"

G_BEGIN_DECLS

/**
 * VouchLotVerb:
 * @VOUCH_LOT_VERB_DISPOSE: what becomes of goods that are held
 * @VOUCH_LOT_VERB_WITHHOLD: released goods are put on hold again
 * @VOUCH_LOT_VERB_RECALL: goods that were let go are recalled
 *
 * What a QA lead signs about a lot.
 */
typedef enum
{
  VOUCH_LOT_VERB_DISPOSE,
  VOUCH_LOT_VERB_WITHHOLD,
  VOUCH_LOT_VERB_RECALL,
} VouchLotVerb;

#define VOUCH_TYPE_LOT_DECISION (vouch_lot_decision_get_type ())
G_DECLARE_FINAL_TYPE (VouchLotDecision, vouch_lot_decision, VOUCH, LOT_DECISION, GObject)

/**
 * VouchLotDecision:
 *
 * The decision that is being made on a lot, one at a time: the dialog that is filled in and signed, and the draft that
 * is kept out of sight where somebody else was quicker.
 *
 * Signals: "made" (the lot's id, a sentence that says so), "kept" (the lot's id): the draft was put aside to look at
 * the lot.
 */

VouchLotDecision *vouch_lot_decision_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lot_decision_set_desk (VouchLotDecision *self, VouchDesk *desk);
void vouch_lot_decision_begin (VouchLotDecision *self, VouchLotVerb verb, GtkWindow *parent, const VouchLotFile *file);
void vouch_lot_decision_take_file (VouchLotDecision *self, VouchLotFile *file);
gboolean vouch_lot_decision_is_being_made (VouchLotDecision *self);
gint64 vouch_lot_decision_get_kept (VouchLotDecision *self);
void vouch_lot_decision_resume (VouchLotDecision *self, gint64 seen);
void vouch_lot_decision_drop (VouchLotDecision *self);

G_END_DECLS
