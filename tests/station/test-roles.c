/* Every use case against every role: deny by default. */
#include "station-fixture.h"
#include "vouch-administrator-key-work.h"
#include "vouch-arrival-work.h"
#include "vouch-attachment-work.h"
#include "vouch-batch-work.h"
#include "vouch-case-answer-work.h"
#include "vouch-case-look-work.h"
#include "vouch-case-work.h"
#include "vouch-certificate-work.h"
#include "vouch-clock-work.h"
#include "vouch-code-version-work.h"
#include "vouch-code-work.h"
#include "vouch-correct-work.h"
#include "vouch-decide-work.h"
#include "vouch-error.h"
#include "vouch-event-work.h"
#include "vouch-give-up-work.h"
#include "vouch-inspect-work.h"
#include "vouch-kiosk-work.h"
#include "vouch-pack-work.h"
#include "vouch-park-work.h"
#include "vouch-pattern-work.h"
#include "vouch-pin-work.h"
#include "vouch-plan-version-work.h"
#include "vouch-policy-work.h"
#include "vouch-print-work.h"
#include "vouch-public-report-work.h"
#include "vouch-publish-work.h"
#include "vouch-quality-work.h"
#include "vouch-query-count-work.h"
#include "vouch-recall-work.h"
#include "vouch-receive-work.h"
#include "vouch-restore-notice.h"
#include "vouch-retire-work.h"
#include "vouch-sample-work.h"
#include "vouch-scan-back-work.h"
#include "vouch-scan-problem-work.h"
#include "vouch-take-over-work.h"
#include "vouch-takeover-work.h"
#include "vouch-template-work.h"
#include "vouch-user-work.h"

