#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SPLIT (vouch_split_get_type ())
G_DECLARE_FINAL_TYPE (VouchSplit, vouch_split, VOUCH, SPLIT, GtkWidget)

/**
 * VouchSplit:
 *
 * A list and, beside it, what was chosen from it; in an upright window one above the other. The list has about a third,
 * and what was chosen the rest, however wide the window is.
 *
 * Properties: "list"; "detail"; "share" (of the list, where it is no list and another share suits it better).
 */

G_END_DECLS
