#pragma once

#include <cairo.h>

#include "vouch-label-element.h"

G_BEGIN_DECLS

/**
 * VouchLabelMark:
 * @VOUCH_LABEL_MARK_HATCH: slanting stripes: on hold
 * @VOUCH_LABEL_MARK_CROSS: a cross in a square: rejected
 * @VOUCH_LABEL_MARK_CHECK: a check mark in a ring: released
 * @VOUCH_LABEL_MARK_PAUSE: two bars in a ring: on hold, where there is no room for stripes
 * @VOUCH_LABEL_MARK_RETURN: an arrow turning back: withdrawn or recalled
 */
typedef enum
{
  VOUCH_LABEL_MARK_HATCH,
  VOUCH_LABEL_MARK_CROSS,
  VOUCH_LABEL_MARK_CHECK,
  VOUCH_LABEL_MARK_PAUSE,
  VOUCH_LABEL_MARK_RETURN,
} VouchLabelMark;

char *vouch_label_mark_list_names (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_mark_find (const char *name, VouchLabelMark *mark);
void vouch_label_mark_draw (VouchLabelMark self, cairo_t *cr, const VouchRect *dots, gboolean white);

G_END_DECLS
