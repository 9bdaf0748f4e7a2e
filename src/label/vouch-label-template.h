#pragma once

#include <glib.h>

#include "vouch-label-element.h"

G_BEGIN_DECLS

/**
 * VouchLabelTemplate:
 * @name: how it is asked for, like "unit-60x40"
 * @title: (nullable): what it is called on screen, in Chinese and English
 * @version: grows when its look changes
 * @width_um: of the label, micrometres
 * @height_um: of the label, micrometres
 * @fields: (element-type utf8): the names of the fields that it knows
 * @required: (element-type utf8): those that must be given
 * @words: (element-type utf8 utf8): "field|value|form" to the word that is printed for it
 * @elements: (element-type VouchLabelElement): what is on it, back to front
 *
 * A label as data: no code, no expressions.
 */
typedef struct
{
  char *name;
  char *title;
  int version;
  int width_um;
  int height_um;
  GHashTable *fields;
  GPtrArray *required;
  GHashTable *words;
  GPtrArray *elements;
} VouchLabelTemplate;

VouchLabelTemplate *vouch_label_template_new (const char *name, int width_um, int height_um) G_GNUC_WARN_UNUSED_RESULT;
VouchLabelTemplate *vouch_label_template_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char **vouch_label_template_list_names (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_template_free (VouchLabelTemplate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelTemplate, vouch_label_template_free)

G_END_DECLS
