#include "vouch-recall.h"

static const char *const class_names[] = { "i", "ii", "iii", NULL };
static const char *const state_names[] = { "draft", "started", "announced", "closed", NULL };
const VouchEnum vouch_recall_class_values = { class_names };
const VouchEnum vouch_recall_state_values = { state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchRecall, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecall, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchRecall, class, vouch_recall_class_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchRecall, state, vouch_recall_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecall, is_drill, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecall, reason, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchRecall, notice_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecall, notice_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecall, started_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecall, started_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecall, announced_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecall, closed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchRecall, vouch_recall, "recall", fields)

/**
 * vouch_recall_class_get_numeral:
 * @self: a class
 *
 * Returns: (transfer none): how the class is written for people: "I", "II" or "III"
 */
const char *
vouch_recall_class_get_numeral (VouchRecallClass self)
{
  switch (self)
    {
    case VOUCH_RECALL_CLASS_I:
      return "I";
    case VOUCH_RECALL_CLASS_II:
      return "II";
    case VOUCH_RECALL_CLASS_III:
      return "III";
    default:
      g_return_val_if_reached ("");
    }
}
