#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Assistive technology is told of the page of a stack that is shown, and of no other. */
void vouch_shown_page_follow (GtkWidget *stack);

G_END_DECLS
