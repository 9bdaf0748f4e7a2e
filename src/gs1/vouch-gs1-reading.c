#include "vouch-gs1-reading.h"

#include <string.h>

#include "vouch-error.h"
#include "vouch-gs1-companion.h"
#include "vouch-gs1-reading-private.h"
#include "vouch-gs1-value.h"

#define ELEMENTS_USUAL 6

/* An element string may repeat an element with the same value; a Digital Link carries each one once. */
static VouchGs1Rule
judge_repeat (const VouchGs1Reading *self, const VouchGs1Element *first, const VouchGs1Element *element)
{
  if (self->form == VOUCH_GS1_FORM_DIGITAL_LINK)
    return VOUCH_GS1_RULE_REPEATED;
  return strcmp (first->value, element->value) == 0 ? VOUCH_GS1_RULE_NONE : VOUCH_GS1_RULE_CONTRADICTED;
}

static void
check_repeats (VouchGs1Reading *self)
{
  for (guint i = 1; i < self->elements->len; i++)
    {
      const VouchGs1Element *element = &g_array_index (self->elements, VouchGs1Element, i);
      const VouchGs1Element *first = vouch_gs1_reading_find (self, element->ai);
      VouchGs1Rule rule = first != element ? judge_repeat (self, first, element) : VOUCH_GS1_RULE_NONE;

      if (rule != VOUCH_GS1_RULE_NONE)
        vouch_gs1_reading_add_error (self, rule, element->ai, strlen (element->ai), element->value, element->length,
                                     element->position);
    }
}

/*
 * vouch_gs1_reading_new:
 * @form: what is read
 * @size: how long the input is, bytes; the values of the elements to be added are together shorter
 *
 * Returns: a reading without elements, to be filled and finished
 */
VouchGs1Reading *
vouch_gs1_reading_new (VouchGs1Form form, gsize size)
{
  VouchGs1Reading *self = g_new0 (VouchGs1Reading, 1);

  self->form = form;
  self->size = size;
  self->store = g_malloc (size + 1);
  self->elements = g_array_sized_new (FALSE, FALSE, sizeof (VouchGs1Element), ELEMENTS_USUAL);
  return self;
}

/*
 * vouch_gs1_reading_add:
 * @ai: (array length=ai_length): an identifier, known or not
 * @value: (array length=length): its value
 * @position: where the element stands in the input
 * @value_position: where its value begins there
 *
 * Adds an element and what is wrong with it.
 *
 * Returns: (transfer none): the element, until the next one is added
 */
const VouchGs1Element *
vouch_gs1_reading_add (VouchGs1Reading *self, const char *ai, gsize ai_length, const char *value, gsize length,
                       gsize position, gsize value_position)
{
  VouchGs1Element element = { .length = length, .position = position, .row = vouch_gs1_ai_find (ai, ai_length) };
  VouchGs1Rule rule = VOUCH_GS1_RULE_UNKNOWN_AI;
  gsize offset = 0;

  g_assert (self->used + length <= self->size);

  memcpy (element.ai, ai, MIN (ai_length, VOUCH_GS1_AI_SIZE - 1));
  element.value = memcpy (self->store + self->used, value, length);
  self->used += length;
  self->store[self->used++] = '\0';
  element.title = element.row != NULL ? element.row->title : "";

  if (element.row != NULL)
    rule = vouch_gs1_value_check (element.row, value, length, &offset);
  if (rule == VOUCH_GS1_RULE_UNKNOWN_AI)
    vouch_gs1_reading_add_error (self, rule, ai, ai_length, value, length, position);
  else if (rule != VOUCH_GS1_RULE_NONE)
    vouch_gs1_reading_add_value_error (self, rule, &element, value_position, offset);
  g_array_append_val (self->elements, element);
  return &g_array_index (self->elements, VouchGs1Element, self->elements->len - 1);
}

/*
 * vouch_gs1_reading_find:
 *
 * Returns: (transfer none) (nullable): the first element of this identifier
 */
const VouchGs1Element *
vouch_gs1_reading_find (const VouchGs1Reading *self, const char *ai)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      const VouchGs1Element *element = &g_array_index (self->elements, VouchGs1Element, i);

      if (strcmp (element->ai, ai) == 0)
        return element;
    }
  return NULL;
}

/*
 * vouch_gs1_reading_finish:
 *
 * Comes to both verdicts. To be called once, when all has been added.
 *
 * Returns: @self
 */
VouchGs1Reading *
vouch_gs1_reading_finish (VouchGs1Reading *self)
{
  check_repeats (self);
  self->valid = self->errors == NULL;
  if (self->valid)
    vouch_gs1_companions_check (self);
  self->complete = self->valid && self->gaps == NULL;
  return self;
}

/**
 * vouch_gs1_reading_free:
 * @self: (nullable): a reading
 */
void
vouch_gs1_reading_free (VouchGs1Reading *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->errors, g_ptr_array_unref);
  g_array_unref (self->elements);
  g_free (self->store);
  g_free (self);
}

/**
 * vouch_gs1_reading_get_form:
 * @self: a reading
 *
 * Returns: what kind of data was read
 */
VouchGs1Form
vouch_gs1_reading_get_form (const VouchGs1Reading *self)
{
  return self->form;
}

