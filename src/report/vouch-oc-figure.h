#pragma once

#include "vouch-oc-curve.h"

G_BEGIN_DECLS

/**
 * VouchOcFigure:
 * @VOUCH_OC_FIGURE_PRODUCERS: up to which quality lots are accepted with at least 95 %
 * @VOUCH_OC_FIGURE_INDIFFERENT: up to which quality they are accepted with at least 50 %
 * @VOUCH_OC_FIGURE_CONSUMERS: from which quality on they are accepted with at most 10 %
 * @VOUCH_OC_FIGURE_AOQL: the worst average outgoing quality
 * @VOUCH_OC_FIGURE_AQL: the acceptance quality limit, to which the figures after it belong
 * @VOUCH_OC_FIGURE_PRODUCERS_RISK: how often a lot as good as the AQL is not accepted
 * @VOUCH_OC_FIGURE_ASN: items inspected on the average, at the AQL
 * @VOUCH_OC_FIGURE_ATI: items inspected on the average with sorting, at the AQL
 *
 * A key figure of an operating characteristic, as it stands beside its chart on paper and on the screen.
 */
typedef enum
{
  VOUCH_OC_FIGURE_PRODUCERS,
  VOUCH_OC_FIGURE_INDIFFERENT,
  VOUCH_OC_FIGURE_CONSUMERS,
  VOUCH_OC_FIGURE_AOQL,
  VOUCH_OC_FIGURE_AQL,
  VOUCH_OC_FIGURE_PRODUCERS_RISK,
  VOUCH_OC_FIGURE_ASN,
  VOUCH_OC_FIGURE_ATI,
} VouchOcFigure;

#define VOUCH_N_OC_FIGURES (VOUCH_OC_FIGURE_ATI + 1)

const char *vouch_oc_figure_get_label (VouchOcFigure figure);
char *vouch_oc_figure_dup_value (VouchOcFigure figure, const VouchOcCurve *curve) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_oc_figure_dup_basis (const VouchOcCurve *curve) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
