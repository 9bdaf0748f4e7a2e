#include "vouch-label-template.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-json.h"
#include "vouch-label-resources.h"

#define FOLDER "/app/vouch/Station/labels/"
#define SUFFIX ".json"

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
  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->required);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->elements);
  g_free (self);
}
