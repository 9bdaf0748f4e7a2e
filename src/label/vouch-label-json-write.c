#include <string.h>

#include "vouch-label-element-json-private.h"
#include "vouch-label-json.h"
#include "vouch-label-member.h"

static void
write_text_member (GString *json, const char *name, const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (json, "  \"%s\": ", name);
  vouch_label_write_text (json, text);
  g_string_append (json, ",\n");
}

static void
write_length (GString *json, const char *name, int um)
{
  g_autofree char *mm = vouch_label_um_to_string (um);

  g_string_append_printf (json, "  \"%s\": %s,\n", name, mm);
}

static void
write_fields (const VouchLabelTemplate *self, GString *json)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->fields), (GCompareFunc)strcmp);

  g_string_append (json, "  \"fields\": {");
  for (GList *item = names; item != NULL; item = item->next)
    {
      g_string_append (json, item == names ? "\n    " : ",\n    ");
      vouch_label_write_text (json, item->data);
      g_string_append_printf (json, ": \"%s\"",
                              vouch_label_template_requires (self, item->data) ? "required" : "optional");
    }
  g_string_append (json, names != NULL ? "\n  },\n" : "},\n");
}

/* Keys are "field|value|form"; sorted, those of one field and one value follow each other. */
static void
write_words (const VouchLabelTemplate *self, GString *json)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (self->words), (GCompareFunc)strcmp);
  g_auto (GStrv) before = NULL;

  if (keys == NULL)
    return;
  g_string_append (json, "  \"words\": {");
  for (GList *item = keys; item != NULL; item = item->next)
    {
      g_auto (GStrv) key = g_strsplit (item->data, "|", 3);
      gboolean same_field = before != NULL && strcmp (before[0], key[0]) == 0;
      gboolean same_value = same_field && strcmp (before[1], key[1]) == 0;

      if (before != NULL)
        g_string_append (json, same_value ? ", " : same_field ? " },\n" : " }\n    },");
      if (!same_field)
        {
          g_string_append (json, "\n    ");
          vouch_label_write_text (json, key[0]);
          g_string_append (json, ": {\n");
        }
      if (!same_value)
        {
          g_string_append (json, "      ");
          vouch_label_write_text (json, key[1]);
          g_string_append (json, ": { ");
        }
      vouch_label_write_text (json, key[2]);
      g_string_append (json, ": ");
      vouch_label_write_text (json, g_hash_table_lookup (self->words, item->data));
      g_clear_pointer (&before, g_strfreev);
      before = g_steal_pointer (&key);
    }
  g_string_append (json, " }\n    }\n  },\n");
}

/**
 * vouch_label_json_write:
 * @self: a template
 *
 * What a card's groups became is written as the elements that they are.
 *
 * Returns: (transfer full): JSON that reads as the same template
 */
char *
vouch_label_json_write (const VouchLabelTemplate *self)
{
  GString *json = g_string_new ("{\n");

  g_string_append_printf (json, "  \"format\": %d,\n", VOUCH_LABEL_FORMAT);
  write_text_member (json, "title", self->title);
  write_text_member (json, "title_en", self->title_en);
  g_string_append_printf (json, "  \"version\": %d,\n", self->version);
  write_text_member (json, "purpose", self->purpose);
  write_length (json, "width", self->width_um);
  write_length (json, "height", self->height_um);
  if (self->margin_um > 0)
    write_length (json, "margin", self->margin_um);
  write_fields (self, json);
  write_words (self, json);
  g_string_append (json, "  \"elements\": [");
  for (guint i = 0; i < self->elements->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n    " : "\n    ");
      vouch_label_element_write_json (g_ptr_array_index (self->elements, i), json);
    }
  g_string_append (json, self->elements->len > 0 ? "\n  ]\n}\n" : "]\n}\n");
  return g_string_free (json, FALSE);
}
