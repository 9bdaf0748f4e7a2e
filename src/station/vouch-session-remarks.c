/* What is odd about a label, and no reason not to count it. */
#include <glib/gi18n-lib.h>

#include "vouch-session-private.h"

static gboolean
is_healthcare (const VouchProduct *product)
{
  return product != NULL &&
         (product->class == VOUCH_PRODUCT_CLASS_DRUG || product->class == VOUCH_PRODUCT_CLASS_MEDICAL_DEVICE);
}

static void
add_remark (GString *remarks, char *remark)
{
  if (remarks->len > 0)
    g_string_append_c (remarks, '\n');
  g_string_append (remarks, remark);
  g_free (remark);
}

static void
add_gap (VouchSession *self, GString *remarks)
{
  g_autoptr (VouchGs1Reading) joined = NULL;

  if (self->readings == NULL)
    return;
  joined = vouch_gs1_reading_join ((const VouchGs1Reading *const *)self->readings->pdata, self->readings->len);
  if (vouch_gs1_reading_is_valid (joined) && vouch_gs1_reading_get_n_gaps (joined) > 0)
    add_remark (remarks,
                g_strdup_printf (_ ("The label is not complete: %s"), vouch_gs1_reading_get_gap (joined, 0)->message));
}

/**
 * vouch_session_dup_remarks:
 * @self: a session with a label that is complete
 *
 * Returns: (transfer full) (nullable): what is odd about the label and no reason not to count it, a sentence a line
 */
char *
vouch_session_dup_remarks (VouchSession *self)
{
  g_autoptr (GString) remarks = g_string_new (NULL);

  if (self->label.expiry_has_no_day && is_healthcare (self->product))
    add_remark (remarks, g_strdup (_ ("The expiry date has no day, which healthcare goods must have; the month's last "
                                      "day was taken.")));
  if (self->label.other_century != VOUCH_DATE_NONE)
    {
      g_autofree char *date = vouch_date_to_string (self->label.other_century);

      add_remark (remarks, g_strdup_printf (_ ("The label gives the year in two figures; it was read as %s."), date));
    }
  if (self->unknown_elements != NULL)
    add_remark (remarks, g_strdup_printf (_ ("The label has elements that nobody knows: %s"), self->unknown_elements));
  add_gap (self, remarks);
  return remarks->len > 0 ? g_strdup (remarks->str) : NULL;
}
