#pragma once

#include "vouch-file-chooser.h"

G_BEGIN_DECLS

/* A photo from a file: chosen in a dialog, or dropped onto a widget. */
void vouch_photo_chooser_open (GtkWidget *widget, VouchFileChosen chosen, gpointer data);
GtkEventController *vouch_photo_chooser_accept_drops (GtkWidget *widget, VouchFileChosen chosen, gpointer data);

G_END_DECLS
