#pragma once

#include <glib.h>

GPtrArray *test_csv_read (const char *name);
