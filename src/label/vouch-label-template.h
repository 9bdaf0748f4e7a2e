#pragma once

#include <glib.h>

#include "vouch-label-element.h"

G_BEGIN_DECLS

#define VOUCH_LABEL_ELEMENTS_MAX 500

/**
 * VouchLabelTemplate:
 * @name: how it is asked for, like "unit-60x40"
 * @title: (nullable): what it is called on screen, in Chinese
 * @title_en: (nullable): the same in English
 * @version: grows when its look changes
 * @purpose: (nullable): which labels it is for, as print jobs name it, like "unit"
 * @width_um: of the label, micrometres
 * @height_um: of the label, micrometres
 * @margin_um: how far from the edge texts, codes and pictures stay, micrometres
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
  char *title_en;
  int version;
  char *purpose;
  int width_um;
  int height_um;
  int margin_um;
  GHashTable *fields;
  GPtrArray *required;
  GHashTable *words;
  GPtrArray *elements;
} VouchLabelTemplate;

VouchLabelTemplate *vouch_label_template_new (const char *name, int width_um, int height_um) G_GNUC_WARN_UNUSED_RESULT;
VouchLabelTemplate *vouch_label_template_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLabelTemplate *vouch_label_template_copy (const VouchLabelTemplate *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_field_name_is_valid (const char *name);
void vouch_label_template_add_field (VouchLabelTemplate *self, const char *name, gboolean required);
gboolean vouch_label_template_requires (const VouchLabelTemplate *self, const char *name);
void vouch_label_template_add_word (VouchLabelTemplate *self, const char *field, const char *value, const char *form,
                                    const char *word);
char **vouch_label_template_list_names (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_template_free (VouchLabelTemplate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelTemplate, vouch_label_template_free)

G_END_DECLS
