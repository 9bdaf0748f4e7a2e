#pragma once

#include <gtk/gtk.h>

#include "vouch-code.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CODE_PICTURE (vouch_code_picture_get_type ())
G_DECLARE_FINAL_TYPE (VouchCodePicture, vouch_code_picture, VOUCH, CODE_PICTURE, GtkWidget)

/**
 * VouchCodePicture:
 *
 * A bar code on the screen, black on white with its quiet zone, sharp enough for a scanner to read it from the glass.
 */

GtkWidget *vouch_code_picture_new (VouchCode *code, const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
