#include "vouch-lookup-private-list.h"

#include <string.h>

#include "vouch-error.h"
#include "vouch-id.h"
#include "vouch-lookup-count.h"
#include "vouch-lookup-event.h"
#include "vouch-lookup-form.h"
#include "vouch-lookup-problem.h"

typedef struct
{
  const char *path;
  char *(*list) (VouchLookupDb *reader, const VouchLookupForm *form, GError **error);
} List;

/* Where to go on; "" and 0 are the beginning. */
static const char *
get_after (const VouchLookupForm *form)
{
  const char *after = vouch_lookup_form_get (form, "after");

  return after == NULL || g_str_equal (after, "0") ? "" : after;
}

static gboolean
read_number (const char *text, gint64 at_first, gint64 *number, GError **error)
{
  guint64 read = 0;

  *number = at_first;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, &read, NULL))
    {
      vouch_set_field_error (error, "after", VOUCH_ERROR_INVALID, "“%s” is no number to go on after", text);
      return FALSE;
    }
  *number = (gint64)read;
  return TRUE;
}

static char *
list_cases (VouchLookupDb *reader, const VouchLookupForm *form, GError **error)
{
  const char *after = get_after (form);
  gint64 id = 0;

  if (*after != '\0' && !vouch_id_parse (after, &id, error))
    return NULL;
  return vouch_lookup_case_list (reader, &id, error);
}

static char *
list_events (VouchLookupDb *reader, const VouchLookupForm *form, GError **error)
{
  gint64 seq;

  return read_number (get_after (form), 0, &seq, error) ? vouch_lookup_event_list (reader, &seq, error) : NULL;
}

static char *
list_counts (VouchLookupDb *reader, const VouchLookupForm *form, GError **error)
{
  const char *lot = vouch_lookup_form_get (form, "lot");
  const char *after = vouch_lookup_form_get (form, "after");
  g_autofree char *after_lot = g_strdup (after != NULL ? after : "");
  gint64 unit;

  if (lot == NULL)
    return vouch_lookup_count_list_lots (reader, &after_lot, error);
  return read_number (after != NULL ? after : "", -1, &unit, error)
             ? vouch_lookup_count_list_units (reader, lot, unit, error)
             : NULL;
}

static const List lists[] = { { "/cases", list_cases }, { "/events", list_events }, { "/counts", list_counts } };

static const List *
find_list (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].path, path))
      return &lists[i];
  return NULL;
}

gboolean
vouch_lookup_private_is_list (const char *path)
{
  return find_list (path) != NULL;
}

/**
 * vouch_lookup_private_list:
 * @reader: the database
 * @path: one of "/cases", "/events" and "/counts"
 * @query: what comes after the question mark, or ""
 * @error: INVALID for the query; STORAGE
 *
 * Lists what stations fetch, a page of it.
 *
 * Returns: (transfer full) (nullable): JSON lines, maybe none
 */
char *
vouch_lookup_private_list (VouchLookupDb *reader, const char *path, const char *query, GError **error)
{
  g_autoptr (VouchLookupForm) form = vouch_lookup_form_parse (query, strlen (query), error);

  return form != NULL ? find_list (path)->list (reader, form, error) : NULL;
}
