#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rows of a file of tests/data/gs1, each as its columns; lines that begin with # are left out. */
GPtrArray *gs1_data_load (const char *name, guint n_columns);
char *gs1_data_with_separators (const char *text);

G_END_DECLS
