#include "vouch-label-fill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-code.h"
#include "vouch-error.h"
#include "vouch-label-form-private.h"
#include "vouch-text.h"

/* One "{field}" or "{field|form}" of a pattern. */
typedef struct
{
  char *field;
  char *form; /* NULL: as it is */
} Slot;

static void
slot_clear (Slot *self)
{
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->form, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Slot, slot_clear)

/* Reads the slot that begins at @at, a "{"; returns where it ends, or NULL if it does not. */
static const char *
read_slot (const char *at, Slot *slot)
{
  const char *end = strchr (at, '}');
  const char *bar;

  slot_clear (slot);
  if (end == NULL || end == at + 1)
    return NULL;
  bar = memchr (at, '|', (gsize)(end - at));
  slot->field = g_strndup (at + 1, (gsize)((bar != NULL ? bar : end) - at - 1));
  if (bar != NULL)
    slot->form = g_strndup (bar + 1, (gsize)(end - bar - 1));
  return end + 1;
}

static char *
put_into_form (const VouchLabelTemplate *template, const Slot *slot, const char *value, GError **error)
{
  g_autofree char *key = NULL;
  const char *word;

  if (slot->form == NULL)
    return g_strdup (value);
  if (vouch_label_form_is_known (slot->form))
    return vouch_label_form_apply (slot->form, slot->field, value, error);
  if (*value == '\0')
    return g_strdup ("");
  key = g_strdup_printf ("%s|%s|%s", slot->field, value, slot->form);
  word = g_hash_table_lookup (template->words, key);
  if (word == NULL)
    {
      g_autofree char *shown = vouch_text_show (value, -1);

      vouch_set_field_error (error, slot->field, VOUCH_ERROR_INVALID,
                             _ ("“%s” is not a value of %s that label %s has a word for: choose another label"), shown,
                             slot->field, template->name);
      return NULL;
    }
  return g_strdup (word);
}

static gboolean
has_words (const VouchLabelTemplate *template, const Slot *slot)
{
  g_autofree char *prefix = g_strdup_printf ("%s|", slot->field);
  g_autofree char *suffix = g_strdup_printf ("|%s", slot->form);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, template->words);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, prefix) && g_str_has_suffix (key, suffix))
      return TRUE;
  return FALSE;
}

static gboolean
check_slot (const VouchLabelTemplate *template, const Slot *slot)
{
  return g_hash_table_contains (template->fields, slot->field) &&
         (slot->form == NULL || vouch_label_form_is_known (slot->form) || has_words (template, slot));
}

/* Segments do not lie in each other, and every one is closed; what is in a slot is the slot's. */
static gboolean
segments_are_closed (const char *pattern)
{
  gboolean open = FALSE, in_slot = FALSE;

  for (const char *at = pattern; *at != '\0'; at++)
    {
      if (*at == '{' || *at == '}')
        in_slot = *at == '{';
      else if (!in_slot && (*at == '[' || *at == ']'))
        {
          if (open == (*at == '['))
            return FALSE;
          open = !open;
        }
    }
  return !open;
}

/**
 * vouch_label_fill_check_pattern:
 * @template: a template
 * @pattern: (nullable): a text of it with fields, like "LOT {lot}"
 * @has_segments: whether what stands in square brackets is left out if a field in it is not set
 * @error: INVALID if it names a field or a form that the template does not have
 *
 * Returns: whether the pattern can be filled
 */
gboolean
vouch_label_fill_check_pattern (const VouchLabelTemplate *template, const char *pattern, gboolean has_segments,
                                GError **error)
{
  g_auto (Slot) slot = { NULL, NULL };

  for (const char *at = pattern != NULL ? strchr (pattern, '{') : NULL; at != NULL; at = strchr (at, '{'))
    {
      at = read_slot (at, &slot);
      if (at == NULL || !check_slot (template, &slot))
        {
          g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("“%s” names a field or form that the template does not have: add it to “fields” or “words”"),
                       pattern);
          return FALSE;
        }
    }
  if (!has_segments || pattern == NULL || segments_are_closed (pattern))
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("“%s” has square brackets that do not pair: close each before the next one opens"), pattern);
  return FALSE;
}

/**
 * vouch_label_fill_check_field:
 * @template: a template
 * @fields: (element-type utf8 utf8): values by field
 * @field: one that the template knows
 * @error: INVALID, naming the field, if it is required and missing, or has control characters or marks that reorder
 * text
 *
 * Returns: whether the field can be put on the label
 */
gboolean
vouch_label_fill_check_field (const VouchLabelTemplate *template, GHashTable *fields, const char *field, GError **error)
{
  const char *value = g_hash_table_lookup (fields, field);

  if ((value == NULL || *value == '\0') && vouch_label_template_requires (template, field))
    {
      vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, _ ("Label %s needs %s: fill it in first"),
                             template->name, field);
      return FALSE;
    }
  return vouch_text_check_line (value, field, VOUCH_CODE_TEXT_MAX, error);
}

