#pragma once

#include <glib.h>

/* A temporary directory that is gone after the test. */
typedef struct
{
  char *directory;
} Scratch;

void scratch_set_up (Scratch *self, gconstpointer data);
void scratch_tear_down (Scratch *self, gconstpointer data);
char *scratch_dup_path (const Scratch *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
GBytes *scratch_read (const char *path) G_GNUC_WARN_UNUSED_RESULT;
