#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_THIRD (vouch_third_get_type ())
G_DECLARE_FINAL_TYPE (VouchThird, vouch_third, VOUCH, THIRD, GtkWidget)

/**
 * VouchThirdShare:
 * @VOUCH_THIRD_STRIP: the upper part has nothing to say and takes no more than it needs
 * @VOUCH_THIRD_OVER: it has a third of the window for a moment, and lies over the lower part, which stays as it is
 * @VOUCH_THIRD_FULL: it has a third of the window for itself
 *
 * How much of the window the upper part gets.
 */
typedef enum
{
  VOUCH_THIRD_STRIP,
  VOUCH_THIRD_OVER,
  VOUCH_THIRD_FULL,
} VouchThirdShare;

/**
 * VouchThird:
 *
 * Two parts, one below the other: the upper one is given a share of the window, the lower one the rest, which it
 * scrolls where that is too little. A third part stands at the side of both, or below them in an upright window; and
 * with it what is viewed beside the work, which takes what that leaves.
 */

void vouch_third_set_share (VouchThird *self, VouchThirdShare share);

G_END_DECLS
