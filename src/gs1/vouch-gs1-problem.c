/* What is told of a reading: errors that make it invalid, and gaps that leave it incomplete. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-gs1-reading-private.h"
#include "vouch-gs1-rule.h"
#include "vouch-text.h"

static void
problem_free (gpointer data)
{
  VouchGs1Problem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

static VouchGs1Problem *
add_problem (GPtrArray **problems, VouchGs1Rule rule, const char *ai, gsize ai_length, gsize position)
{
  VouchGs1Problem *problem = g_new0 (VouchGs1Problem, 1);

  if (*problems == NULL)
    *problems = g_ptr_array_new_with_free_func (problem_free);
  problem->rule = rule;
  problem->position = position;
  memcpy (problem->ai, ai, MIN (ai_length, VOUCH_GS1_AI_SIZE - 1));
  g_ptr_array_add (*problems, problem);
  return problem;
}

/* What to tell of a broken rule. @offset is where in @text the fault is. */
static char *
describe (const char *ai, const char *text, gsize length, VouchGs1Rule rule, gsize offset)
{
  g_autofree char *shown = vouch_text_show (text, (gssize)length);
  const char *reason = vouch_gs1_rule_get_reason (rule);

  if (ai[0] != '\0' && rule == VOUCH_GS1_RULE_CHARACTER && (guchar)text[offset] >= 0x80)
    /* Translators: an application identifier, its value and a place in it, counted from 1 */
    return g_strdup_printf (_ ("(%s) %s: character %u is not a half-width Latin one; switch the input method off"), ai,
                            shown, (guint)offset + 1);
  if (ai[0] != '\0' && rule == VOUCH_GS1_RULE_CHARACTER)
    /* Translators: an application identifier, its value and a place in it, counted from 1 */
    return g_strdup_printf (_ ("(%s) %s: character %u is not allowed there"), ai, shown, (guint)offset + 1);
  if (ai[0] != '\0' && length > 0)
    /* Translators: an application identifier, its value and the reason, as "(17) 250231: there is no such date" */
    return g_strdup_printf (_ ("(%s) %s: %s"), ai, shown, reason);
  if (ai[0] != '\0')
    /* Translators: an application identifier and the reason, as "(10): it is empty" */
    return g_strdup_printf (_ ("(%s): %s"), ai, reason);
  if (length == 0)
    return g_strdup (reason);
  /* Translators: what was read and the reason why it is not accepted */
  return g_strdup_printf (_ ("“%s”: %s"), shown, reason);
}

/*
 * vouch_gs1_reading_add_error:
 * @ai: (array length=ai_length): the element at fault, or anything with @ai_length 0
 * @text: (array length=length): what to show of the input
 *
 * Notes that the input breaks a rule.
 */
void
vouch_gs1_reading_add_error (VouchGs1Reading *self, VouchGs1Rule rule, const char *ai, gsize ai_length,
                             const char *text, gsize length, gsize position)
{
  VouchGs1Problem *problem = add_problem (&self->errors, rule, ai, ai_length, position);

  problem->message = describe (problem->ai, text, length, rule, 0);
}

/*
 * vouch_gs1_reading_add_value_error:
 * @value_position: where the element's value begins in the input
 * @offset: where in the value the fault is
 *
 * Notes that an element's value breaks a rule.
 */
void
vouch_gs1_reading_add_value_error (VouchGs1Reading *self, VouchGs1Rule rule, const VouchGs1Element *element,
                                   gsize value_position, gsize offset)
{
  VouchGs1Problem *problem =
      add_problem (&self->errors, rule, element->ai, strlen (element->ai), value_position + offset);

  problem->message = describe (problem->ai, element->value, element->length, rule, offset);
}

/*
 * vouch_gs1_reading_add_gap:
 * @message: (transfer full): what to tell
 *
 * Notes that the item's data are not complete.
 */
void
vouch_gs1_reading_add_gap (VouchGs1Reading *self, VouchGs1Rule rule, const VouchGs1Element *element, char *message)
{
  add_problem (&self->gaps, rule, element->ai, strlen (element->ai), element->position)->message = message;
}
