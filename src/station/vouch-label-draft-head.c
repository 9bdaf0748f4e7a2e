/* What a label that is being changed is as a whole: name, titles, size, fields. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-draft-private.h"
#include "vouch-length.h"
#include "vouch-print-job.h"

typedef enum
{
  HEAD_NAME,
  HEAD_TITLE_EN,
  HEAD_TITLE_ZH,
  HEAD_PURPOSE,
  HEAD_SIZE,
  HEAD_MARGIN,
  HEAD_REQUIRED,
  HEAD_OPTIONAL,
} Head;

static const VouchLabelHead heads[] = {
  [HEAD_NAME] = { "name", N_ ("Name: small letters, digits, hyphens"), FALSE },
  [HEAD_TITLE_EN] = { "title_en", N_ ("Title in English"), FALSE },
  [HEAD_TITLE_ZH] = { "title", N_ ("Title in Chinese"), FALSE },
  [HEAD_PURPOSE] = { "purpose", N_ ("What it is for"), TRUE },
  [HEAD_SIZE] = { "size", N_ ("Size: 60x40"), FALSE },
  [HEAD_MARGIN] = { "margin", N_ ("Margin"), FALSE },
  [HEAD_REQUIRED] = { "required", N_ ("Fields that labels need"), FALSE },
  [HEAD_OPTIONAL] = { "optional", N_ ("Fields that may be empty"), FALSE },
};

/**
 * vouch_label_head_list:
 * @n_heads: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_heads): the properties of a label itself, as editors show them
 */
const VouchLabelHead *
vouch_label_head_list (gsize *n_heads)
{
  *n_heads = G_N_ELEMENTS (heads);
  return heads;
}

/**
 * vouch_label_head_get_choice:
 * @self: a property that is a choice
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): that value; "" says nothing; %NULL after the last one
 */
const char *
vouch_label_head_get_choice (const VouchLabelHead *self, int index)
{
  g_return_val_if_fail (self->is_choice, NULL);

  return index == 0 ? "" : vouch_enum_get_name (&vouch_print_purpose_values, index - 1);
}

static char *
dup_fields (const VouchLabelTemplate *template, gboolean required)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (template->fields), (GCompareFunc)strcmp);
  GString *list = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    if (vouch_label_template_requires (template, name->data) == required)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", (const char *)name->data);
  return g_string_free (list, FALSE);
}

/**
 * vouch_label_draft_dup_head:
 * @self: a draft
 * @head: a property of the label itself
 *
 * Returns: (transfer full): its value as vouch_label_draft_set_head() takes it
 */
char *
vouch_label_draft_dup_head (VouchLabelDraft *self, const VouchLabelHead *head)
{
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self);

  switch ((Head)(head - heads))
    {
    case HEAD_NAME:
      return g_strdup (template->name);
    case HEAD_TITLE_EN:
      return g_strdup (template->title_en != NULL ? template->title_en : "");
    case HEAD_TITLE_ZH:
      return g_strdup (template->title != NULL ? template->title : "");
    case HEAD_PURPOSE:
      return g_strdup (template->purpose != NULL ? template->purpose : "");
    case HEAD_SIZE:
      return vouch_length_size_to_string (template->width_um, template->height_um);
    case HEAD_MARGIN:
      return vouch_length_to_string (template->margin_um);
    case HEAD_REQUIRED:
      return dup_fields (template, TRUE);
    case HEAD_OPTIONAL:
      return dup_fields (template, FALSE);
    }
  g_assert_not_reached ();
}

static gboolean
set_text (char **target, const char *value)
{
  g_free (*target);
  *target = *value != '\0' ? g_strdup (value) : NULL;
  return TRUE;
}

static gboolean
check_side (const char *field, gint64 um, GError **error)
{
  if (um >= VOUCH_LABEL_SIDE_MIN_MM * 1000 && um <= VOUCH_LABEL_SIDE_MAX_MM * 1000)
    return TRUE;
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, _ ("A label is %d to %d mm wide and high"),
                         VOUCH_LABEL_SIDE_MIN_MM, VOUCH_LABEL_SIDE_MAX_MM);
  return FALSE;
}

