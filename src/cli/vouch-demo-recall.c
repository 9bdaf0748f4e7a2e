/* The demonstration's other lot: accepted and sold like the first, held back when a doubt comes up, and recalled. */
#include <glib/gi18n-lib.h>

#include "vouch-decide-work.h"
#include "vouch-demo-private.h"
#include "vouch-recall-work.h"
#include "vouch-user-work.h"

/* Of the example data, as on its sheet. */
#define DELIVERY "PO-2026-0003"
#define LABEL "(10)YT260103"

static gboolean
withhold (VouchDemo *self, VouchActor *lead, GError **error)
{
  VouchWithholdRequest request = {
    .lot_id = self->recalled.id,
    .reason = (char *)_ ("A laboratory reports a doubtful value"),
    .badge = (char *)VOUCH_DEMO_QA_LEAD,
    .pin = (char *)VOUCH_DEMO_QA_LEAD_PIN,
  };
  g_autoptr (VouchDecided) decided =
      vouch_use_case_run (&vouch_decide_withhold, self->station, lead, NULL, &request, error);

  if (decided == NULL)
    return FALSE;
  vouch_demo_say (self, "withhold", _ ("The QA lead put lot %s on hold again"), decided->lot);
  return TRUE;
}

static gboolean
announce (VouchDemo *self, VouchActor *lead, GError **error)
{
  VouchRecallRequest request = {
    .lot_id = self->recalled.id,
    .class = VOUCH_RECALL_CLASS_II,
    .reason = (char *)_ ("The laboratory's second value is above the limit"),
    .notice_en = (char *)"Do not drink this water.",
    .notice_zh = (char *)"请勿饮用。",
    .badge = (char *)VOUCH_DEMO_QA_LEAD,
    .pin = (char *)VOUCH_DEMO_QA_LEAD_PIN,
  };
  g_autoptr (VouchRecalled) recalled =
      vouch_use_case_run (&vouch_recall_announce, self->station, lead, NULL, &request, error);

  if (recalled == NULL)
    return FALSE;
  vouch_demo_say (self, "recall", _ ("The QA lead recalled lot %s: recall %s, class II"), recalled->lot,
                  recalled->recall);
  return TRUE;
}

static gboolean
ask (VouchDemo *self, const char *english, const char *chinese, GError **error)
{
  return vouch_demo_ask_page (self, self->recalled.first, "en", "fourth phone", 200, english, error) &&
         vouch_demo_ask_page (self, self->recalled.last, "zh-CN", "fifth phone", 200, chinese, error);
}

/* What a customer holds in hand was genuine, is not released, and is recalled, as soon as the QA lead has signed. */
gboolean
vouch_demo_recall (VouchDemo *self, GError **error)
{
  g_autoptr (VouchActor) lead = NULL;

  if (!vouch_demo_accept (self, DELIVERY, LABEL, &self->recalled, error) ||
      !vouch_demo_label (self, &self->recalled, error) || !vouch_demo_scan (self, "XCSAVE", error) ||
      !vouch_demo_publish (self, error) || !ask (self, "<h1>Genuine</h1>", "<h1>正品</h1>", error))
    return FALSE;
  lead = vouch_sign_in (self->station, VOUCH_DEMO_QA_LEAD, VOUCH_DEMO_QA_LEAD_PIN, NULL, error);
  if (lead == NULL || !withhold (self, lead, error) || !vouch_demo_publish (self, error) ||
      !ask (self, "<h1>Not released for sale</h1>", "<h1>未放行销售</h1>", error))
    return FALSE;
  vouch_demo_say (self, "ask", _ ("Customers asked: not released for sale"));
  if (!announce (self, lead, error) || !vouch_demo_publish (self, error) ||
      !ask (self, "Do not drink this water.", "请勿饮用。", error))
    return FALSE;
  vouch_demo_say (self, "ask", _ ("Customers asked: recalled, with what to do now"));
  return TRUE;
}
