#pragma once

#include <glib.h>

/* Removes a folder of a test with all that is in it. */
void test_folder_remove (const char *path);
