#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

void vouch_print_append (GString *line, const char *text);
void vouch_print_line (FILE *file, const char *text);

G_END_DECLS
