#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with a file's path. */
typedef void (*VouchFileChosen) (const char *path, gpointer data);

/**
 * VouchFileChoice:
 * @title: of the dialog
 * @filter: (nullable): which files are offered; owned by the caller
 * @is_multiple: whether many can be chosen
 *
 * What is asked for.
 */
typedef struct
{
  const char *title;
  GtkFileFilter *filter;
  gboolean is_multiple;
} VouchFileChoice;

void vouch_file_chooser_open (GtkWidget *widget, const VouchFileChoice *choice, VouchFileChosen chosen, gpointer data);

G_END_DECLS
