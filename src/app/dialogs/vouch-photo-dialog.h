#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-lot-file.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PHOTO_DIALOG (vouch_photo_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchPhotoDialog, vouch_photo_dialog, VOUCH, PHOTO_DIALOG, AdwWindow)

VouchPhotoDialog *vouch_photo_dialog_new (GtkWindow *parent, VouchDesk *desk, const VouchLotFile *file);

G_END_DECLS
