#pragma once

#include <gtk/gtk.h>

#include "vouch-frame.h"

G_BEGIN_DECLS

/**
 * VouchSightMark:
 * @corners: of a code, in pixels of the picture that it was found in
 * @is_sure: it may be believed
 * @number: by which it is chosen, 0 if it is not
 */
typedef struct
{
  int corners[4][2];
  gboolean is_sure;
  guint number;
} VouchSightMark;

#define VOUCH_TYPE_SIGHT_AREA (vouch_sight_area_get_type ())
G_DECLARE_FINAL_TYPE (VouchSightArea, vouch_sight_area, VOUCH, SIGHT_AREA, GtkWidget)

/**
 * VouchSightArea:
 *
 * Shows a picture as large as there is room, with a line around each code that was found in it: a whole one with its
 * number or a check where it is sure, a broken one with a question mark where it is not. What it draws are plain
 * pixels; it decodes nothing.
 */

void vouch_sight_area_set_frame (VouchSightArea *self, VouchFrame *frame);
void vouch_sight_area_set_pixels (VouchSightArea *self, GBytes *red_green_blue, guint width, guint height);
void vouch_sight_area_set_marks (VouchSightArea *self, const VouchSightMark *marks, guint n_marks, guint width,
                                 guint height);
void vouch_sight_area_set_mirrored (VouchSightArea *self, gboolean is_mirrored);
void vouch_sight_area_keep (VouchSightArea *self, VouchFrame *frame, const int corners[4][2]);
gboolean vouch_sight_area_is_keeping (VouchSightArea *self);

G_END_DECLS