static gboolean
set_size (VouchLabelTemplate *template, const char *value, GError **error)
{
  gint64 width, height;

  if (!vouch_length_parse_size (value, "size", &width, &height, error) || !check_side ("size", width, error) ||
      !check_side ("size", height, error))
    return FALSE;
  template->width_um = (int)width;
  template->height_um = (int)height;
  return TRUE;
}

static gboolean
set_margin (VouchLabelTemplate *template, const char *value, GError **error)
{
  gint64 margin;

  if (!vouch_length_parse (value, "margin", &margin, error))
    return FALSE;
  if (margin >= 0 && 2 * margin < MIN (template->width_um, template->height_um))
    {
      template->margin_um = (int)margin;
      return TRUE;
    }
  vouch_set_field_error (error, "margin", VOUCH_ERROR_INVALID, _ ("The margin leaves no room: make it smaller"));
  return FALSE;
}

static void
add_fields (VouchLabelTemplate *template, char **names, gboolean required)
{
  for (char **name = names; *name != NULL; name++)
    if (**name != '\0')
      vouch_label_template_add_field (template, *name, required);
}

/* One of the two lists is written anew; a name in both is one that labels need. */
static gboolean
set_fields (VouchLabelTemplate *template, const char *value, gboolean required, GError **error)
{
  g_auto (GStrv) written = g_strsplit_set (value, ", ", -1);
  g_autofree char *others = dup_fields (template, !required);
  g_auto (GStrv) kept = g_strsplit_set (others, ", ", -1);

  for (char **name = written; *name != NULL; name++)
    if (**name != '\0' && !vouch_label_field_name_is_valid (*name))
      {
        vouch_set_field_error (error, required ? "required" : "optional", VOUCH_ERROR_INVALID,
                               _ ("“%s” is no name of a field: use small letters, digits and underscores, a letter "
                                  "first, and commas between names"),
                               *name);
        return FALSE;
      }
  g_hash_table_remove_all (template->fields);
  g_ptr_array_set_size (template->required, 0);
  add_fields (template, written, required);
  add_fields (template, kept, !required);
  return TRUE;
}

static gboolean
set_head (VouchLabelTemplate *template, Head head, const char *value, GError **error)
{
  switch (head)
    {
    case HEAD_NAME:
      g_free (template->name);
      template->name = g_strdup (value);
      return TRUE;
    case HEAD_TITLE_EN:
      return set_text (&template->title_en, value);
    case HEAD_TITLE_ZH:
      return set_text (&template->title, value);
    case HEAD_PURPOSE:
      return set_text (&template->purpose, value);
    case HEAD_SIZE:
      return set_size (template, value, error);
    case HEAD_MARGIN:
      return set_margin (template, value, error);
    case HEAD_REQUIRED:
      return set_fields (template, value, TRUE, error);
    case HEAD_OPTIONAL:
      return set_fields (template, value, FALSE, error);
    }
  g_assert_not_reached ();
}

/**
 * vouch_label_draft_set_head:
 * @self: a draft
 * @head: a property of the label itself
 * @value: as a person wrote it
 * @error: INVALID, naming the property, if that is none of its values; it stays as it was
 *
 * Values of one property in a row are one step.
 *
 * Returns: whether the label has it now
 */
gboolean
vouch_label_draft_set_head (VouchLabelDraft *self, const VouchLabelHead *head, const char *value, GError **error)
{
  g_autoptr (VouchLabelTemplate) trial = vouch_label_template_copy (vouch_label_draft_get_template (self));

  if (!set_head (trial, (Head)(head - heads), value, error))
    return FALSE;
  vouch_label_draft_begin (self, head->name);
  set_head (vouch_label_draft_lend (self), (Head)(head - heads), value, NULL);
  vouch_label_draft_end (self, vouch_label_draft_get_chosen (self));
  return TRUE;
}
