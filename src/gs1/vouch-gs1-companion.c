/* Which elements belong together on one item, and which do not. */
#include "vouch-gs1-companion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-gs1-reading-private.h"

/* An element is no companion of itself, though a pattern such as 310n means it too. */
static const VouchGs1Element *
find_companion (const VouchGs1Reading *reading, const VouchGs1Element *self, const char *pattern, gsize length)
{
  for (guint i = 0; i < reading->elements->len; i++)
    {
      const VouchGs1Element *other = &g_array_index (reading->elements, VouchGs1Element, i);

      if (strcmp (other->ai, self->ai) != 0 && vouch_gs1_ai_matches (pattern, length, other->ai))
        return other;
    }
  return NULL;
}

/* All of the identifiers joined by +. */
static gboolean
has_group (const VouchGs1Reading *reading, const VouchGs1Element *self, const char *group, gsize length)
{
  const char *end = group + length;

  while (group < end)
    {
      const char *plus = memchr (group, '+', (gsize)(end - group));
      const char *stop = plus != NULL ? plus : end;

      if (find_companion (reading, self, group, (gsize)(stop - group)) == NULL)
        return FALSE;
      group = stop + 1;
    }
  return TRUE;
}

static gboolean
has_required (const VouchGs1Reading *reading, const VouchGs1Element *self)
{
  for (const char *group = self->row->required; *group != '\0';)
    {
      gsize length = strcspn (group, " ");

      if (has_group (reading, self, group, length))
        return TRUE;
      group += length + strspn (group + length, " ");
    }
  return FALSE;
}

static void
check_required (VouchGs1Reading *reading, const VouchGs1Element *self)
{
  g_auto (GStrv) groups = NULL;
  g_autofree char *shown = NULL;

  if (has_required (reading, self))
    return;
  groups = g_strsplit (self->row->required, " ", -1);
  shown = g_strjoinv (" / ", groups);
  vouch_gs1_reading_add_gap (reading, VOUCH_GS1_RULE_REQUIRED, self,
                             /* Translators: application identifiers, as "(10) needs one of 01 / 02 on the same item" */
                             g_strdup_printf (_ ("(%s) needs one of %s on the same item"), self->ai, shown));
}

static void
check_excluded (VouchGs1Reading *reading, const VouchGs1Element *self)
{
  for (const char *pattern = self->row->excluded; *pattern != '\0';)
    {
      gsize length = strcspn (pattern, " ");
      const VouchGs1Element *other = find_companion (reading, self, pattern, length);

      if (other != NULL)
        vouch_gs1_reading_add_gap (
            reading, VOUCH_GS1_RULE_EXCLUDED, self,
            g_strdup_printf (_ ("(%s) must not stand beside (%s) on the same item"), self->ai, other->ai));
      pattern += length + strspn (pattern + length, " ");
    }
}

/**
 * vouch_gs1_companions_check:
 * @reading: a reading whose elements are valid
 *
 * Notes what is missing and what is one too many among the elements of @reading. Elements of one item may be spread
 * over several bar codes: join their readings first.
 */
void
vouch_gs1_companions_check (VouchGs1Reading *reading)
{
  for (guint i = 0; i < reading->elements->len; i++)
    {
      const VouchGs1Element *element = &g_array_index (reading->elements, VouchGs1Element, i);

      /* A repeated element is judged once. */
      if (element->row == NULL || vouch_gs1_reading_find (reading, element->ai) != element)
        continue;
      if (element->row->required != NULL)
        check_required (reading, element);
      if (element->row->excluded != NULL)
        check_excluded (reading, element);
    }
}
