#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_FIT (vouch_fit_get_type ())
G_DECLARE_FINAL_TYPE (VouchFit, vouch_fit, VOUCH, FIT, GtkWidget)

/**
 * VouchFit:
 *
 * Shows its child as large as it wants to be, and smaller where there is no room for that: large type on a small
 * screen is rather a little less large than cut off or broken within words.
 *
 * Property "most": how much larger than that it becomes where there is room, 1 by default.
 */

GtkWidget *vouch_fit_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
