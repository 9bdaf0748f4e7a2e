#pragma once

#include <glib.h>

#define SCENE_CODE_N_KINDS 14

/* As drawn_code_new() calls them. */
extern const char *const scene_code_kinds[SCENE_CODE_N_KINDS];

/**
 * SceneCode:
 * @drawn: (owned): what is drawn, as drawn_code_new() takes it
 * @text: (owned): what reads as
 *
 * A code with any content.
 */
typedef struct
{
  char *drawn;
  char *text;
} SceneCode;

SceneCode *scene_code_new (const char *kind, GRand *random);
void scene_code_free (SceneCode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SceneCode, scene_code_free)
