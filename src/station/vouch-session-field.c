/* What a label does not say is asked for, one fact at a time. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "vouch-quantity.h"
#include "vouch-session-private.h"
#include "vouch-shelf-life.h"
#include "vouch-text.h"
#include "vouch-words.h"

static gboolean
needs_lot (const VouchSession *self)
{
  return vouch_product_needs_lot (self->product) && self->label.lot == NULL && self->label.produced == VOUCH_DATE_NONE;
}

static gboolean
needs_expiry (const VouchSession *self)
{
  return self->product->shelf_life_days > 0 && self->label.expiry == VOUCH_DATE_NONE &&
         vouch_shelf_life_derive_expiry (self->product, self->label.produced) == VOUCH_DATE_NONE;
}

/* Asks for one missing fact at a time; counts once nothing is missing. */
void
vouch_session_complete_label (VouchSession *self)
{
  const char *name = vouch_words_choose (self->product->name_en, self->product->name_zh);

  if (self->quantity == 0 && self->label.count > 0)
    self->quantity = self->label.count * VOUCH_QUANTITY_ONE;
  if (self->quantity == 0 && (self->counts_each || self->label.serial != NULL))
    self->quantity = VOUCH_QUANTITY_ONE;
  if (self->has_no_lot && (needs_lot (self) || needs_expiry (self)))
    {
      vouch_session_set_stage (self, VOUCH_STAGE_ASK_PRODUCED);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Produced?"), name);
    }
  else if (needs_lot (self))
    {
      vouch_session_set_stage (self, VOUCH_STAGE_ASK_LOT);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Lot?"), name);
    }
  else if (needs_expiry (self))
    {
      vouch_session_set_stage (self, VOUCH_STAGE_ASK_EXPIRY);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("Expiry?"), name);
    }
  else if (self->quantity == 0)
    {
      vouch_session_set_stage (self, VOUCH_STAGE_ASK_QUANTITY);
      vouch_session_tell (self, VOUCH_FEEDBACK_QUESTION, _ ("How many?"), name);
    }
  else
    vouch_session_count (self);
}

/* What the goods do not say: without a lot number the production date takes its place, and the expiry follows from it.
 */
void
vouch_session_skip_field (VouchSession *self)
{
  self->has_no_lot = TRUE;
  vouch_session_complete_label (self);
}

/* A date as yymmdd on a keypad, or as YYYY-MM-DD. */
static VouchDate
read_typed_date (const char *text)
{
  VouchDate date = VOUCH_DATE_NONE;

  if (strlen (text) == 6 && strspn (text, "0123456789") == 6)
    {
      int number = atoi (text);

      return vouch_date_new (2000 + number / 10000, number / 100 % 100, number % 100);
    }
  vouch_date_parse (text, &date, NULL);
  return date;
}

static void
answer_date (VouchSession *self, const char *text, VouchDate *field)
{
  VouchDate date = read_typed_date (text);

  if (date == VOUCH_DATE_NONE)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No date"),
                          _ ("Type the date as six digits yymmdd, or as YYYY-MM-DD."));
      return;
    }
  *field = date;
  vouch_session_complete_label (self);
}

void
vouch_session_answer_field (VouchSession *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (self->stage == VOUCH_STAGE_ASK_EXPIRY)
    answer_date (self, text, &self->label.expiry);
  else if (self->stage == VOUCH_STAGE_ASK_PRODUCED)
    answer_date (self, text, &self->label.produced);
  else if (!vouch_text_check_line (text, "supplier_lot", 64, &error))
    vouch_session_tell_error (self, error);
  else if (*text == '\0')
    vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("Lot?"), _ ("Scan or type the lot number."));
  else
    {
      g_free (self->label.lot);
      self->label.lot = g_strdup (text);
      vouch_session_complete_label (self);
    }
}

void
vouch_session_take_quantity (VouchSession *self, gint64 quantity)
{
  if (quantity <= 0)
    {
      vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, _ ("No number"), _ ("The quantity has to be above 0."));
      return;
    }
  self->quantity = quantity;
  vouch_session_complete_label (self);
}
