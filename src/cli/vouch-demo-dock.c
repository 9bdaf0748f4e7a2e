/* The demonstration at the receiving dock: one lot accepted, one rejected and returned, one held. */
#include <glib/gi18n-lib.h>

#include "vouch-decide-work.h"
#include "vouch-demo-private.h"
#include "vouch-quantity.h"
#include "vouch-user-work.h"
#include "vouch-words.h"

/* Of the example data, as on its sheet. */
#define INSPECTOR "VB1002"
#define GOOD_DELIVERY "PO-2026-0001"
#define GOOD_LABEL "(10)QH26A01"
#define MIXED_DELIVERY "PO-2026-0002"
#define BAD_LABEL "(10)HX-0117"
#define HELD_LABEL "(10)KY2601-3"
/* Units that are failed before it is noticed that the lot should have failed long ago. */
#define FAILURES_MAX 40
/* More entries than any of the accepted lots takes. */
#define ENTRIES_MAX 200
/* Within the limits of every measurement of the lot that fails by its looks. */
#define CAPACITY "350"
/* Within the limits of the one measurement that the accepted lots have, a net content. */
#define CONTENT "550"

static gboolean
scan_all (VouchDemo *self, const char *const *parts, GError **error)
{
  for (; *parts != NULL; parts++)
    if (!vouch_demo_scan (self, *parts, error))
      return FALSE;
  return TRUE;
}

static gboolean
tell_plan (VouchDemo *self, VouchDemoLot *lot, GError **error)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);
  g_autofree char *why = g_strdelimit (g_strdup (state->why), "\n", ' ');

  lot->id = state->lot_id;
  lot->number = g_strdup (state->lot);
  if (state->plan == NULL || why == NULL)
    return vouch_demo_fail (error, _ ("The lot has no plan"));
  vouch_demo_say (self, "receive", _ ("%s received as lot %s"), state->item, state->lot);
  vouch_demo_say (self, "sample", "%s. %s", state->plan, why);
  return TRUE;
}

/* Passes everything that is asked; what is measured is typed. */
static gboolean
pass_units (VouchDemo *self, GError **error)
{
  for (int i = 0; i < ENTRIES_MAX; i++)
    {
      g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

      if (state->stage != VOUCH_STAGE_CHECK)
        break;
      if (state->is_measurement)
        vouch_session_type (self->session, CONTENT);
      else if (!vouch_demo_scan (self, "XCPASS", error))
        return FALSE;
    }
  return vouch_demo_expect (self, VOUCH_STAGE_VERDICT, error);
}

static gboolean
check_units (VouchDemo *self, GError **error)
{
  g_autoptr (VouchDeskState) before = vouch_session_dup_state (self->session);
  g_autoptr (VouchDeskState) after = NULL;

  if (!pass_units (self, error))
    return FALSE;
  after = vouch_session_dup_state (self->session);
  vouch_demo_say (self, "check", _ ("%d units checked, %d nonconforming: %s"), (int)before->sample_size,
                  (int)after->nonconforming, after->prompt);
  return TRUE;
}

/* A lot that is accepted: delivery, label, one pass a unit, accept and badge again. */
gboolean
vouch_demo_accept (VouchDemo *self, const char *delivery, const char *label, VouchDemoLot *lot, GError **error)
{
  static const char *const decision[] = { "XCACCEPT", INSPECTOR, NULL };
  const char *const arrival[] = { delivery, label, NULL };

  if (!scan_all (self, arrival, error) || !vouch_demo_expect (self, VOUCH_STAGE_CHECK, error) ||
      !tell_plan (self, lot, error) || !check_units (self, error) || !scan_all (self, decision, error) ||
      !vouch_demo_expect (self, VOUCH_STAGE_LABELS, error))
    return FALSE;
  vouch_demo_say (self, "decide", _ ("Lot %s accepted, signed by the inspector's badge"), lot->number);
  return TRUE;
}

/* The inspector signs in with the badge, and the first lot is accepted. */
gboolean
vouch_demo_receive (VouchDemo *self, GError **error)
{
  return vouch_demo_scan (self, INSPECTOR, error) &&
         vouch_demo_accept (self, GOOD_DELIVERY, GOOD_LABEL, &self->lot, error);
}

