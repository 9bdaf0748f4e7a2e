#include "vouch-sample-draw.h"

#include <glib/gi18n-lib.h>

#include "vouch-class-plan.h"
#include "vouch-error.h"
#include "vouch-sample-unit.h"
#include "vouch-sampling-draw.h"
#include "vouch-sampling-stage.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;

  return (one > other) - (one < other);
}

static void
add_end (GArray *ends, guint64 size, gint64 lot_size)
{
  guint32 end = (guint32)MIN (size, (guint64)lot_size);

  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, guint32, i) == end)
      return;
  g_array_append_val (ends, end);
}

/**
 * vouch_sample_draw_list_ends:
 * @inspection: the inspection
 * @class_plans: (element-type VouchClassPlan): what its lot is judged by
 *
 * A sample is drawn in steps: one ends where a class, or one of its stages, has all the units that it wants.
 *
 * Returns: (transfer full) (element-type guint32): after how many units of the sample each step ends, ascending; those
 *   of stages that are not drawn yet are among them
 */
GArray *
vouch_sample_draw_list_ends (const VouchInspection *inspection, const GPtrArray *class_plans)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < class_plans->len; i++)
    {
      const VouchClassPlan *plan = g_ptr_array_index (class_plans, i);
      VouchSamplingStages samples;

      if (!vouch_sampling_stages_parse (plan->samples, &samples))
        continue;
      for (guint stage = 1; stage <= samples.n_stages; stage++)
        add_end (ends, vouch_sampling_stages_get_size (&samples, stage), inspection->lot_size);
    }
  g_array_sort (ends, compare);
  return ends;
}

/* The lot by its packages, the last of which may not be full. */
static GArray *
list_sizes (const VouchInspection *inspection)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint64 package_size = vouch_inspection_get_package_size (inspection);
  gint64 each = package_size > 0 ? package_size : inspection->lot_size;

  for (gint64 left = inspection->lot_size; left > 0; left -= each)
    {
      guint32 size = (guint32)MIN (left, each);

      g_array_append_val (sizes, size);
    }
  return sizes;
}

static guint32 *
draw (const VouchInspection *inspection, const GPtrArray *class_plans)
{
  g_autoptr (GArray) ends = vouch_sample_draw_list_ends (inspection, class_plans);
  g_autoptr (GArray) sizes = list_sizes (inspection);
  g_autofree guint32 *units = NULL;

  if (ends->len == 0 || inspection->lot_size > G_MAXUINT32)
    return NULL;
  units = g_new (guint32, g_array_index (ends, guint32, ends->len - 1));
  if (!vouch_sampling_draw_nested (g_bytes_get_data (inspection->seed, NULL), (const guint32 *)sizes->data, sizes->len,
                                   (const guint32 *)ends->data, ends->len, units))
    return NULL;
  return g_steal_pointer (&units);
}

/**
 * vouch_sample_draw_insert:
 * @act: the act
 * @inspection: the inspection, whose sample_size says how many units are drawn now
 * @class_plans: (element-type VouchClassPlan): what its lot is judged by
 * @from: how many were drawn before
 * @error: why they cannot be drawn
 *
 * Writes the units of the sample after the first @from. The whole sample with all its stages follows from the seed, so
 * that taking the next stage draws nothing anew.
 *
 * Returns: whether the units are written
 */
gboolean
vouch_sample_draw_insert (VouchAct *act, const VouchInspection *inspection, const GPtrArray *class_plans, gint64 from,
                          GError **error)
{
  g_autofree guint32 *units = draw (inspection, class_plans);

  if (units == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The sample cannot be drawn from this lot"));
      return FALSE;
    }
  for (gint64 i = from; i < inspection->sample_size; i++)
    {
      g_autoptr (VouchSampleUnit) unit = vouch_sample_unit_new ();

      unit->id = vouch_act_next_id (act);
      unit->inspection_id = inspection->id;
      unit->position = i + 1;
      unit->unit = units[i];
      if (!vouch_act_insert (act, &vouch_sample_unit_type, unit, error))
        return FALSE;
    }
  return TRUE;
}
