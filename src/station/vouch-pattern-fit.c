#include "vouch-pattern-fit.h"

#include "vouch-code-form.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPatternFit, name, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPatternFit, meaning, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPatternFit, kind, vouch_scan_pattern_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPatternFit, opens, vouch_scan_pattern_opens_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPatternFit, part, TEXT, VOUCH_FIELD_PLAIN),
};

const VouchRecordType vouch_pattern_fit_type = {
  .name = "pattern_fit", .size = sizeof (VouchPatternFit), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

/**
 * vouch_pattern_fit_new:
 * @pattern: a pattern
 * @text: a code
 *
 * Returns: (transfer full) (nullable): how @text looks like @pattern; %NULL where it does not, or where its check digit
 * is wrong
 */
VouchPatternFit *
vouch_pattern_fit_new (const VouchScanPattern *pattern, const char *text)
{
  g_autoptr (VouchCodeForm) form = vouch_code_form_new (pattern->pattern, NULL, NULL);
  g_autofree char *part = NULL;
  VouchPatternFit *self;

  if (form == NULL || !vouch_code_form_fits (form, text, &part) ||
      !vouch_carrier_check_holds (pattern->check_rule, part))
    return NULL;
  self = vouch_record_new (&vouch_pattern_fit_type);
  self->name = g_strdup (pattern->name);
  self->meaning = g_strdup (pattern->meaning);
  self->kind = pattern->kind;
  self->opens = pattern->opens;
  self->part = g_steal_pointer (&part);
  return self;
}

void
vouch_pattern_fit_free (VouchPatternFit *self)
{
  vouch_record_free (&vouch_pattern_fit_type, self);
}

/**
 * vouch_pattern_fit_get_meaning:
 * @self: a fit
 *
 * Returns: (transfer none): what people are told that the code is
 */
const char *
vouch_pattern_fit_get_meaning (const VouchPatternFit *self)
{
  return self->meaning != NULL && *self->meaning != '\0' ? self->meaning : self->name;
}

/* Two forms of one carrier's waybills are one answer. */
static gboolean
says_the_same (const VouchPatternFit *a, const VouchPatternFit *b)
{
  return a->opens == b->opens && g_str_equal (a->part, b->part) &&
         g_str_equal (vouch_pattern_fit_get_meaning (a), vouch_pattern_fit_get_meaning (b));
}

static gboolean
is_said (GPtrArray *fits, const VouchPatternFit *fit)
{
  for (guint i = 0; i < fits->len; i++)
    if (says_the_same (g_ptr_array_index (fits, i), fit))
      return TRUE;
  return FALSE;
}

/**
 * vouch_pattern_fit_list:
 * @patterns: (element-type VouchScanPattern): all patterns, in their order
 * @kind: which of them are looked at
 * @text: a code
 *
 * Returns: (transfer full) (element-type VouchPatternFit): all that it looks like, the first one first
 */
GPtrArray *
vouch_pattern_fit_list (GPtrArray *patterns, VouchScanPatternKind kind, const char *text)
{
  GPtrArray *fits = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_pattern_fit_free);

  for (guint i = 0; i < patterns->len; i++)
    {
      const VouchScanPattern *pattern = g_ptr_array_index (patterns, i);
      g_autoptr (VouchPatternFit) fit =
          pattern->is_active && pattern->kind == kind ? vouch_pattern_fit_new (pattern, text) : NULL;

      if (fit != NULL && !is_said (fits, fit))
        g_ptr_array_add (fits, g_steal_pointer (&fit));
    }
  return fits;
}
