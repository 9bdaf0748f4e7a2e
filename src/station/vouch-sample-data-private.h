#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The elements of one of the program's example data files. */
JsonArray *vouch_sample_data_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
