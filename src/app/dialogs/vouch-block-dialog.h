#pragma once

#include "vouch-decide-work.h"
#include "vouch-lot-file.h"
#include "vouch-recall-work.h"
#include "vouch-signing.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_BLOCK_DIALOG (vouch_block_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchBlockDialog, vouch_block_dialog, VOUCH, BLOCK_DIALOG, AdwWindow)

/**
 * VouchBlockDialog:
 *
 * The QA lead takes released goods back, by a hold or by a recall: why, what the customers are told, what follows, and
 * the signature by badge and PIN. A #VouchSigning.
 */

VouchBlockDialog *
vouch_block_dialog_new (GtkWindow *parent, const VouchLotFile *file, gboolean is_recall) G_GNUC_WARN_UNUSED_RESULT;
VouchWithholdRequest *vouch_block_dialog_dup_withhold (VouchBlockDialog *self) G_GNUC_WARN_UNUSED_RESULT;
VouchRecallRequest *vouch_block_dialog_dup_recall (VouchBlockDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