/**
 * vouch_label_fill_check_fields:
 * @template: a template
 * @fields: (element-type utf8 utf8): values by field; those that the template does not know are ignored
 * @error: INVALID, naming the field, if one cannot be put on the label
 *
 * Returns: whether the template can be filled with them
 */
gboolean
vouch_label_fill_check_fields (const VouchLabelTemplate *template, GHashTable *fields, GError **error)
{
  GHashTableIter iter;
  gpointer field;

  g_hash_table_iter_init (&iter, template->fields);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    if (!vouch_label_fill_check_field (template, fields, field, error))
      return FALSE;
  return TRUE;
}

/**
 * vouch_label_fill:
 * @template: a template
 * @pattern: a text of it with fields
 * @fields: (element-type utf8 utf8): values by field; one that is missing is empty
 * @error: INVALID if a value has no word in the form asked for
 *
 * Values are put in as they are: braces inside a value mean nothing.
 *
 * Returns: (transfer full): the text
 */
char *
vouch_label_fill (const VouchLabelTemplate *template, const char *pattern, GHashTable *fields, GError **error)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  g_auto (Slot) slot = { NULL, NULL };
  const char *at = pattern;

  while (*at != '\0')
    {
      const char *open = strchr (at, '{');
      g_autofree char *formed = NULL;
      const char *value;

      g_string_append_len (filled, at, open != NULL ? open - at : -1);
      if (open == NULL)
        break;
      at = read_slot (open, &slot);
      g_return_val_if_fail (at != NULL, NULL);
      value = g_hash_table_lookup (fields, slot.field);
      formed = put_into_form (template, &slot, value != NULL ? value : "", error);
      if (formed == NULL)
        return NULL;
      g_string_append (filled, formed);
    }
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static gboolean
all_are_set (const char *segment, GHashTable *fields)
{
  g_auto (Slot) slot = { NULL, NULL };

  for (const char *at = strchr (segment, '{'); at != NULL; at = strchr (at, '{'))
    {
      const char *value;

      at = read_slot (at, &slot);
      value = at != NULL ? g_hash_table_lookup (fields, slot.field) : NULL;
      if (value == NULL || *value == '\0')
        return FALSE;
    }
  return TRUE;
}

/**
 * vouch_label_fill_segments:
 * @pattern: what a GS1 symbol says, "(01){gtin}[(17){expiry|date:%y%m%d}][(10){lot}]"
 * @fields: (element-type utf8 utf8): values by field
 *
 * Returns: (transfer full): the pattern without the segments that have a field which is not set
 */
char *
vouch_label_fill_segments (const char *pattern, GHashTable *fields)
{
  GString *kept = g_string_new (NULL);

  while (*pattern != '\0')
    {
      const char *open = strchr (pattern, '[');
      const char *end = open != NULL ? strchr (open, ']') : NULL;
      g_autofree char *segment = NULL;

      g_string_append_len (kept, pattern, end != NULL ? open - pattern : -1);
      if (end == NULL)
        break;
      segment = g_strndup (open + 1, (gsize)(end - open - 1));
      if (all_are_set (segment, fields))
        g_string_append (kept, segment);
      pattern = end + 1;
    }
  return g_string_free (kept, FALSE);
}

/**
 * vouch_label_fill_dup_field:
 * @pattern: (nullable): a text with fields
 *
 * Returns: (transfer full) (nullable): the first field that it names
 */
char *
vouch_label_fill_dup_field (const char *pattern)
{
  g_auto (Slot) slot = { NULL, NULL };
  const char *open = pattern != NULL ? strchr (pattern, '{') : NULL;

  if (open == NULL || read_slot (open, &slot) == NULL)
    return NULL;
  return g_steal_pointer (&slot.field);
}

/**
 * vouch_label_fill_names:
 * @pattern: (nullable): a text with fields
 * @field: a field
 *
 * Returns: whether the text has the field in it
 */
gboolean
vouch_label_fill_names (const char *pattern, const char *field)
{
  g_auto (Slot) slot = { NULL, NULL };

  for (const char *at = pattern != NULL ? strchr (pattern, '{') : NULL; at != NULL; at = strchr (at, '{'))
    {
      at = read_slot (at, &slot);
      if (at == NULL)
        return FALSE;
      if (strcmp (slot.field, field) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * vouch_label_fill_dup_field_of:
 * @pattern: what a GS1 symbol says
 * @message: what is wrong with it; begins with the identifier of an element, "(10) …"
 *
 * Returns: (transfer full) (nullable): the field that the element is made of, or the first one of the pattern
 */
char *
vouch_label_fill_dup_field_of (const char *pattern, const char *message)
{
  const char *end = *message == '(' ? strchr (message, ')') : NULL;
  g_autofree char *element = end != NULL ? g_strndup (message, (gsize)(end - message) + 1) : NULL;
  const char *at = element != NULL ? strstr (pattern, element) : NULL;

  return vouch_label_fill_dup_field (at != NULL ? at : pattern);
}
