#pragma once

#include "vouch-command.h"
#include "vouch-defect-code.h"
#include "vouch-inspection.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/* What a desk's state has several of. Each is a described record; its type has no field for what is only looked at by
 * the window: that is copied as it is. All texts are ready to be shown. */

/* One action that is offered now. */
typedef struct
{
  VouchCommand command;
  int argument;
  char *label; /* translated */
} VouchDeskAnswer;

VOUCH_DECLARE_RECORD (VouchDeskAnswer, vouch_desk_answer)

/* One line of the open delivery. All texts are ready to be shown. */
typedef struct
{
  gint64 position;
  char *product;
  char *sku;
  char *lots;     /* "QH26A01 120 pc · QH26A02 80 pc"; nullable */
  char *declared; /* "200 pc"; NULL while nobody may know */
  char *counted;
  char *damaged;  /* nullable */
  char *variance; /* "short 20 pc", "over 5 pc"; nullable */
  char *standing; /* "to count", "being checked", "released", … */
  char *accepted; /* nullable, as are rejected and held: nothing */
  char *rejected;
  char *held;
  gint64 id;
  gboolean is_current;
} VouchDeskLine;

VOUCH_DECLARE_RECORD (VouchDeskLine, vouch_desk_line)

/* One entry of the inspection's history, the last one first. */
typedef struct
{
  char *text; /* "Unit 3 · Seal: pass" */
  gboolean is_failure;
  gboolean is_undone;
} VouchDeskEntry;

VOUCH_DECLARE_RECORD (VouchDeskEntry, vouch_desk_entry)

/* A photograph as it is shown: pixels that the decoder drew. */
typedef struct
{
  GBytes *pixels; /* rows of width × 3 bytes, red, green and blue */
  guint width;
  guint height;
  char *name;          /* nullable */
  gboolean is_pending; /* will be kept with the next entry */
} VouchDeskPhoto;

VOUCH_DECLARE_RECORD (VouchDeskPhoto, vouch_desk_photo)

/* An earlier result of the same supplier and product. */
typedef struct
{
  char *text; /* "12 Nov · 5 inspected, 0 failed" */
  gboolean is_accepted;
} VouchDeskEarlier;

VOUCH_DECLARE_RECORD (VouchDeskEarlier, vouch_desk_earlier)

/* One defect that can be chosen. */
typedef struct
{
  int code;
  char *name;
  VouchDefectClass class;
  const char *severity; /* the class in the user's language */
  gboolean is_own;      /* the one that the check names */
} VouchDeskDefect;

VOUCH_DECLARE_RECORD (VouchDeskDefect, vouch_desk_defect)

/* How the lot at work stands by the plan of one class of defects. */
typedef struct
{
  char *name;   /* "Critical", "All defects", or what is measured */
  gint64 stage; /* under way or decided, from 1 */
  gint64 n_stages;
  gint64 wanted;    /* units that the class asks for, up to that stage */
  gint64 inspected; /* of them */
  gint64 found;     /* nonconforming items, or nonconformities */
  gint64 ac;        /* of the stage; -1: it cannot accept, or the class is not judged by counting */
  gint64 re;
  VouchVerdict verdict;
  char *figures; /* by variables, once all is measured: "0.81 % estimated, M = 2.10 %"; nullable */
} VouchDeskStanding;

VOUCH_DECLARE_RECORD (VouchDeskStanding, vouch_desk_standing)

/* One of the things that are looked at when a delivery arrives. */
typedef struct
{
  char *label; /* "Temperature" */
  char *value; /* "4 °C", "as it should be"; NULL: not looked at yet */
  gboolean is_failure;
  gboolean is_current;
} VouchDeskCheck;

VOUCH_DECLARE_RECORD (VouchDeskCheck, vouch_desk_check)

G_END_DECLS
