#pragma once

#include <cairo.h>

#include "vouch-mark.h"

G_BEGIN_DECLS

void vouch_mark_draw (VouchMark mark, cairo_t *cr, double x, double y, double size);

G_END_DECLS
