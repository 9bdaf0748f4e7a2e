#pragma once

#include <cairo.h>

#include "vouch-label-element.h"

G_BEGIN_DECLS

/**
 * VouchMark:
 * @VOUCH_MARK_HATCH: slanting stripes: on hold
 * @VOUCH_MARK_CROSS: a cross in a square: rejected
 * @VOUCH_MARK_CHECK: a check mark in a ring: released
 * @VOUCH_MARK_PAUSE: two bars in a ring: on hold, where there is no room for stripes
 * @VOUCH_MARK_RETURN: an arrow turning back: withdrawn or recalled
 */
typedef enum
{
  VOUCH_MARK_HATCH,
  VOUCH_MARK_CROSS,
  VOUCH_MARK_CHECK,
  VOUCH_MARK_PAUSE,
  VOUCH_MARK_RETURN,
} VouchMark;

gboolean vouch_mark_find (const char *name, VouchMark *mark);
void vouch_mark_draw (VouchMark self, cairo_t *cr, const VouchRect *dots, gboolean white);

G_END_DECLS
