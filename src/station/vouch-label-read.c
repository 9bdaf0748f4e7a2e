#include "vouch-label-read.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-gs1-date.h"
#include "vouch-text.h"

#define COUNT_MAX 99999999

void
vouch_label_read_clear (VouchLabelRead *self)
{
  g_free (self->lot);
  g_free (self->sscc);
  g_free (self->serial);
  g_free (self->drug_code);
  *self = (VouchLabelRead){ 0 };
}

/**
 * vouch_label_read_copy:
 * @self: (out): a label; what it said is forgotten
 * @from: another one
 */
void
vouch_label_read_copy (VouchLabelRead *self, const VouchLabelRead *from)
{
  vouch_label_read_clear (self);
  *self = *from;
  self->lot = g_strdup (from->lot);
  self->sscc = g_strdup (from->sscc);
  self->serial = g_strdup (from->serial);
  self->drug_code = g_strdup (from->drug_code);
}

static gboolean
read_date (VouchLabelRead *self, const char *value, VouchDate today, gboolean is_production, VouchDate *date,
           GError **error)
{
  if (value == NULL)
    return TRUE;
  *date = vouch_gs1_date_read (value, today, is_production, error);
  if (*date == VOUCH_DATE_NONE)
    return FALSE;
  if (*date / 1000000 != today / 1000000)
    self->other_century = *date;
  return TRUE;
}

static gboolean
read_count (VouchLabelRead *self, const char *value, GError **error)
{
  if (value == NULL || g_ascii_string_to_signed (value, 10, 1, COUNT_MAX, &self->count, NULL))
    return TRUE;
  vouch_set_field_error (error, "quantity", VOUCH_ERROR_INVALID, _ ("The label's count “%s” is not above 0"), value);
  return FALSE;
}

static const char *
first_of (const VouchGs1Reading *reading, const char *ai, const char *otherwise)
{
  const char *value = vouch_gs1_reading_get (reading, ai);

  return value != NULL ? value : vouch_gs1_reading_get (reading, otherwise);
}

/**
 * vouch_label_read_from_elements:
 * @self: (out): what one code of a label says
 * @reading: a valid reading
 * @today: the local date, for the century of dates
 * @error: INVALID for an impossible date or count
 *
 * Takes GTIN (01, or 02 with 37), lot (10), production date (11), expiry (17, or best before 15), count (30 or 37),
 * SSCC (00) and serial (21).
 *
 * Returns: whether everything is possible; @self may hold part of it if not
 */
gboolean
vouch_label_read_from_elements (VouchLabelRead *self, const VouchGs1Reading *reading, VouchDate today, GError **error)
{
  const char *expiry = first_of (reading, "17", "15");

  vouch_label_read_clear (self);
  vouch_gs1_reading_get_gtin (reading, self->gtin);
  self->lot = g_strdup (vouch_gs1_reading_get (reading, "10"));
  self->sscc = g_strdup (vouch_gs1_reading_get (reading, "00"));
  self->serial = g_strdup (vouch_gs1_reading_get (reading, "21"));
  self->expiry_has_no_day = vouch_gs1_date_has_no_day (expiry);
  return read_date (self, vouch_gs1_reading_get (reading, "11"), today, TRUE, &self->produced, error) &&
         read_date (self, expiry, today, FALSE, &self->expiry, error) &&
         read_count (self, first_of (reading, "30", "37"), error);
}

static char *
dup_or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * vouch_label_read_from_hibc:
 * @self: (out): what one code of a label says
 * @hibc: a health industry bar code
 */
void
vouch_label_read_from_hibc (VouchLabelRead *self, const VouchHibc *hibc)
{
  vouch_label_read_clear (self);
  self->lot = dup_or_null (hibc->lot);
  self->serial = dup_or_null (hibc->serial);
  self->produced = hibc->produced;
  self->expiry = hibc->expiry;
  self->count = hibc->quantity;
}

/* The text of a fact that is one, %NULL where it is a number. */
static char **
text_of (VouchLabelRead *self, VouchLabelFact fact)
{
  switch (fact)
    {
    case VOUCH_LABEL_FACT_LOT:
      return &self->lot;
    case VOUCH_LABEL_FACT_SSCC:
      return &self->sscc;
    case VOUCH_LABEL_FACT_SERIAL:
      return &self->serial;
    case VOUCH_LABEL_FACT_DRUG_CODE:
      return &self->drug_code;
    case VOUCH_LABEL_FACT_NONE:
    case VOUCH_LABEL_FACT_GTIN:
    case VOUCH_LABEL_FACT_PRODUCED:
    case VOUCH_LABEL_FACT_EXPIRY:
    case VOUCH_LABEL_FACT_COUNT:
    default:
      return NULL;
    }
}

