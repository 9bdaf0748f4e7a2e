#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with the path of a photo's file. */
typedef void (*VouchPhotoChosen) (const char *path, gpointer data);

/* A photo from a file: chosen in a dialog, or dropped onto a widget. */
void vouch_photo_chooser_open (GtkWidget *widget, VouchPhotoChosen chosen, gpointer data);
GtkEventController *vouch_photo_chooser_accept_drops (GtkWidget *widget, VouchPhotoChosen chosen, gpointer data);

G_END_DECLS