/* Who may: I inspector, Q QA lead, S service desk, A administrator, U auditor; @ the station itself. */
static const struct
{
  const char *symbol;
  const VouchUseCase *use_case;
  const char *who;
} table[] = {
  { "vouch_receive_open", &vouch_receive_open, "I" },
  { "vouch_receive_new_delivery", &vouch_receive_new_delivery, "I" },
  { "vouch_receive_count", &vouch_receive_count, "I" },
  { "vouch_receive_undo_count", &vouch_receive_undo_count, "I" },
  { "vouch_receive_close_line", &vouch_receive_close_line, "I" },
  { "vouch_receive_settle", &vouch_receive_settle, "Q" },
  { "vouch_receive_close", &vouch_receive_close, "I" },
  { "vouch_receive_check_arrival", &vouch_receive_check_arrival, "I" },
  { "vouch_receive_park", &vouch_receive_park, "I" },
  { "vouch_receive_resolve", &vouch_receive_resolve, "Q" },
  { "vouch_receive_correct", &vouch_receive_correct, "IQ" },
  { "vouch_receive_approve_correction", &vouch_receive_approve_correction, "Q" },
  { "vouch_receive_refuse_correction", &vouch_receive_refuse_correction, "Q" },
  { "vouch_inspect_plan", &vouch_inspect_plan, "I" },
  { "vouch_inspect_record", &vouch_inspect_record, "I" },
  { "vouch_inspect_pass_unit", &vouch_inspect_pass_unit, "I" },
  { "vouch_inspect_undo", &vouch_inspect_undo, "I" },
  { "vouch_inspect_next_sample", &vouch_inspect_next_sample, "I" },
  { "vouch_inspect_take_over", &vouch_inspect_take_over, "I" },
  { "vouch_decide_accept_within_plan", &vouch_decide_accept_within_plan, "I" },
  { "vouch_decide_confirm_rejection", &vouch_decide_confirm_rejection, "I" },
  { "vouch_decide_hold", &vouch_decide_hold, "I" },
  { "vouch_decide_dispose", &vouch_decide_dispose, "Q" },
  { "vouch_decide_withhold", &vouch_decide_withhold, "Q" },
  { "vouch_quality_declare", &vouch_quality_declare, "Q" },
  { "vouch_recall_announce", &vouch_recall_announce, "Q" },
  { "vouch_code_issue", &vouch_code_issue, "IQ" },
  { "vouch_code_note_printed", &vouch_code_note_printed, "IQ" },
  { "vouch_code_note_badge", &vouch_code_note_badge, "A" },
  { "vouch_code_note_run", &vouch_code_note_run, "IQ" },
  { "vouch_code_note_badge_run", &vouch_code_note_badge_run, "A" },
  { "vouch_code_give_up", &vouch_code_give_up, "Q" },
  { "vouch_code_void", &vouch_code_void, "Q" },
  { "vouch_code_void_units", &vouch_code_void_units, "Q" },
  { "vouch_batch_reconcile", &vouch_batch_reconcile, "IQ" },
  { "vouch_batch_close", &vouch_batch_close, "IQ" },
  { "vouch_batch_hand_out", &vouch_batch_hand_out, "IQ" },
  { "vouch_code_scan_back", &vouch_code_scan_back, "IQ" },
  { "vouch_key_rotate", &vouch_key_rotate, "A" },
  { "vouch_key_revoke", &vouch_key_revoke, "A" },
  { "vouch_restore_note", &vouch_restore_note, "@" },
  { "vouch_restore_note_key_file", &vouch_restore_note_key_file, "@" },
  { "vouch_restore_declare", &vouch_restore_declare, "A" },
  { "vouch_restore_acknowledge", &vouch_restore_acknowledge, "A" },
  { "vouch_pack_open", &vouch_pack_open, "IQ" },
  { "vouch_pack_add", &vouch_pack_add, "IQ" },
  { "vouch_pack_take_out", &vouch_pack_take_out, "IQ" },
  { "vouch_pack_close", &vouch_pack_close, "IQ" },
  { "vouch_pack_break", &vouch_pack_break, "IQ" },
  { "vouch_pack_recall", &vouch_pack_recall, "Q" },
  { "vouch_publish_enrol", &vouch_publish_enrol, "A" },
  { "vouch_takeover_sign", &vouch_takeover_sign, "A" },
  { "vouch_administrator_key_add", &vouch_administrator_key_add, "A" },
  { "vouch_administrator_key_withdraw", &vouch_administrator_key_withdraw, "A" },
  { "vouch_publish_note_sent", &vouch_publish_note_sent, "@" },
  { "vouch_publish_note_refused", &vouch_publish_note_refused, "@" },
  { "vouch_public_report_publish", &vouch_public_report_publish, "@" },
  { "vouch_certificate_add", &vouch_certificate_add, "IQ" },
  { "vouch_case_take", &vouch_case_take, "@" },
  { "vouch_case_take_photo", &vouch_case_take_photo, "@" },
  { "vouch_event_take", &vouch_event_take, "@" },
  { "vouch_query_count_take", &vouch_query_count_take, "@" },
  { "vouch_case_answer", &vouch_case_answer, "QS" },
  { "vouch_case_note_carried", &vouch_case_note_carried, "@" },
  { "vouch_case_look", &vouch_case_look, "QS" },
  { "vouch_suspicion_acknowledge", &vouch_suspicion_acknowledge, "Q" },
  { "vouch_attachment_add", &vouch_attachment_add, "IQ" },
  { "vouch_clock_note_back", &vouch_clock_note_back, "@" },
  { "vouch_pin_note_tried", &vouch_pin_note_tried, "@" },
  { "vouch_plan_draft", &vouch_plan_draft, "IQ" },
  { "vouch_plan_approve", &vouch_plan_approve, "Q" },
  { "vouch_plan_retire", &vouch_plan_retire, "Q" },
  { "vouch_pattern_add", &vouch_pattern_add, "QA" },
  { "vouch_pattern_change", &vouch_pattern_change, "QA" },
  { "vouch_pattern_retire", &vouch_pattern_retire, "QA" },
  { "vouch_pattern_restore", &vouch_pattern_restore, "QA" },
  { "vouch_pattern_add_usual", &vouch_pattern_add_usual, "QA" },
  { "vouch_template_save", &vouch_template_save, "QA" },
  { "vouch_template_remove", &vouch_template_remove, "QA" },
  { "vouch_policy_change", &vouch_policy_change, "A" },
  { "vouch_scan_problem_note", &vouch_scan_problem_note, "@" },
  { "vouch_scan_problem_acknowledge", &vouch_scan_problem_acknowledge, "@" },
  { "vouch_sample_load", &vouch_sample_load, "@" },
  { "vouch_user_add_first", &vouch_user_add_first, "@" },
  { "vouch_user_add", &vouch_user_add, "A" },
  { "vouch_user_retire", &vouch_user_retire, "A" },
  { "vouch_kiosk_leave", &vouch_kiosk_leave, "QA" },
};

