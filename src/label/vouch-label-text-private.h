#pragma once

#include <pango/pango.h>

#include "vouch-label-element.h"

G_BEGIN_DECLS

PangoContext *vouch_label_text_create_context (void) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout *vouch_label_text_fit (PangoContext *context, const char *text, const VouchTextStyle *style, guint dpi,
                                   const VouchRect *dots, const char *field, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
