#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a screen reader calls a widget. Where a part of it gets the focus, the part is called so as well. */
void vouch_accessible_name_set (GtkWidget *widget, const char *name);
/* The parts of libadwaita's widgets that have no name of their own. */
void vouch_accessible_name_parts (GtkWidget *widget);
/* The answers of a question, which libadwaita would have said twice. */
void vouch_accessible_name_answers (AdwMessageDialog *question);

G_END_DECLS
