#include "vouch-pick-list.h"

static void
free_place (VouchPickPlace *place)
{
  g_array_unref (place->units);
  g_free (place);
}

static void
free_sample (VouchPickSample *sample)
{
  g_free (sample->purpose);
  g_ptr_array_unref (sample->places);
  g_free (sample);
}

static void
free_code (VouchPickCode *code)
{
  g_free (code->caption);
  g_free (code->text);
  g_free (code->modules);
  g_free (code);
}

/**
 * vouch_pick_list_new:
 *
 * Returns: (transfer full): a list that names nothing yet
 */
VouchPickList *
vouch_pick_list_new (void)
{
  VouchPickList *self = g_new0 (VouchPickList, 1);

  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify)free_sample);
  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify)free_code);
  return self;
}

/**
 * vouch_pick_list_free:
 * @self: (nullable): a list
 */
void
vouch_pick_list_free (VouchPickList *self)
{
  if (self == NULL)
    return;

  char *const texts[] = { self->station,      self->number, self->printed_at, self->printed_by,
                          self->product_name, self->sku,    self->supplier,   self->lot,
                          self->supplier_lot, self->plan,   self->seed };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->samples);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

/**
 * vouch_pick_list_add_sample:
 * @self: a list
 * @stage: the next sample of the plan
 *
 * Returns: (transfer none): the sample, without units so far
 */
VouchPickSample *
vouch_pick_list_add_sample (VouchPickList *self, const VouchSamplingStage *stage)
{
  VouchPickSample *sample;

  g_return_val_if_fail (self != NULL && stage != NULL, NULL);

  sample = g_new0 (VouchPickSample, 1);
  sample->stage = *stage;
  sample->places = g_ptr_array_new_with_free_func ((GDestroyNotify)free_place);
  g_ptr_array_add (self->samples, sample);
  return sample;
}

/**
 * vouch_pick_list_add_code:
 * @self: a list
 * @caption: what the symbol is for, translated
 * @text: what a scanner reads
 * @columns: modules a row
 * @rows: how many rows; 1 of bars
 *
 * Returns: (transfer none): the symbol, all white so far
 */
VouchPickCode *
vouch_pick_list_add_code (VouchPickList *self, const char *caption, const char *text, guint columns, guint rows)
{
  VouchPickCode *code;

  g_return_val_if_fail (self != NULL && columns > 0 && rows > 0, NULL);

  code = g_new0 (VouchPickCode, 1);
  code->caption = g_strdup (caption);
  code->text = g_strdup (text);
  code->columns = columns;
  code->rows = rows;
  code->modules = g_malloc0 ((gsize)columns * rows);
  g_ptr_array_add (self->codes, code);
  return code;
}

/**
 * vouch_pick_sample_add_units:
 * @self: a sample
 * @carton: the carton or pallet that holds them, from 1; 0 where units are counted through the lot
 * @units: (array length=n_units): their numbers, ascending
 * @n_units: how many
 *
 * Names units to be drawn, after those that are named.
 */
void
vouch_pick_sample_add_units (VouchPickSample *self, guint carton, const guint32 *units, guint n_units)
{
  VouchPickPlace *added;

  g_return_if_fail (self != NULL && (units != NULL || n_units == 0));

  added = g_new0 (VouchPickPlace, 1);
  added->carton = carton;
  added->units = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_units);
  g_array_append_vals (added->units, units, n_units);
  g_ptr_array_add (self->places, added);
}
