/* The figures of an operating characteristic in words that who never read the standard understands, each with the
 * standard's own term. */
#include "vouch-oc-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-report-text.h"

/**
 * vouch_oc_figure_get_label:
 * @figure: a figure
 *
 * Returns: (transfer none): what it is, translated
 */
const char *
vouch_oc_figure_get_label (VouchOcFigure figure)
{
  switch (figure)
    {
    case VOUCH_OC_FIGURE_PRODUCERS:
      /* xgettext:no-c-format
       * Translators, in the three that follow: then comes the quality, like "1.2 %". */
      return _ ("95 % of lots are accepted up to");
    case VOUCH_OC_FIGURE_INDIFFERENT:
      /* xgettext:no-c-format */
      return _ ("50 % of lots are accepted up to");
    case VOUCH_OC_FIGURE_CONSUMERS:
      /* xgettext:no-c-format */
      return _ ("10 % of lots are accepted from");
    case VOUCH_OC_FIGURE_AQL:
      return _ ("AQL");
    case VOUCH_OC_FIGURE_PRODUCERS_RISK:
      return _ ("Not accepted at the AQL (producer risk)");
    case VOUCH_OC_FIGURE_AOQL:
      return _ ("Worst average outgoing quality (AOQL)");
    case VOUCH_OC_FIGURE_ASN:
      return _ ("Items sampled at the AQL (ASN)");
    case VOUCH_OC_FIGURE_ATI:
      return _ ("Items inspected at the AQL, with sorting (ATI)");
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_percent (double part)
{
  g_autofree char *figure = vouch_report_dup_figure (100 * part);

  return isnan (part) ? g_strdup ("–") : g_strdup_printf ("%s %%", figure);
}

static char *
dup_quality (const VouchOcCurve *curve, double p)
{
  g_autofree char *figure = vouch_report_dup_figure (100 * p);

  if (isnan (p))
    return g_strdup ("–");
  if (curve->model == VOUCH_SAMPLING_MODEL_POISSON)
    /* Translators: so many nonconformities. */
    return g_strdup_printf (_ ("%s per 100 items"), figure);
  return g_strdup_printf ("%s %%", figure);
}

/* A lot of whole items has but some qualities: which of them, says their number. */
static char *
dup_point_of (const VouchOcCurve *curve, double p, const VouchSamplingOcPoint *point)
{
  g_autofree char *quality = dup_quality (curve, p);

  if (point->nonconforming < 0 || isnan (point->p))
    return g_steal_pointer (&quality);
  /* Translators: a percentage; then so many nonconforming items of all of the lot. */
  return g_strdup_printf (_ ("%s (%lld of %lld)"), quality, (long long)point->nonconforming,
                          (long long)curve->plan->lot_size);
}

static char *
dup_point (const VouchOcCurve *curve, const VouchSamplingOcPoint *point)
{
  return dup_point_of (curve, point->p, point);
}

/* Of a lot of whole items, the nearest number of nonconforming ones is meant. */
static char *
dup_aql (const VouchOcCurve *curve)
{
  if (curve->plan->aql == NULL)
    return g_strdup ("–");
  return dup_point_of (curve, vouch_oc_plan_get_aql (curve->plan), &curve->at_aql);
}

/* A risk that rounding leaves below zero is none. */
static char *
dup_producers_risk (const VouchOcCurve *curve)
{
  return dup_percent (isnan (curve->at_aql.p) ? NAN : MAX (1 - curve->at_aql.pa, 0));
}

/**
 * vouch_oc_figure_dup_value:
 * @figure: a figure
 * @curve: whose
 *
 * Returns: (transfer full): its value with its unit; a dash where there is none
 */
char *
vouch_oc_figure_dup_value (VouchOcFigure figure, const VouchOcCurve *curve)
{
  g_return_val_if_fail (curve != NULL, NULL);

  switch (figure)
    {
    case VOUCH_OC_FIGURE_PRODUCERS:
      return dup_point (curve, &curve->producers);
    case VOUCH_OC_FIGURE_INDIFFERENT:
      return dup_point (curve, &curve->indifferent);
    case VOUCH_OC_FIGURE_CONSUMERS:
      return dup_point (curve, &curve->consumers);
    case VOUCH_OC_FIGURE_AQL:
      return dup_aql (curve);
    case VOUCH_OC_FIGURE_PRODUCERS_RISK:
      return dup_producers_risk (curve);
    case VOUCH_OC_FIGURE_AOQL:
      return dup_quality (curve, curve->aoql.aoq);
    case VOUCH_OC_FIGURE_ASN:
      return vouch_report_dup_figure (curve->at_aql.asn);
    case VOUCH_OC_FIGURE_ATI:
      return vouch_report_dup_figure (curve->at_aql.ati);
    }
  g_return_val_if_reached (NULL);
}

/**
 * vouch_oc_figure_dup_basis:
 * @curve: a curve
 *
 * Returns: (transfer full): by which model the figures were computed, in a sentence
 */
char *
vouch_oc_figure_dup_basis (const VouchOcCurve *curve)
{
  g_return_val_if_fail (curve != NULL, NULL);

  switch (curve->model)
    {
    case VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC:
      return g_strdup_printf (_ ("Exact for a lot of %lld items (hypergeometric model)."),
                              (long long)curve->plan->lot_size);
    case VOUCH_SAMPLING_MODEL_BINOMIAL:
      return g_strdup (_ ("For lots that are large beside their sample (binomial model)."));
    case VOUCH_SAMPLING_MODEL_POISSON:
      return g_strdup (_ ("For nonconformities, of which an item may have several (Poisson model)."));
    }
  g_return_val_if_reached (NULL);
}
