#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_TILE (vouch_tile_get_type ())
G_DECLARE_FINAL_TYPE (VouchTile, vouch_tile, VOUCH, TILE, GtkFlowBoxChild)

/**
 * VouchTile:
 *
 * A child of a #GtkFlowBox that takes no focus: what lies in it does, if it can. GTK's own child says that it has taken
 * the focus even where it cannot, and then Tab goes no further.
 */

GtkWidget *vouch_tile_new (GtkWidget *content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
