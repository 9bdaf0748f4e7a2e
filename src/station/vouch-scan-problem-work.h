#pragma once

#include "vouch-scan-problem.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A scan that came to nothing. */
typedef struct
{
  char *text; /* nullable: what was scanned, made harmless by vouch_text_show() */
  char *word;
  char *detail;
  gint64 user_id; /* 0: nobody is signed in */
} VouchNoteProblemRequest;

VOUCH_DECLARE_RECORD (VouchNoteProblemRequest, vouch_note_problem_request)

typedef struct
{
  gint64 problem_id; /* 0: all of them */
} VouchSeenProblemsRequest;

VOUCH_DECLARE_RECORD (VouchSeenProblemsRequest, vouch_seen_problems_request)

/* The station keeps the list by itself. Answer VouchDone: the problem. */
extern const VouchUseCase vouch_scan_problem_note;
extern const VouchUseCase vouch_scan_problem_acknowledge;

G_END_DECLS
