/* A code that belongs to something else than the open work: it is asked about, and the same code again leaves the work
 * for it. Everything recorded is in the database already, so leaving loses nothing but a label that was not counted. */
#include <glib/gi18n-lib.h>

#include "vouch-pattern-fit.h"
#include "vouch-session-private.h"
#include "vouch-text.h"

/* Where a scan has an answer of its own to give, nothing else is meant by it. */
static gboolean
may_leave (VouchStage stage)
{
  return stage != VOUCH_STAGE_HOME && stage != VOUCH_STAGE_SIGN && stage != VOUCH_STAGE_SECOND &&
         stage != VOUCH_STAGE_SCAN_BACK && stage != VOUCH_STAGE_REPRINT;
}

static void
refuse (VouchSession *self, const char *word)
{
  vouch_session_tell (self, VOUCH_FEEDBACK_MISREAD, word,
                      _ ("This is not what is wanted now; it changed nothing. Finish this step or go back first."));
}

/* Another delivery than the open one. */
void
vouch_session_take_delivery (VouchSession *self, const char *number, const VouchScan *scan)
{
  g_autofree char *detail = NULL;

  if (self->delivery != NULL && g_str_equal (self->delivery->number, number))
    vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("Delivery open"), number);
  else if (self->delivery == NULL && self->file == NULL)
    vouch_session_open_delivery (self, number);
  else if (!may_leave (self->stage))
    refuse (self, _ ("Another delivery"));
  else
    {
      detail = g_strdup_printf (_ ("Leave this work for the delivery %s? Scan it again, or say OK."), number);
      vouch_session_ask_leave (self, scan, _ ("Another delivery"), detail);
    }
}

/* A label, a pallet or a pack of ours. */
void
vouch_session_leave_for_own (VouchSession *self, const VouchScan *scan)
{
  if (may_leave (self->stage))
    vouch_session_ask_leave (self, scan, _ ("Own code"),
                             _ ("Leave this work and open the lot with this code? Scan it again, or say OK."));
  else
    refuse (self, _ ("Own code"));
}

/* A number that a new delivery may have. */
void
vouch_session_leave_for_new (VouchSession *self, const VouchScan *scan, const VouchPatternFit *fit)
{
  const char *what = vouch_pattern_fit_get_meaning (fit);
  g_autofree char *shown = vouch_text_show (scan->text, (gssize)scan->length);
  /* Translators: a carrier, and the number of its waybill. */
  g_autofree char *detail =
      g_strdup_printf (_ ("%s: %s. Leave this work for a new delivery? Scan it again, or say OK."), what, shown);

  if (may_leave (self->stage))
    vouch_session_ask_leave (self, scan, _ ("New waybill"), detail);
  else
    refuse (self, what);
}

/* Goods while something else is done; those of the lot that is inspected are no news. */
void
vouch_session_leave_for_goods (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning)
{
  if (vouch_session_inspects (self, meaning))
    vouch_session_tell (self, VOUCH_FEEDBACK_TICK, _ ("These goods"), _ ("They are the ones being inspected."));
  else if (!may_leave (self->stage))
    refuse (self, _ ("Not now"));
  else if (self->receipt_id != 0 && self->file != NULL)
    vouch_session_ask_leave (self, scan, _ ("Other goods"),
                             _ ("Leave this inspection and count these goods? Scan them again, or say OK."));
  else
    vouch_session_ask_leave (self, scan, _ ("Other goods"),
                             _ ("Leave this work and look these goods up? Scan them again, or say OK."));
}

static gboolean
is_of_goods (const VouchScanMeaning *meaning)
{
  VouchScanKind kind = meaning->kind;

  return kind == VOUCH_SCAN_KIND_ELEMENTS || kind == VOUCH_SCAN_KIND_GTIN || kind == VOUCH_SCAN_KIND_PRODUCT ||
         kind == VOUCH_SCAN_KIND_DRUG_CODE || kind == VOUCH_SCAN_KIND_HIBC;
}

/**
 * vouch_session_leave_for:
 * @self: a session
 * @meaning: of the code that the work is left for
 *
 * Goods are counted in the open delivery; for everything else the delivery is left as well.
 */
void
vouch_session_leave_for (VouchSession *self, const VouchScanMeaning *meaning)
{
  if (is_of_goods (meaning) && self->receipt_id != 0 && self->file != NULL)
    {
      vouch_session_drop_lot (self);
      vouch_session_set_stage (self, VOUCH_STAGE_GOODS);
    }
  else
    {
      vouch_session_close_delivery (self);
      vouch_session_set_stage (self, VOUCH_STAGE_HOME);
    }
}
