/* Plans that follow no table: so many items, or so much of the lot. */
#include "vouch-sampling-share.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-sampling-plan.h"

static gboolean
check (gint64 lot_size, gint64 ac, GError **error)
{
  if (lot_size < 1 || lot_size > VOUCH_SAMPLING_LOT_SIZE_MAX)
    vouch_set_field_error (error, "lot_size", VOUCH_ERROR_INVALID, _ ("A lot has 1 to %lld items"),
                           (long long)VOUCH_SAMPLING_LOT_SIZE_MAX);
  else if (ac < 0 || ac >= G_MAXINT32)
    vouch_set_field_error (error, "ac", VOUCH_ERROR_INVALID, _ ("There is no acceptance number %lld"), (long long)ac);
  else
    return TRUE;
  return FALSE;
}

/**
 * vouch_sampling_plan_fixed:
 * @lot_size: items in the lot
 * @n: items to inspect; the whole lot, if it has fewer
 * @ac: acceptance number; the rejection number is one more
 * @stages: (out caller-allocates): the plan; untouched on failure
 * @error: INVALID with the field at fault: "lot_size", "n" or "ac"
 *
 * A plan of always the same number of items.
 *
 * Returns: whether there is such a plan
 */
gboolean
vouch_sampling_plan_fixed (gint64 lot_size, gint64 n, gint64 ac, VouchSamplingStages *stages, GError **error)
{
  g_return_val_if_fail (stages != NULL, FALSE);

  if (!check (lot_size, ac, error))
    return FALSE;
  if (n < 1 || MIN (n, lot_size) > G_MAXUINT32)
    {
      vouch_set_field_error (error, "n", VOUCH_ERROR_INVALID, _ ("A sample of %lld items cannot be drawn"),
                             (long long)MIN (n, lot_size));
      return FALSE;
    }
  *stages = (VouchSamplingStages){
    .n_stages = 1, .stages = { { .n = (guint32)MIN (n, lot_size), .ac = (gint32)ac, .re = (guint32)ac + 1 } }
  };
  return TRUE;
}

/**
 * vouch_sampling_plan_share:
 * @lot_size: items in the lot
 * @share: the part of the lot to inspect, in hundredths of a percent: VOUCH_SAMPLING_WHOLE_LOT for 100 % inspection
 * @ac: acceptance number; the rejection number is one more
 * @stages: (out caller-allocates): the plan; untouched on failure
 * @error: INVALID with the field at fault: "lot_size", "share", "n" or "ac"
 *
 * A plan of a percentage of the lot, rounded up to whole items, so that there is always one. The protection it gives
 * varies with the lot's size; its operating characteristic shows that.
 *
 * Returns: whether there is such a plan
 */
gboolean
vouch_sampling_plan_share (gint64 lot_size, gint64 share, gint64 ac, VouchSamplingStages *stages, GError **error)
{
  gint64 whole = lot_size / VOUCH_SAMPLING_WHOLE_LOT, rest = lot_size % VOUCH_SAMPLING_WHOLE_LOT;

  if (share < 1 || share > VOUCH_SAMPLING_WHOLE_LOT)
    {
      vouch_set_field_error (error, "share", VOUCH_ERROR_INVALID,
                             _ ("A share of the lot is 0.01 %% to 100 %%, counted in hundredths of a percent"));
      return FALSE;
    }
  if (!check (lot_size, ac, error))
    return FALSE;
  rest = (rest * share + VOUCH_SAMPLING_WHOLE_LOT - 1) / VOUCH_SAMPLING_WHOLE_LOT;
  return vouch_sampling_plan_fixed (lot_size, whole * share + rest, ac, stages, error);
}