/* Whether the actor got past the door; what an empty request comes to behind it does not matter here. */
static gboolean
may (StationFixture *self, const VouchUseCase *use_case, VouchActor *actor)
{
  gpointer request = vouch_record_new (use_case->request);
  g_autoptr (GError) error = NULL;
  gpointer answer = vouch_use_case_run (use_case, self->station, actor, NULL, request, &error);
  gboolean denied = g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_DENIED) &&
                    g_str_equal (error->message, vouch_permission_describe (use_case->permission));

  vouch_record_free (use_case->request, request);
  vouch_record_free (use_case->answer, answer);
  return !denied;
}

static void
test_every_use_case_is_closed_to_all_others (StationFixture *self, gconstpointer data)
{
  static const char letters[] = "IQSAU";

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (int role = VOUCH_ROLE_INSPECTOR; role <= VOUCH_ROLE_AUDITOR; role++)
      {
        VouchUser user = { .id = 1, .badge = (char *)"T1", .name = (char *)"T" };
        g_autoptr (VouchActor) actor = vouch_actor_new (&user, VOUCH_ROLES_OF (role));

        g_test_message ("%s: %c", table[i].use_case->name, letters[role]);
        g_assert_cmpint (may (self, table[i].use_case, actor), ==, strchr (table[i].who, letters[role]) != NULL);
      }
}

static void
test_somebody_without_a_role_may_nothing (StationFixture *self, gconstpointer data)
{
  VouchUser user = { .id = 1, .badge = (char *)"T1", .name = (char *)"T" };
  g_autoptr (VouchActor) actor = vouch_actor_new (&user, 0);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_false (may (self, table[i].use_case, actor));
}

static void
test_the_station_does_no_persons_work (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) station = vouch_actor_new_station ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].use_case->name);
      g_assert_cmpint (may (self, table[i].use_case, station), ==, *table[i].who == '@');
    }
}

static void
test_a_denied_act_leaves_nothing (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) auditor = station_fixture_dup_actor (self, "VB1006");
  gint64 before = station_fixture_ask (self, "SELECT max(seq) FROM audit_entry");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_false (may (self, table[i].use_case, auditor));
  g_assert_cmpint (station_fixture_ask (self, "SELECT max(seq) FROM audit_entry"), ==, before);
}

static gboolean
is_listed (const char *symbol)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (table[i].symbol, symbol))
      return TRUE;
  return FALSE;
}

static void
test_no_use_case_is_forgotten (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "src", "station", NULL);
  g_autoptr (GRegex) regex = g_regex_new ("extern const VouchUseCase (\\w+);", 0, 0, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_str_has_suffix (name, ".h") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *symbol = g_match_info_fetch (match, 1);

          g_test_message ("%s", symbol);
          g_assert_true (is_listed (symbol));
        }
    }
}

static void
test_a_key_has_to_be_a_uuid (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, "VB1002");
  VouchOpenRequest request = { (char *)"PO-2026-0001" };
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_use_case_run (&vouch_receive_open, self->station, actor, "1", &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "key");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/roles/every-use-case-is-closed-to-all-others", test_every_use_case_is_closed_to_all_others);
  ADD ("/roles/somebody-without-a-role-may-nothing", test_somebody_without_a_role_may_nothing);
  ADD ("/roles/the-station-does-no-persons-work", test_the_station_does_no_persons_work);
  ADD ("/roles/a-denied-act-leaves-nothing", test_a_denied_act_leaves_nothing);
  ADD ("/roles/a-key-has-to-be-a-uuid", test_a_key_has_to_be_a_uuid);
  g_test_add_func ("/roles/no-use-case-is-forgotten", test_no_use_case_is_forgotten);
  return g_test_run ();
}
