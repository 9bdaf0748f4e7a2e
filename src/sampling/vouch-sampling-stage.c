#include "vouch-sampling-stage.h"

/**
 * vouch_sampling_stages_fit:
 * @self: the stages of a plan
 * @lot_size: items in the lot
 *
 * Makes no sample larger than what the samples before it leave of the lot: of a plan that inspects all of it, n becomes
 * the lot's size.
 */
void
vouch_sampling_stages_fit (VouchSamplingStages *self, gint64 lot_size)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_stages; i++)
    {
      self->stages[i].n = (guint32)MIN (self->stages[i].n, lot_size);
      lot_size -= self->stages[i].n;
    }
}

/**
 * vouch_sampling_stages_get_size:
 * @self: the stages of a plan
 * @n_stages: how many of them, from the first
 *
 * Returns: items in the samples of these stages together
 */
guint64
vouch_sampling_stages_get_size (const VouchSamplingStages *self, guint n_stages)
{
  guint64 size = 0;

  g_return_val_if_fail (self != NULL && n_stages <= self->n_stages, 0);

  for (guint i = 0; i < n_stages; i++)
    size += self->stages[i].n;
  return size;
}

/**
 * vouch_sampling_stages_judge:
 * @self: the stages of a plan
 * @lot_size: items in the lot, which ends a sample that would be larger
 * @inspected: items inspected so far, in all samples
 * @nonconforming: nonconforming items, or nonconformities, found so far
 * @stage: (out) (optional): the stage that decided, or that is under way
 *
 * Judges a lot: not accepted as soon as the rejection number of the stage under way is reached, accepted when its
 * sample is inspected and the acceptance number is kept. A sample that decides nothing is followed by the next, which
 * has no items where the lot is used up; the last one accepts what it does not reject. Samples before the one under way
 * are taken to have rejected nothing, or it would not have been taken.
 *
 * Returns: the verdict
 */
VouchSamplingVerdict
vouch_sampling_stages_judge (const VouchSamplingStages *self, gint64 lot_size, guint32 inspected, guint32 nonconforming,
                             guint *stage)
{
  VouchSamplingVerdict verdict = VOUCH_SAMPLING_VERDICT_OPEN;
  guint64 due = 0;
  guint at = 0;

  g_return_val_if_fail (self != NULL && self->n_stages >= 1, VOUCH_SAMPLING_VERDICT_OPEN);

  for (;; at++)
    {
      const VouchSamplingStage *now = &self->stages[at];
      gboolean is_last = at + 1 == self->n_stages;

      due = MIN (due + now->n, (guint64)MAX (lot_size, 0));
      if (nonconforming >= now->re && (inspected <= due || is_last))
        verdict = VOUCH_SAMPLING_VERDICT_REJECT;
      else if (inspected >= due && (is_last || (gint64)nonconforming <= now->ac))
        verdict = VOUCH_SAMPLING_VERDICT_ACCEPT;
      if (verdict != VOUCH_SAMPLING_VERDICT_OPEN || is_last || inspected < due)
        break;
    }
  if (stage != NULL)
    *stage = at;
  return verdict;
}

/**
 * vouch_sampling_stages_dup_text:
 * @self: the stages of a plan
 *
 * Returns: (transfer full): the stages as they are stored: "n/Ac/Re" each, a space between; "#" for an Ac that no count
 * meets
 */
char *
vouch_sampling_stages_dup_text (const VouchSamplingStages *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_stages; i++)
    {
      const VouchSamplingStage *stage = &self->stages[i];

      g_string_append_printf (text, "%s%u/", i > 0 ? " " : "", stage->n);
      if (stage->ac == VOUCH_SAMPLING_NO_ACCEPTANCE)
        g_string_append_printf (text, "#/%u", stage->re);
      else
        g_string_append_printf (text, "%d/%u", stage->ac, stage->re);
    }
  return g_string_free (text, FALSE);
}

static gboolean
parse_number (const char *text, guint64 most, guint64 *number)
{
  return g_ascii_string_to_unsigned (text, 10, 0, most, number, NULL);
}

static gboolean
parse_stage (const char *text, VouchSamplingStage *stage)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint64 n, ac = 0, re;
  gboolean is_open;

  if (g_strv_length (parts) != 3)
    return FALSE;
  is_open = g_str_equal (parts[1], "#");
  if (!parse_number (parts[0], G_MAXUINT32, &n) || (!is_open && !parse_number (parts[1], G_MAXINT32, &ac)) ||
      !parse_number (parts[2], G_MAXUINT32, &re) || n == 0 || re == 0 || (!is_open && ac >= re))
    return FALSE;
  *stage = (VouchSamplingStage){ (guint32)n, is_open ? VOUCH_SAMPLING_NO_ACCEPTANCE : (gint32)ac, (guint32)re };
  return TRUE;
}

/**
 * vouch_sampling_stages_parse:
 * @text: stages as vouch_sampling_stages_dup_text() wrote them
 * @self: (out caller-allocates): the stages; undefined on failure
 *
 * Returns: whether @text has one to seven stages that can be
 */
gboolean
vouch_sampling_stages_parse (const char *text, VouchSamplingStages *self)
{
  g_auto (GStrv) stages = NULL;

  g_return_val_if_fail (text != NULL && self != NULL, FALSE);

  stages = g_strsplit (text, " ", -1);
  *self = (VouchSamplingStages){ .n_stages = g_strv_length (stages) };
  if (self->n_stages < 1 || self->n_stages > VOUCH_SAMPLING_STAGES_MAX)
    return FALSE;
  for (guint i = 0; i < self->n_stages; i++)
    if (!parse_stage (stages[i], &self->stages[i]))
      return FALSE;
  return TRUE;
}
