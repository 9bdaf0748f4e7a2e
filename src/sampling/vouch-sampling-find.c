/* The smallest single plan between two risk points.
 *
 * The producer asks for a large c, the larger the sample; the consumer for a large sample, the larger c. So from n = 1
 * on each in turn says the least that it needs with what the other has said, until both are content. Neither ever asks
 * for more than the smallest plan that contents both has, hence it is that plan they meet at. */
#include "vouch-sampling-find.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"
#include "vouch-sampling-oc.h"
#include "vouch-sampling-plan.h"

/* What a probability may miss by rounding. Of whole items it is often exactly the one asked for. */
#define ROUNDING 1e-12

/* One of the two points, for samples of any size. */
typedef struct
{
  VouchSamplingDistribution lot; /* its n is that of the sample asked for last */
  double pa;
} Side;

static double
accept (Side *side, gint64 n, gint64 c)
{
  side->lot.n = n;
  return vouch_sampling_distribution_at_most (&side->lot, c);
}

/* The smallest c not below the given one with which samples of n accept the producer's lots often enough. */
static gint64
ask_producer (Side *side, gint64 n, gint64 c)
{
  gint64 step = 1, low = c, high;

  if (accept (side, n, c) >= side->pa)
    return c;
  for (high = c + step; accept (side, n, high) < side->pa; high += step *= 2)
    low = high;
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (accept (side, n, middle) >= side->pa)
        high = middle;
      else
        low = middle;
    }
  return high;
}

/* The smallest n not below the given one with which c accepts the consumer's lots seldom enough; more than most, if
 * only a larger one would. */
static gint64
ask_consumer (Side *side, gint64 n, gint64 c, gint64 most)
{
  gint64 step = 1, low = n, high;

  if (accept (side, n, c) <= side->pa)
    return n;
  for (high = n + step; high < most && accept (side, high, c) > side->pa; high += step *= 2)
    low = high;
  if (high >= most)
    {
      high = most;
      if (accept (side, most, c) > side->pa)
        return most + 1;
    }
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      if (accept (side, middle, c) <= side->pa)
        high = middle;
      else
        low = middle;
    }
  return high;
}

static gboolean
check_probability (double probability, const char *field, GError **error)
{
  if (probability > 0 && probability < 1)
    return TRUE;
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                         _ ("“%s” is a probability between 0 and 1, and neither of them"), field);
  return FALSE;
}

static gboolean
check_risks (VouchSamplingModel model, const VouchSamplingRisks *risks, GError **error)
{
  if (!vouch_sampling_oc_check_p (model, risks->prq, "prq", error) ||
      !vouch_sampling_oc_check_p (model, risks->crq, "crq", error) ||
      !check_probability (risks->pa_prq, "pa_prq", error) || !check_probability (risks->pa_crq, "pa_crq", error))
    return FALSE;
  if (risks->prq >= risks->crq)
    vouch_set_field_error (error, "crq", VOUCH_ERROR_INVALID,
                           _ ("The consumer's risk quality has to be worse than the producer's; no plan accepts bad "
                              "lots less often than equally good ones"));
  else if (risks->pa_prq <= risks->pa_crq)
    vouch_set_field_error (error, "pa_crq", VOUCH_ERROR_INVALID,
                           _ ("Bad lots have to be accepted less often than good ones"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_lot (VouchSamplingModel model, gint64 lot_size, const VouchSamplingRisks *risks, GError **error)
{
  if (model != VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC)
    return TRUE;
  if (lot_size < 1 || lot_size > VOUCH_SAMPLING_LOT_SIZE_MAX)
    vouch_set_field_error (error, "N", VOUCH_ERROR_INVALID,
                           _ ("The hypergeometric model needs the lot's size, 1 to %lld items"),
                           (long long)VOUCH_SAMPLING_LOT_SIZE_MAX);
  else if (rint ((double)lot_size * risks->prq) >= rint ((double)lot_size * risks->crq))
    vouch_set_field_error (error, "crq", VOUCH_ERROR_INVALID,
                           _ ("A lot of %lld items has as many nonconforming ones with either quality, so that no plan "
                              "can tell them apart"),
                           (long long)lot_size);
  else
    return TRUE;
  return FALSE;
}

static gboolean
refuse_close (gint64 most, GError **error)
{
  vouch_set_field_error (error, "crq", VOUCH_ERROR_INVALID,
                         _ ("The two qualities are so close that no sample of up to %lld items tells them apart with "
                            "these risks"),
                         (long long)most);
  return FALSE;
}

static Side
make_side (VouchSamplingModel model, gint64 lot_size, double p, double pa)
{
  return (Side){
    .lot = { .model = model, .lot_size = lot_size, .nonconforming = (gint64)rint ((double)lot_size * p), .p = p },
    .pa = pa
  };
}

/**
 * vouch_sampling_find_plan:
 * @model: how samples depend on lots
 * @lot_size: items in the lot; of no account but for the hypergeometric model, whose lots have the whole number of
 *   nonconforming items that is nearest to the quality, a half to the even side
 * @risks: the two points
 * @n: (out): items in the sample
 * @c: (out): the acceptance number; the rejection number is one more
 * @error: INVALID with the field at fault: "prq", "pa_prq", "crq", "pa_crq" or "N"; "crq" if there is no plan
 *
 * Finds the smallest n for which some c has Pa (prq) >= pa_prq and Pa (crq) <= pa_crq, and the smallest such c.
 *
 * Returns: whether there is such a plan
 */
gboolean
vouch_sampling_find_plan (VouchSamplingModel model, gint64 lot_size, const VouchSamplingRisks *risks, gint64 *n,
                          gint64 *c, GError **error)
{
  gboolean in_lot = model == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC;
  gint64 most = in_lot ? MIN (lot_size, VOUCH_SAMPLING_FIND_N_MAX) : VOUCH_SAMPLING_FIND_N_MAX;
  gint64 size = 1, number, asked;
  Side producer, consumer;

  g_return_val_if_fail (risks != NULL && n != NULL && c != NULL, FALSE);

  if (!check_risks (model, risks, error) || !check_lot (model, lot_size, risks, error))
    return FALSE;
  producer = make_side (model, in_lot ? lot_size : 0, risks->prq, risks->pa_prq * (1 - ROUNDING));
  consumer = make_side (model, in_lot ? lot_size : 0, risks->crq, risks->pa_crq * (1 + ROUNDING));
  asked = ask_producer (&producer, size, 0);
  do
    {
      number = asked;
      size = ask_consumer (&consumer, size, number, most);
      if (size > most)
        return refuse_close (most, error);
      asked = ask_producer (&producer, size, number);
    }
  while (asked > number);
  *n = size;
  *c = number;
  return TRUE;
}
