#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_ANSWER_LAYOUT (vouch_answer_layout_get_type ())
G_DECLARE_FINAL_TYPE (VouchAnswerLayout, vouch_answer_layout, VOUCH, ANSWER_LAYOUT, GtkLayoutManager)

/**
 * VouchAnswerLayout:
 *
 * Puts the middle one of five children between the two at either side, all in equal columns; where that makes the
 * columns too narrow, above the four others. These stay where they are whether or not there is anything in the middle.
 */

G_END_DECLS
