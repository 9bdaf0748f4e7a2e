#pragma once

#include <gtk/gtk.h>

#include "vouch-code.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CODE_VIEW (vouch_code_view_get_type ())
G_DECLARE_FINAL_TYPE (VouchCodeView, vouch_code_view, VOUCH, CODE_VIEW, GtkWidget)

/**
 * VouchCodeView:
 *
 * A bar code on the screen, black on white with its quiet zone, sharp enough for a scanner to read it from the glass.
 */

GtkWidget *vouch_code_view_new (VouchCode *code, const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
