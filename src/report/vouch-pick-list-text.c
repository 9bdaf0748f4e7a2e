/* The words of a pick list, and the list as plain text. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-pick-list-private.h"

/* Of the seed, at its begin and at its end: enough to tell two draws apart. */
#define SEED_CHARS 8
/* Units in a line of plain text. */
#define UNITS_A_LINE 10

/* The seed in short, or NULL. */
char *
vouch_pick_list_dup_seed (const VouchPickList *self)
{
  gsize length = self->seed != NULL ? strlen (self->seed) : 0;

  if (length <= 2 * SEED_CHARS)
    return g_strdup (self->seed);
  return g_strdup_printf ("%.*s…%s", SEED_CHARS, self->seed, self->seed + length - SEED_CHARS);
}

/* Translators, in each: acceptance and rejection number. */
static char *
dup_terms (const VouchPickSample *sample)
{
  const VouchSamplingStage *stage = &sample->stage;

  if (sample->purpose != NULL)
    return g_strdup (sample->purpose);
  if (stage->ac == VOUCH_SAMPLING_NO_ACCEPTANCE)
    return g_strdup_printf (_ ("no acceptance yet, Re %u"), stage->re);
  return g_strdup_printf ("Ac %d, Re %u", stage->ac, stage->re);
}

/* What a sample takes; a plan of one has no number for it. */
char *
vouch_pick_list_dup_heading (const VouchPickList *self, guint index)
{
  const VouchPickSample *sample = self->samples->pdata[index];
  g_autofree char *terms = dup_terms (sample);

  if (self->samples->len == 1)
    /* Translators: sample size; then acceptance and rejection number, or what it is judged for. */
    return g_strdup_printf (ngettext ("Draw %u unit · %s", "Draw %u units · %s", sample->stage.n), sample->stage.n,
                            terms);
  /* Translators: which sample; its size; then acceptance and rejection number, or what it is judged for. */
  return g_strdup_printf (ngettext ("Sample %u: draw %u unit · %s", "Sample %u: draw %u units · %s", sample->stage.n),
                          index + 1, sample->stage.n, terms);
}

char *
vouch_pick_place_dup_name (const VouchPickPlace *self)
{
  /* Translators: the number of a carton or pallet. */
  return g_strdup_printf (_ ("Carton %u"), self->carton);
}

/* The units of a place, like "units 2, 5". */
char *
vouch_pick_place_dup_units (const VouchPickPlace *self)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < self->units->len; i++)
    g_string_append_printf (numbers, i > 0 ? ", %u" : "%u", g_array_index (self->units, guint32, i));
  /* Translators: the number of a unit, or of several, like "2, 5". */
  return g_strdup_printf (ngettext ("unit %s", "units %s", self->units->len), numbers->str);
}

static void
add_fact (GString *text, const char *key, const char *value)
{
  if (value != NULL && value[0] != '\0')
    /* Translators: what it is, and the fact. */
    g_string_append_printf (text, C_ ("fact", "%s: %s\n"), key, value);
}

static void
add_facts (GString *text, const VouchPickList *self)
{
  g_autofree char *lot_size = g_strdup_printf ("%" G_GINT64_FORMAT, self->lot_size);
  g_autofree char *seed = vouch_pick_list_dup_seed (self);

  add_fact (text, _ ("Inspection"), self->number);
  add_fact (text, _ ("Product"), self->product_name);
  add_fact (text, _ ("Article no."), self->sku);
  add_fact (text, _ ("Supplier"), self->supplier);
  add_fact (text, _ ("Lot"), self->lot);
  add_fact (text, _ ("Supplier lot"), self->supplier_lot);
  add_fact (text, _ ("Lot size"), lot_size);
  add_fact (text, _ ("Plan"), self->plan);
  add_fact (text, _ ("Seed of the draw"), seed);
}

static void
add_units (GString *text, const GArray *units)
{
  for (guint i = 0; i < units->len; i++)
    g_string_append_printf (text, "%s[ ] %u%s", i % UNITS_A_LINE == 0 ? "" : "  ", g_array_index (units, guint32, i),
                            i + 1 == units->len || i % UNITS_A_LINE == UNITS_A_LINE - 1 ? "\n" : "");
}

static void
add_place (GString *text, const VouchPickPlace *place)
{
  g_autofree char *name = NULL, *units = NULL;

  if (place->carton == 0)
    {
      add_units (text, place->units);
      return;
    }
  name = vouch_pick_place_dup_name (place);
  units = vouch_pick_place_dup_units (place);
  g_string_append_printf (text, "[ ] %s: %s\n", name, units);
}

/**
 * vouch_pick_list_dup_text:
 * @self: a list, filled in
 *
 * Returns: (transfer full): the list as plain text with a box to tick beside each row, in the current language
 */
char *
vouch_pick_list_dup_text (const VouchPickList *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, "%s\n\n", _ ("Pick list"));
  add_facts (text, self);
  for (guint i = 0; i < self->samples->len; i++)
    {
      const VouchPickSample *sample = self->samples->pdata[i];
      g_autofree char *heading = vouch_pick_list_dup_heading (self, i);

      g_string_append_printf (text, "\n%s\n", heading);
      for (guint k = 0; k < sample->places->len; k++)
        add_place (text, sample->places->pdata[k]);
    }
  return g_string_free (text, FALSE);
}