/**
 * vouch_label_read_dup_fact:
 * @self: what is known of a label
 * @fact: one thing that it can say
 *
 * Returns: (transfer full) (nullable): what it says, for people; %NULL where it does not say it
 */
char *
vouch_label_read_dup_fact (const VouchLabelRead *self, VouchLabelFact fact)
{
  char **text = text_of ((VouchLabelRead *)self, fact);

  if (text != NULL)
    return *text != NULL ? vouch_text_show (*text, -1) : NULL;
  if (fact == VOUCH_LABEL_FACT_GTIN)
    return dup_or_null (self->gtin);
  if (fact == VOUCH_LABEL_FACT_PRODUCED && self->produced != VOUCH_DATE_NONE)
    return vouch_date_to_string (self->produced);
  if (fact == VOUCH_LABEL_FACT_EXPIRY && self->expiry != VOUCH_DATE_NONE)
    return vouch_date_to_string (self->expiry);
  if (fact == VOUCH_LABEL_FACT_COUNT && self->count != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->count);
  return NULL;
}

/**
 * vouch_label_read_take:
 * @self: what is known of a label
 * @other: another one
 * @fact: one thing that it can say
 *
 * Lets @self say of this one thing what @other says.
 */
void
vouch_label_read_take (VouchLabelRead *self, const VouchLabelRead *other, VouchLabelFact fact)
{
  char **text = text_of (self, fact);

  if (text != NULL)
    {
      g_free (*text);
      *text = g_strdup (*text_of ((VouchLabelRead *)other, fact));
    }
  else if (fact == VOUCH_LABEL_FACT_GTIN)
    g_strlcpy (self->gtin, other->gtin, sizeof self->gtin);
  else if (fact == VOUCH_LABEL_FACT_PRODUCED)
    self->produced = other->produced;
  else if (fact == VOUCH_LABEL_FACT_COUNT)
    self->count = other->count;
  else if (fact == VOUCH_LABEL_FACT_EXPIRY)
    {
      self->expiry = other->expiry;
      self->expiry_has_no_day = other->expiry_has_no_day;
    }
}

/**
 * vouch_label_read_merge:
 * @self: what is known of a label
 * @other: what another code of it says
 *
 * Takes what @self does not say yet; never puts one thing in another's place.
 *
 * Returns: the first thing of which both say something different, %VOUCH_LABEL_FACT_NONE where they agree
 */
VouchLabelFact
vouch_label_read_merge (VouchLabelRead *self, const VouchLabelRead *other)
{
  VouchLabelFact disputed = VOUCH_LABEL_FACT_NONE;

  if (self->other_century == VOUCH_DATE_NONE)
    self->other_century = other->other_century;
  for (VouchLabelFact fact = VOUCH_LABEL_FACT_GTIN; fact <= VOUCH_LABEL_FACT_DRUG_CODE; fact++)
    {
      g_autofree char *known = vouch_label_read_dup_fact (self, fact);
      g_autofree char *now = vouch_label_read_dup_fact (other, fact);

      if (now != NULL && known == NULL)
        vouch_label_read_take (self, other, fact);
      else if (now != NULL && !g_str_equal (known, now) && disputed == VOUCH_LABEL_FACT_NONE)
        disputed = fact;
    }
  return disputed;
}

/**
 * vouch_label_read_covers:
 * @self: a label as it was read
 * @other: another code
 *
 * Returns: whether @other says nothing that @self does not say, so that it is a second code of the same label
 */
gboolean
vouch_label_read_covers (const VouchLabelRead *self, const VouchLabelRead *other)
{
  for (VouchLabelFact fact = VOUCH_LABEL_FACT_GTIN; fact <= VOUCH_LABEL_FACT_DRUG_CODE; fact++)
    {
      g_autofree char *known = vouch_label_read_dup_fact (self, fact);
      g_autofree char *now = vouch_label_read_dup_fact (other, fact);

      if (now != NULL && g_strcmp0 (known, now) != 0)
        return FALSE;
    }
  return TRUE;
}
