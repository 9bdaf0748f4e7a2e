#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_COLUMN (vouch_column_get_type ())
G_DECLARE_FINAL_TYPE (VouchColumn, vouch_column, VOUCH, COLUMN, AdwBin)

/**
 * VouchColumn:
 *
 * Groups of rows below each other, in a column that scrolls and is as wide as rows can be read: wider than that of a
 * window of preferences, for rows here are set in large type. Children of a template are its groups.
 */

GtkWidget *vouch_column_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_column_append (VouchColumn *self, GtkWidget *group);

G_END_DECLS
