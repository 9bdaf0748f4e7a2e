#include "vouch-gs1-write.h"

#include <string.h>

#include "vouch-gs1-link-key.h"
#include "vouch-gs1-reading-private.h"

static void
append_value (GString *string, const VouchGs1Element *element, VouchGs1Syntax syntax)
{
  for (const char *at = element->value; *at != '\0'; at++)
    {
      if (*at == '(' && syntax == VOUCH_GS1_SYNTAX_BRACKETED)
        g_string_append_c (string, '\\');
      g_string_append_c (string, *at);
    }
}

static void
append_element (GString *string, const VouchGs1Element *element, VouchGs1Syntax syntax, gboolean is_last)
{
  if (syntax == VOUCH_GS1_SYNTAX_BRACKETED)
    g_string_append_printf (string, "(%s)", element->ai);
  else if (syntax == VOUCH_GS1_SYNTAX_SQUARE)
    g_string_append_printf (string, "[%s]", element->ai);
  else
    g_string_append (string, element->ai);
  append_value (string, element, syntax);
  if (syntax == VOUCH_GS1_SYNTAX_SCAN && element->row->needs_separator && !is_last)
    g_string_append_c (string, VOUCH_GS1_SEPARATOR);
}

/**
 * vouch_gs1_reading_to_string:
 * @reading: a reading
 * @syntax: how to write it
 *
 * Returns: (transfer full) (nullable): the elements in their order, or %NULL if @reading is invalid or has none
 */
char *
vouch_gs1_reading_to_string (const VouchGs1Reading *reading, VouchGs1Syntax syntax)
{
  GString *string;

  if (!reading->valid || reading->elements->len == 0)
    return NULL;
  string = g_string_sized_new (reading->size + 8);
  for (guint i = 0; i < reading->elements->len; i++)
    append_element (string, &g_array_index (reading->elements, VouchGs1Element, i), syntax,
                    i + 1 == reading->elements->len);
  return g_string_free (string, FALSE);
}

/**
 * vouch_gs1_element_string:
 * @pairs: (array length=n_pairs): the elements of a label, in the order to print them
 * @n_pairs: how many
 * @syntax: how to write them
 * @error: INVALID if an element breaks a rule, with its application identifier as the field
 *
 * Elements of fixed length first need the fewest separators.
 *
 * Returns: (transfer full): the element string, or %NULL with @error set
 */
char *
vouch_gs1_element_string (const VouchGs1Pair *pairs, gsize n_pairs, VouchGs1Syntax syntax, GError **error)
{
  g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_new_from_pairs (pairs, n_pairs);

  if (!vouch_gs1_reading_check (reading, error))
    return NULL;
  return vouch_gs1_reading_to_string (reading, syntax);
}

static void
append_coded (GString *string, const VouchGs1Element *element)
{
  for (const char *at = element->value; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || strchr ("-._~", *at) != NULL)
      g_string_append_c (string, *at);
    else
      g_string_append_printf (string, "%%%02X", (guchar)*at);
}

static const VouchGs1Element *
find_key (const VouchGs1Reading *reading)
{
  for (guint i = 0; i < reading->elements->len; i++)
    {
      const VouchGs1Element *element = &g_array_index (reading->elements, VouchGs1Element, i);

      if (element->row->is_key)
        return element;
    }
  return NULL;
}

/* The elements of the reading that one list of qualifiers names, in the list's order. */
static GPtrArray *
collect_qualifiers (const VouchGs1Reading *reading, const char *list)
{
  GPtrArray *path = g_ptr_array_new ();
  g_auto (GStrv) names = g_strsplit (list, " ", -1);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_find (reading, names[i]);

      if (element != NULL)
        g_ptr_array_add (path, (gpointer)element);
    }
  return path;
}

static gboolean
is_for_query (const VouchGs1Reading *reading, const VouchGs1Element *key, GPtrArray *path,
              const VouchGs1Element *element)
{
  return strcmp (element->ai, key->ai) != 0 && vouch_gs1_reading_find (reading, element->ai) == element &&
         !g_ptr_array_find (path, element, NULL);
}

static gboolean
can_carry (const VouchGs1Reading *reading, const VouchGs1Element *key, GPtrArray *path)
{
  for (guint i = 0; i < reading->elements->len; i++)
    {
      const VouchGs1Element *element = &g_array_index (reading->elements, VouchGs1Element, i);

      if (is_for_query (reading, key, path, element) && !element->row->attribute)
        return FALSE;
    }
  return TRUE;
}

/* Of the lists that leave nothing homeless, the one that takes most elements into the path. */
static GPtrArray *
choose_path (const VouchGs1Reading *reading, const VouchGs1Element *key)
{
  g_auto (GStrv) lists = g_strsplit (key->row->qualifiers != NULL ? key->row->qualifiers : "", "|", -1);
  g_autoptr (GPtrArray) best = NULL;

  if (lists[0] == NULL)
    best = g_ptr_array_new ();
  for (gsize i = 0; lists[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) path = collect_qualifiers (reading, lists[i]);

      if (can_carry (reading, key, path) && (best == NULL || path->len > best->len))
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&path);
        }
    }
  if (best != NULL && !can_carry (reading, key, best))
    return NULL;
  return g_steal_pointer (&best);
}

/**
 * vouch_gs1_reading_to_digital_link:
 * @reading: a reading
 * @stem: (nullable): scheme, host and perhaps a path, without a slash at the end; %NULL for the canonical one
 *
 * Writes the first key and its qualifiers as the path and the other elements as the query, each once.
 *
 * Returns: (transfer full) (nullable): the Digital Link, or %NULL if @reading is invalid, has no key, or has an element
 *   that is neither a qualifier of the key nor allowed in a query
 */
char *
vouch_gs1_reading_to_digital_link (const VouchGs1Reading *reading, const char *stem)
{
  g_autoptr (GPtrArray) path = NULL;
  const VouchGs1Element *key;
  char mark = '?';
  GString *uri;

  if (!reading->valid || (key = find_key (reading)) == NULL || (path = choose_path (reading, key)) == NULL)
    return NULL;

  uri = g_string_new (stem != NULL ? stem : VOUCH_GS1_CANONICAL_STEM);
  g_ptr_array_insert (path, 0, (gpointer)key);
  for (guint i = 0; i < path->len; i++)
    {
      const VouchGs1Element *element = g_ptr_array_index (path, i);

      g_string_append_printf (uri, "/%s/", element->ai);
      append_coded (uri, element);
    }
  for (guint i = 0; i < reading->elements->len; i++)
    {
      const VouchGs1Element *element = &g_array_index (reading->elements, VouchGs1Element, i);

      if (!is_for_query (reading, key, path, element))
        continue;
      g_string_append_printf (uri, "%c%s=", mark, element->ai);
      append_coded (uri, element);
      mark = '&';
    }
  return g_string_free (uri, FALSE);
}
