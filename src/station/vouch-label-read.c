#include "vouch-label-read.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-gs1-date.h"
#include "vouch-text.h"

void
vouch_label_read_clear (VouchLabelRead *self)
{
  g_free (self->lot);
  g_free (self->sscc);
  g_free (self->serial);
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
}

static gboolean
contradict (const char *field, const char *known, const char *now, GError **error)
{
  g_autofree char *first = vouch_text_show (known, -1);
  g_autofree char *second = vouch_text_show (now, -1);

  vouch_set_field_error (error, field, VOUCH_ERROR_CONFLICT,
                         _ ("The codes of this label disagree: %s and %s; keep only the right one and scan again"),
                         first, second);
  return FALSE;
}

/**
 * vouch_label_read_take_gtin:
 * @self: what is known of the label
 * @gtin14: a GTIN of 14 digits
 * @error: CONFLICT if the label had another one
 *
 * Returns: whether it agrees
 */
gboolean
vouch_label_read_take_gtin (VouchLabelRead *self, const char *gtin14, GError **error)
{
  if (*self->gtin != '\0' && !g_str_equal (self->gtin, gtin14))
    return contradict ("gtin", self->gtin, gtin14, error);
  g_strlcpy (self->gtin, gtin14, sizeof self->gtin);
  return TRUE;
}

static gboolean
take_text (char **known, const char *field, const char *value, GError **error)
{
  if (value == NULL)
    return TRUE;
  if (*known != NULL && !g_str_equal (*known, value))
    return contradict (field, *known, value, error);
  if (*known == NULL)
    *known = g_strdup (value);
  return TRUE;
}

static gboolean
take_date (VouchDate *known, const char *field, const char *value, VouchDate today, gboolean is_production,
           GError **error)
{
  VouchDate date;

  if (value == NULL)
    return TRUE;
  date = vouch_gs1_date_read (value, today, is_production, error);
  if (date == VOUCH_DATE_NONE)
    return FALSE;
  if (*known != VOUCH_DATE_NONE && *known != date)
    {
      g_autofree char *first = vouch_date_to_string (*known);
      g_autofree char *second = vouch_date_to_string (date);

      return contradict (field, first, second, error);
    }
  *known = date;
  return TRUE;
}

static gboolean
take_count (VouchLabelRead *self, const char *value, GError **error)
{
  gint64 count;

  if (value == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (value, 10, 1, 99999999, &count, NULL))
    {
      vouch_set_field_error (error, "quantity", VOUCH_ERROR_INVALID, _ ("The label's count “%s” is not above 0"),
                             value);
      return FALSE;
    }
  if (self->count != 0 && self->count != count)
    {
      g_autofree char *known = g_strdup_printf ("%" G_GINT64_FORMAT, self->count);

      return contradict ("quantity", known, value, error);
    }
  self->count = count;
  return TRUE;
}

static const char *
first_of (const VouchGs1Reading *reading, const char *ai, const char *otherwise)
{
  const char *value = vouch_gs1_reading_get (reading, ai);

  return value != NULL ? value : vouch_gs1_reading_get (reading, otherwise);
}

/**
 * vouch_label_read_take_elements:
 * @self: what is known of the label
 * @reading: a valid reading
 * @today: the local date, for the century of dates
 * @error: CONFLICT if the label said otherwise before; INVALID for an impossible date or count
 *
 * Takes GTIN (01, or 02 with 37), lot (10), production date (11), expiry (17, or best before 15), count (30 or 37),
 * SSCC (00) and serial (21).
 *
 * Returns: whether everything agrees; @self may hold part of it if not
 */
gboolean
vouch_label_read_take_elements (VouchLabelRead *self, const VouchGs1Reading *reading, VouchDate today, GError **error)
{
  char gtin[15];

  if (vouch_gs1_reading_get_gtin (reading, gtin) && !vouch_label_read_take_gtin (self, gtin, error))
    return FALSE;
  return take_text (&self->lot, "supplier_lot", vouch_gs1_reading_get (reading, "10"), error) &&
         take_date (&self->produced, "produced", vouch_gs1_reading_get (reading, "11"), today, TRUE, error) &&
         take_date (&self->expiry, "expiry", first_of (reading, "17", "15"), today, FALSE, error) &&
         take_count (self, first_of (reading, "30", "37"), error) &&
         take_text (&self->sscc, "sscc", vouch_gs1_reading_get (reading, "00"), error) &&
         take_text (&self->serial, "serial", vouch_gs1_reading_get (reading, "21"), error);
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
  return (*other->gtin == '\0' || g_str_equal (self->gtin, other->gtin)) &&
         (other->lot == NULL || g_strcmp0 (self->lot, other->lot) == 0) &&
         (other->produced == VOUCH_DATE_NONE || self->produced == other->produced) &&
         (other->expiry == VOUCH_DATE_NONE || self->expiry == other->expiry) &&
         (other->count == 0 || self->count == other->count) &&
         (other->sscc == NULL || g_strcmp0 (self->sscc, other->sscc) == 0) &&
         (other->serial == NULL || g_strcmp0 (self->serial, other->serial) == 0);
}