/**
 * vouch_gs1_reading_is_valid:
 * @self: a reading
 *
 * Returns: whether each element is right in itself, and all were understood. Plain text is valid and has no elements.
 */
gboolean
vouch_gs1_reading_is_valid (const VouchGs1Reading *self)
{
  return self->valid;
}

/**
 * vouch_gs1_reading_is_complete:
 * @self: a reading
 *
 * Returns: whether it is valid, has the companions that its elements need, and none that they exclude
 */
gboolean
vouch_gs1_reading_is_complete (const VouchGs1Reading *self)
{
  return self->complete;
}

/**
 * vouch_gs1_reading_check:
 * @self: a reading
 * @error: INVALID if it is not valid, with the application identifier as the field
 *
 * Returns: whether @self is valid
 */
gboolean
vouch_gs1_reading_check (const VouchGs1Reading *self, GError **error)
{
  const VouchGs1Problem *problem;

  if (self->valid)
    return TRUE;
  problem = vouch_gs1_reading_get_error (self, 0);
  vouch_set_field_error (error, problem->ai[0] != '\0' ? problem->ai : NULL, VOUCH_ERROR_INVALID, "%s",
                         problem->message);
  return FALSE;
}

/**
 * vouch_gs1_reading_get_n_elements:
 * @self: a reading
 *
 * Returns: how many elements were read, repeated ones as often as they were carried
 */
guint
vouch_gs1_reading_get_n_elements (const VouchGs1Reading *self)
{
  return self->elements->len;
}

/**
 * vouch_gs1_reading_get_element:
 * @self: a reading
 * @index: below vouch_gs1_reading_get_n_elements()
 *
 * Returns: (transfer none): an element, in the order read
 */
const VouchGs1Element *
vouch_gs1_reading_get_element (const VouchGs1Reading *self, guint index)
{
  g_return_val_if_fail (index < self->elements->len, NULL);

  return &g_array_index (self->elements, VouchGs1Element, index);
}

/**
 * vouch_gs1_reading_get_n_errors:
 * @self: a reading
 *
 * Returns: how many errors make it invalid
 */
guint
vouch_gs1_reading_get_n_errors (const VouchGs1Reading *self)
{
  return self->errors != NULL ? self->errors->len : 0;
}

/**
 * vouch_gs1_reading_get_error:
 * @self: a reading
 * @index: below vouch_gs1_reading_get_n_errors()
 *
 * Returns: (transfer none): what is wrong
 */
const VouchGs1Problem *
vouch_gs1_reading_get_error (const VouchGs1Reading *self, guint index)
{
  g_return_val_if_fail (index < vouch_gs1_reading_get_n_errors (self), NULL);

  return g_ptr_array_index (self->errors, index);
}

/**
 * vouch_gs1_reading_get_n_gaps:
 * @self: a reading
 *
 * Returns: how many companions are missing or too many; not counted in an invalid reading
 */
guint
vouch_gs1_reading_get_n_gaps (const VouchGs1Reading *self)
{
  return self->gaps != NULL ? self->gaps->len : 0;
}

/**
 * vouch_gs1_reading_get_gap:
 * @self: a reading
 * @index: below vouch_gs1_reading_get_n_gaps()
 *
 * Returns: (transfer none): what makes it incomplete
 */
const VouchGs1Problem *
vouch_gs1_reading_get_gap (const VouchGs1Reading *self, guint index)
{
  g_return_val_if_fail (index < vouch_gs1_reading_get_n_gaps (self), NULL);

  return g_ptr_array_index (self->gaps, index);
}

/**
 * vouch_gs1_reading_get:
 * @self: a reading
 * @ai: an application identifier
 *
 * Returns: (transfer none) (nullable): its value, right or wrong: see vouch_gs1_reading_is_valid()
 */
const char *
vouch_gs1_reading_get (const VouchGs1Reading *self, const char *ai)
{
  const VouchGs1Element *element = vouch_gs1_reading_find (self, ai);

  return element != NULL ? element->value : NULL;
}

/**
 * vouch_gs1_reading_get_gtin:
 * @self: a reading
 * @gtin14: (out): the trade item's GTIN with 14 digits, "" if there is none
 *
 * The GTIN of an EAN bar code, or of (01), (03), (8006), or of the contents (02).
 *
 * Returns: whether a valid reading tells one
 */
gboolean
vouch_gs1_reading_get_gtin (const VouchGs1Reading *self, char gtin14[15])
{
  static const char *const carriers[] = { "01", "03", "8006", "02" };

  gtin14[0] = '\0';
  if (!self->valid)
    return FALSE;
  if (self->gtin[0] != '\0')
    g_strlcpy (gtin14, self->gtin, VOUCH_GS1_GTIN_SIZE);
  for (gsize i = 0; i < G_N_ELEMENTS (carriers) && gtin14[0] == '\0'; i++)
    {
      const char *value = vouch_gs1_reading_get (self, carriers[i]);

      /* In (8006) the number of the piece follows the GTIN. */
      if (value != NULL)
        g_strlcpy (gtin14, value, VOUCH_GS1_GTIN_SIZE);
    }
  return gtin14[0] != '\0';
}
