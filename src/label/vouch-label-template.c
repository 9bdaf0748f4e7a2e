#include "vouch-label-template.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-json.h"
#include "vouch-label-resources.h"

#define FOLDER "/app/vouch/Station/labels/"
#define SUFFIX ".json"
#define FIELD_NAME_MAX 40

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * vouch_label_template_new:
 * @name: how it is asked for
 * @width_um: of the label, micrometres
 * @height_um: of the label, micrometres
 *
 * Returns: (transfer full): an empty label
 */
VouchLabelTemplate *
vouch_label_template_new (const char *name, int width_um, int height_um)
{
  VouchLabelTemplate *self = g_new0 (VouchLabelTemplate, 1);

  self->name = g_strdup (name);
  self->version = 1;
  self->width_um = width_um;
  self->height_um = height_um;
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->required = g_ptr_array_new_with_free_func (g_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->elements = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_element_free);
  return self;
}

/**
 * vouch_label_field_name_is_valid:
 * @name: what somebody wants to call a field
 *
 * Returns: whether it is small ASCII letters, digits and underscores, at most 40, a letter first
 */
gboolean
vouch_label_field_name_is_valid (const char *name)
{
  gsize length = strlen (name);

  return g_ascii_islower (*name) && length <= FIELD_NAME_MAX &&
         strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") == length;
}

/**
 * vouch_label_template_add_field:
 * @self: a template
 * @name: a field that its patterns may name
 * @required: whether a label needs it
 */
void
vouch_label_template_add_field (VouchLabelTemplate *self, const char *name, gboolean required)
{
  g_hash_table_add (self->fields, g_strdup (name));
  if (required && !vouch_label_template_requires (self, name))
    g_ptr_array_add (self->required, g_strdup (name));
}

/**
 * vouch_label_template_requires:
 * @self: a template
 * @name: a field
 *
 * Returns: whether a label needs it
 */
gboolean
vouch_label_template_requires (const VouchLabelTemplate *self, const char *name)
{
  for (guint i = 0; i < self->required->len; i++)
    if (strcmp (g_ptr_array_index (self->required, i), name) == 0)
      return TRUE;
  return FALSE;
}

/**
 * vouch_label_template_add_word:
 * @self: a template
 * @field: a field
 * @value: a value of it
 * @form: in which form, "{field|form}"
 * @word: what is printed for it
 */
void
vouch_label_template_add_word (VouchLabelTemplate *self, const char *field, const char *value, const char *form,
                               const char *word)
{
  g_hash_table_insert (self->words, g_strdup_printf ("%s|%s|%s", field, value, form), g_strdup (word));
}

static void
copy_words (const VouchLabelTemplate *self, VouchLabelTemplate *copy)
{
  GHashTableIter iter;
  gpointer key, word;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &key, &word))
    g_hash_table_insert (copy->words, g_strdup (key), g_strdup (word));
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    vouch_label_template_add_field (copy, key, vouch_label_template_requires (self, key));
}

/**
 * vouch_label_template_copy:
 * @self: a template
 *
 * Returns: (transfer full): one like it
 */
VouchLabelTemplate *
vouch_label_template_copy (const VouchLabelTemplate *self)
{
  VouchLabelTemplate *copy = vouch_label_template_new (self->name, self->width_um, self->height_um);

  copy->title = g_strdup (self->title);
  copy->title_en = g_strdup (self->title_en);
  copy->purpose = g_strdup (self->purpose);
  copy->version = self->version;
  copy->margin_um = self->margin_um;
  copy_words (self, copy);
  for (guint i = 0; i < self->elements->len; i++)
    g_ptr_array_add (copy->elements, vouch_label_element_copy (g_ptr_array_index (self->elements, i)));
  return copy;
}

/**
 * vouch_label_template_load:
 * @name: a built-in template, like "unit-60x40"
 * @error: NOT_FOUND if there is none of that name, INVALID if its data break a rule
 *
 * Returns: (transfer full): the template, or %NULL
 */
VouchLabelTemplate *
vouch_label_template_load (const char *name, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *json;
  gsize length;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_strconcat (FOLDER, name, SUFFIX, NULL);
  bytes = g_resource_lookup_data (vouch_label_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      vouch_set_field_error (error, "template", VOUCH_ERROR_NOT_FOUND,
                             _ ("There is no label template “%s”: choose one of the list"), name);
      return NULL;
    }
  json = g_bytes_get_data (bytes, &length);
  return vouch_label_json_read (name, json, (gssize)length, error);
}

/**
 * vouch_label_template_list_names:
 *
 * Returns: (transfer full): the names of the built-in templates, sorted
 */
char **
vouch_label_template_list_names (void)
{
  g_auto (GStrv) files = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  files = g_resource_enumerate_children (vouch_label_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (char **file = files; file != NULL && *file != NULL; file++)
    if (g_str_has_suffix (*file, SUFFIX))
      g_ptr_array_add (names, g_strndup (*file, strlen (*file) - strlen (SUFFIX)));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_steal (names, NULL);
}

/**
 * vouch_label_template_free:
 * @self: (nullable): a template
 */
void
vouch_label_template_free (VouchLabelTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->title_en);
  g_free (self->purpose);
  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->required);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->elements);
  g_free (self);
}
