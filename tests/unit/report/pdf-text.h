#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *pdf_test_path (const char *name);
char *pdf_read_text (const char *path);
guint pdf_count_pages (const char *text);
guint pdf_count (const char *text, const char *words);
void pdf_assert_has (const char *text, const char *words);

G_END_DECLS
