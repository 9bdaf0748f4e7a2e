#include "vouch-desk-part.h"

static const VouchField answer_fields[] = {
  VOUCH_FIELD (VouchDeskAnswer, label, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeskAnswer, vouch_desk_answer, "answer", answer_fields)

static const VouchField line_fields[] = {
  VOUCH_FIELD (VouchDeskLine, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, sku, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, product, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, lots, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, declared, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, counted, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, damaged, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, variance, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, standing, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, accepted, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, rejected, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, held, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskLine, is_current, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeskLine, vouch_desk_line, "line", line_fields)

static const VouchField entry_fields[] = {
  VOUCH_FIELD (VouchDeskEntry, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskEntry, is_failure, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskEntry, is_undone, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeskEntry, vouch_desk_entry, "entry", entry_fields)

static const VouchField photo_fields[] = {
  VOUCH_FIELD (VouchDeskPhoto, pixels, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskPhoto, name, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeskPhoto, vouch_desk_photo, "photo", photo_fields)

static const VouchField earlier_fields[] = {
  VOUCH_FIELD (VouchDeskEarlier, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskEarlier, is_accepted, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeskEarlier, vouch_desk_earlier, "earlier", earlier_fields)

static const VouchField defect_fields[] = {
  VOUCH_FIELD (VouchDeskDefect, name, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeskDefect, vouch_desk_defect, "defect", defect_fields)

static const VouchField check_fields[] = {
  VOUCH_FIELD (VouchDeskCheck, label, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskCheck, value, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskCheck, is_failure, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskCheck, is_current, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeskCheck, vouch_desk_check, "check", check_fields)

static const VouchField class_fields[] = {
  VOUCH_FIELD (VouchDeskStanding, name, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskStanding, stage, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskStanding, n_stages, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskStanding, wanted, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskStanding, inspected, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskStanding, found, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskStanding, ac, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskStanding, re, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDeskStanding, verdict, vouch_verdict_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeskStanding, figures, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDeskStanding, vouch_desk_standing, "class", class_fields)
