#include "vouch-scan-problem-work.h"

#include "vouch-scan-problem-store.h"

static const VouchField note_fields[] = {
  VOUCH_FIELD (VouchNoteProblemRequest, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchNoteProblemRequest, word, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchNoteProblemRequest, detail, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchNoteProblemRequest, user_id, ID, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchNoteProblemRequest, vouch_note_problem_request, "note_problem", note_fields)

static const VouchField seen_fields[] = {
  VOUCH_FIELD (VouchSeenProblemsRequest, problem_id, ID, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSeenProblemsRequest, vouch_seen_problems_request, "seen_problems", seen_fields)

static gboolean
note (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchNoteProblemRequest *request = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchScanProblem) problem = vouch_scan_problem_store_find_replaceable (act->conn, &local);
  gboolean is_new = problem == NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_new)
    {
      problem = vouch_scan_problem_new ();
      problem->id = vouch_act_next_id (act);
    }
  g_free (problem->text);
  g_free (problem->word);
  g_free (problem->detail);
  problem->text = g_strdup (request->text);
  problem->word = g_strdup (request->word);
  problem->detail = g_strdup (request->detail);
  problem->user_id = request->user_id;
  problem->scanned_at = vouch_act_get_now (act);
  problem->acknowledged_at = 0;
  ((VouchDone *)answer)->id = problem->id;
  return is_new ? vouch_act_insert (act, &vouch_scan_problem_type, problem, error)
                : vouch_act_update (act, &vouch_scan_problem_type, problem, error);
}

static gboolean
acknowledge (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchSeenProblemsRequest *request = data;
  g_autoptr (GPtrArray) open = vouch_scan_problem_store_list_open (act->conn, error);

  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      VouchScanProblem *problem = g_ptr_array_index (open, i);

      if (request->problem_id != 0 && request->problem_id != problem->id)
        continue;
      problem->acknowledged_at = vouch_act_get_now (act);
      if (!vouch_act_update (act, &vouch_scan_problem_type, problem, error))
        return FALSE;
    }
  return open != NULL;
}

const VouchUseCase vouch_scan_problem_note = {
  .name = "scan_problem.note",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_note_problem_request_type,
  .answer = &vouch_done_type,
  .act = note,
};

const VouchUseCase vouch_scan_problem_acknowledge = {
  .name = "scan_problem.acknowledge",
  .permission = VOUCH_PERMISSION_SYSTEM,
  .request = &vouch_seen_problems_request_type,
  .answer = &vouch_done_type,
  .act = acknowledge,
};
