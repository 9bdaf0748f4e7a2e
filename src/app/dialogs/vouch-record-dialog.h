#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_RECORD_DIALOG (vouch_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchRecordDialog, vouch_record_dialog, VOUCH, RECORD_DIALOG, AdwWindow)

/**
 * VouchRecordDialog:
 *
 * Checks a public record that somebody brought: whether this station signed it, or the one whose trust file is chosen.
 */

VouchRecordDialog *vouch_record_dialog_new (GtkWindow *parent, VouchDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void vouch_record_dialog_take_record (VouchRecordDialog *self, const char *path);
void vouch_record_dialog_take_trust (VouchRecordDialog *self, const char *path);

G_END_DECLS