/* Fails attributes until the lot has failed; what is measured is typed. */
static gboolean
fail_units (VouchDemo *self, GError **error)
{
  static const char *const failure[] = { "XCFAIL", "XCOK", NULL };

  for (int i = 0; i < FAILURES_MAX; i++)
    {
      g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

      if (state->stage == VOUCH_STAGE_VERDICT)
        return TRUE;
      if (state->is_measurement)
        vouch_session_type (self->session, CAPACITY);
      else if (!scan_all (self, failure, error))
        return FALSE;
    }
  return vouch_demo_expect (self, VOUCH_STAGE_VERDICT, error);
}

/* The QA lead sends the whole lot back, with badge and PIN. */
static gboolean
return_lot (VouchDemo *self, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_demo_load_lot (self, lot_id, error);
  g_autoptr (VouchActor) actor = NULL;
  g_autoptr (VouchDecided) decided = NULL;
  VouchDisposeRequest request = {
    .lot_id = lot_id,
    .kind = VOUCH_DECISION_KIND_RETURN,
    .reason = (char *)_ ("Scratched; the supplier takes the lot back"),
    .badge = (char *)VOUCH_DEMO_QA_LEAD,
    .pin = (char *)VOUCH_DEMO_QA_LEAD_PIN,
  };

  if (file == NULL)
    return FALSE;
  if (file->ncrs->len != 1)
    return vouch_demo_fail (error, _ ("Lot %s has no nonconformance report"), file->lot->number);
  request.rejected = file->lot->received;
  request.unit = file->lot->unit;
  actor = vouch_sign_in (self->station, VOUCH_DEMO_QA_LEAD, VOUCH_DEMO_QA_LEAD_PIN, NULL, error);
  decided =
      actor != NULL ? vouch_use_case_run (&vouch_decide_dispose, self->station, actor, NULL, &request, error) : NULL;
  if (decided == NULL)
    return FALSE;
  vouch_demo_say (self, "review", _ ("Lot %s failed, report %s opened; the QA lead returned it to the supplier"),
                  file->lot->number, ((const VouchNcr *)g_ptr_array_index (file->ncrs, 0))->number);
  return TRUE;
}

/* The lot that fails: it is rejected at the dock, and the QA lead decides what becomes of it. */
gboolean
vouch_demo_reject (VouchDemo *self, GError **error)
{
  static const char *const arrival[] = { "XCSAVE", MIXED_DELIVERY, BAD_LABEL, NULL };
  static const char *const decision[] = { "XCREJECT", INSPECTOR, NULL };
  g_autoptr (VouchDeskState) state = NULL;

  if (!scan_all (self, arrival, error) || !vouch_demo_expect (self, VOUCH_STAGE_CHECK, error) ||
      !fail_units (self, error) || !scan_all (self, decision, error) ||
      !vouch_demo_expect (self, VOUCH_STAGE_LABELS, error))
    return FALSE;
  state = vouch_session_dup_state (self->session);
  if (state->printed == NULL)
    return vouch_demo_fail (error, _ ("Lot %s got no reject label"), state->lot);
  return return_lot (self, state->lot_id, error);
}

/* The lot that is held in the middle of checking: its hold label comes by itself. */
gboolean
vouch_demo_hold (VouchDemo *self, GError **error)
{
  static const char *const parts[] = { "XCNEXT", HELD_LABEL, NULL };
  g_autoptr (VouchDeskState) state = NULL;

  if (!scan_all (self, parts, error) || !vouch_demo_expect (self, VOUCH_STAGE_CHECK, error) ||
      !vouch_demo_scan (self, "XCHOLD", error) || !vouch_demo_expect (self, VOUCH_STAGE_LABELS, error))
    return FALSE;
  state = vouch_session_dup_state (self->session);
  if (state->printed == NULL)
    return vouch_demo_fail (error, _ ("Lot %s got no hold label"), state->lot);
  vouch_demo_say (self, "hold", _ ("Lot %s held; its label: %s"), state->lot, state->printed);
  return vouch_demo_scan (self, "XCSAVE", error);
}
