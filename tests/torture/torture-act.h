#pragma once

#include "vouch-station.h"
#include "vouch-use-case.h"

#define TORTURE_INSPECTOR "VB1002"

/* What an act does; the numbers of each are in torture-act.c, beside what reads them. */
typedef enum
{
  TORTURE_DELIVER,
  TORTURE_COUNT,
  TORTURE_PLAN,
  TORTURE_RECORD,
  TORTURE_PASS,
  TORTURE_UNDO,
} TortureKind;

/**
 * TortureAct:
 * @key: its idempotency key
 * @kind: what is done
 * @numbers: the request's numbers and ids
 * @rows: how many records of readings, counts, inspections or deliveries it makes, undone ones included
 *
 * One submit, whole: whoever reads its line can submit the same once more. A value; nothing is owned.
 */
typedef struct
{
  char key[37];
  TortureKind kind;
  gint64 numbers[4];
  gint64 rows;
} TortureAct;

char *torture_act_to_line (const TortureAct *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean torture_act_from_line (const char *line, TortureAct *self);
GBytes *torture_act_submit (const TortureAct *self, VouchStation *station, VouchActor *actor, gint64 *id,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *torture_answer_digest (GBytes *answer) G_GNUC_WARN_UNUSED_RESULT;
