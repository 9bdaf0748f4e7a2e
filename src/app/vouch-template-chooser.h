#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VouchTemplateFileChosen:
 * @file: what was chosen
 * @data: as given
 */
typedef void (*VouchTemplateFileChosen) (GFile *file, gpointer data);

void vouch_template_chooser_open (GtkWidget *widget, VouchTemplateFileChosen chosen, gpointer data);
void vouch_template_chooser_save (GtkWidget *widget, const char *name, VouchTemplateFileChosen chosen, gpointer data);

G_END_DECLS
