#pragma once

#include "vouch-kiosk-work.h"
#include "vouch-signing.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LEAVE_DIALOG (vouch_leave_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchLeaveDialog, vouch_leave_dialog, VOUCH, LEAVE_DIALOG, AdwWindow)

VouchLeaveDialog *vouch_leave_dialog_new (GtkWindow *parent);
VouchLeaveKioskRequest *vouch_leave_dialog_dup_request (VouchLeaveDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
