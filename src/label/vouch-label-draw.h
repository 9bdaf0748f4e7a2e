#pragma once

#include <cairo.h>

#include "vouch-code.h"
#include "vouch-label.h"

G_BEGIN_DECLS

void vouch_label_draw (const VouchLabel *self, cairo_t *cr);
void vouch_code_draw (const VouchCode *self, cairo_t *cr, int x, int y, int module, int height);

G_END_DECLS
