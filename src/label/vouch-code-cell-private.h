#pragma once

#include "vouch-label-element.h"

G_BEGIN_DECLS

/*
 * VouchCodeCell:
 * @title: (nullable): what the code does or names, heavy, above it
 * @subtitle: (nullable): a second line
 * @text: what is encoded; the bracketed form of GS1 elements
 * @symbology: as what
 * @use: what for
 *
 * A titled code on paper, its text below it.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *text;
  VouchSymbology symbology;
  VouchCodeUse use;
} VouchCodeCell;

char *vouch_code_cell_dup_readable (const VouchCodeCell *self) G_GNUC_WARN_UNUSED_RESULT;
int vouch_code_cell_get_extra_height (const VouchCodeCell *self);
void vouch_code_cell_append (const VouchCodeCell *self, const VouchRect *um, GPtrArray *elements);

G_END_DECLS
