#pragma once

#include "vouch-actor.h"
#include "vouch-condition.h"
#include "vouch-desk-part.h"

G_BEGIN_DECLS

/**
 * VouchStage:
 * @VOUCH_STAGE_FIRST_START: nobody has an account yet
 * @VOUCH_STAGE_SIGN_IN: a badge is wanted
 * @VOUCH_STAGE_PIN: the PIN to the badge is wanted
 * @VOUCH_STAGE_HOME: a delivery number is wanted
 * @VOUCH_STAGE_NEW_DELIVERY: an unknown number; is it a new delivery?
 * @VOUCH_STAGE_SUPPLIER: the new delivery's supplier is wanted
 * @VOUCH_STAGE_ARRIVAL: one of the things that are looked at when a delivery arrives
 * @VOUCH_STAGE_GOODS: a delivery is open; goods are wanted
 * @VOUCH_STAGE_ASK_LOT: the supplier's lot number is wanted
 * @VOUCH_STAGE_ASK_PRODUCED: the production date is wanted
 * @VOUCH_STAGE_ASK_EXPIRY: the expiry date is wanted
 * @VOUCH_STAGE_ASK_QUANTITY: the quantity is wanted
 * @VOUCH_STAGE_CONFIRM_COUNT: over or short; is the count right?
 * @VOUCH_STAGE_CHOOSE_PRODUCT: which of several products was meant?
 * @VOUCH_STAGE_UNKNOWN_GOODS: goods that are not in the catalogue; are they set apart?
 * @VOUCH_STAGE_DELIVERY_DONE: everything is counted and decided or held; is the delivery closed?
 * @VOUCH_STAGE_CHECK: a check on a sample unit
 * @VOUCH_STAGE_DEFECT: which defect did the unit fail with?
 * @VOUCH_STAGE_ASK_VALUE: a measured value is doubtful; is it right?
 * @VOUCH_STAGE_SECOND: the badge of who confirms a check is wanted
 * @VOUCH_STAGE_NOTE: a note to the check is wanted
 * @VOUCH_STAGE_NEXT_SAMPLE: the sample decides nothing; the units of the next stage are wanted
 * @VOUCH_STAGE_VERDICT: the verdict is computed; accept, reject or hold
 * @VOUCH_STAGE_SIGN: the own badge is wanted as a signature
 * @VOUCH_STAGE_LABELS: the lot is decided; labels can be printed
 * @VOUCH_STAGE_SCAN_BACK: the first and last printed label are wanted
 * @VOUCH_STAGE_REPRINT: why are labels that were printed printed again?
 *
 * What the station waits for.
 */
typedef enum
{
  VOUCH_STAGE_FIRST_START,
  VOUCH_STAGE_SIGN_IN,
  VOUCH_STAGE_PIN,
  VOUCH_STAGE_HOME,
  VOUCH_STAGE_NEW_DELIVERY,
  VOUCH_STAGE_SUPPLIER,
  VOUCH_STAGE_ARRIVAL,
  VOUCH_STAGE_GOODS,
  VOUCH_STAGE_ASK_LOT,
  VOUCH_STAGE_ASK_PRODUCED,
  VOUCH_STAGE_ASK_EXPIRY,
  VOUCH_STAGE_ASK_QUANTITY,
  VOUCH_STAGE_CONFIRM_COUNT,
  VOUCH_STAGE_CHOOSE_PRODUCT,
  VOUCH_STAGE_UNKNOWN_GOODS,
  VOUCH_STAGE_DELIVERY_DONE,
  VOUCH_STAGE_CHECK,
  VOUCH_STAGE_DEFECT,
  VOUCH_STAGE_ASK_VALUE,
  VOUCH_STAGE_SECOND,
  VOUCH_STAGE_NOTE,
  VOUCH_STAGE_NEXT_SAMPLE,
  VOUCH_STAGE_VERDICT,
  VOUCH_STAGE_SIGN,
  VOUCH_STAGE_LABELS,
  VOUCH_STAGE_SCAN_BACK,
  VOUCH_STAGE_REPRINT,
} VouchStage;

extern const VouchEnum vouch_stage_values;

/**
 * VouchFeedback:
 * @VOUCH_FEEDBACK_NONE: nothing happened yet
 * @VOUCH_FEEDBACK_OK: done; clears itself
 * @VOUCH_FEEDBACK_TICK: seen and ignored (the same code again)
 * @VOUCH_FEEDBACK_FAIL: a failure was recorded; stays until the next scan
 * @VOUCH_FEEDBACK_QUESTION: an answer is wanted
 * @VOUCH_FEEDBACK_MISREAD: not understood or not allowed here; stays until acknowledged
 * @VOUCH_FEEDBACK_HELD: goods were held
 * @VOUCH_FEEDBACK_ACCEPTED: the lot was accepted
 * @VOUCH_FEEDBACK_REJECTED: the lot was rejected
 *
 * How the last act ended, for word, shape, colour and tone.
 */
typedef enum
{
  VOUCH_FEEDBACK_NONE,
  VOUCH_FEEDBACK_OK,
  VOUCH_FEEDBACK_TICK,
  VOUCH_FEEDBACK_FAIL,
  VOUCH_FEEDBACK_QUESTION,
  VOUCH_FEEDBACK_MISREAD,
  VOUCH_FEEDBACK_HELD,
  VOUCH_FEEDBACK_ACCEPTED,
  VOUCH_FEEDBACK_REJECTED,
} VouchFeedback;

extern const VouchEnum vouch_feedback_values;

/**
 * VouchSound:
 * @VOUCH_SOUND_AS_SET: nothing is asked for
 * @VOUCH_SOUND_OFF: no tones from now on
 * @VOUCH_SOUND_LOUD: tones as loud as they can be
 *
 * What the last act asked of the tones.
 */
typedef enum
{
  VOUCH_SOUND_AS_SET,
  VOUCH_SOUND_OFF,
  VOUCH_SOUND_LOUD,
} VouchSound;

extern const VouchEnum vouch_sound_values;

/* Limits of a measurement, to be drawn. Places are 0 at the lower end of what is allowed and 1 at its upper end. */
typedef struct
{
  char *lower;   /* nullable: no lower limit */
  char *upper;   /* nullable: no upper limit */
  char *nominal; /* nullable */
  double nominal_at;
  gboolean has_value;
  double value_at;    /* of the number typed so far */
  GArray *earlier_at; /* double: of the units before */
} VouchDeskScale;

/**
 * VouchDeskState:
 *
 * What the inspector's stand shows: made anew after every act, immutable and reference counted, so that the window can
 * hold it while the desk goes on. Texts are in the user's language; those that do not apply are %NULL.
 */
typedef struct
{
  gatomicrefcount references;
  VouchStage stage;
  VouchFeedback feedback;
  gint64 act;           /* counts acts, so that the same feedback twice is seen twice */
  char *word;           /* of the feedback: "PASS", "Unknown code" */
  char *detail;         /* of the feedback: one sentence */
  char *prompt;         /* what to do next, in large type: "Scan the delivery note" */
  char *typed;          /* digits typed so far with number codes; "" */
  char *command_prefix; /* that command codes begin with */
  char *station;        /* its name, or its number where it has none */
  char *inspector;      /* who is signed in */
  char *delivery;
  char *supplier;
  gint64 line_position; /* 0: none */
  gint64 n_lines;
  char *item;
  char *lot;
  gint64 lot_id;
  gboolean lot_waits; /* the lot waits for a decision */
  gint64 print_act;   /* the act that hands the lot's unit labels over to be printed beside the work; 0: none did */
  gint64 print_batch; /* their codes; 0: they are issued then */
  gint64 opened_act;  /* the act that brought the lot up outside a task; 0: none did */
  char *search;       /* goods that were scanned outside a delivery, as what to search for */
  gint64 receipt_id;
  gint64 sample_position; /* 0: none */
  gint64 sample_size;
  gint64 sample_unit; /* which unit of the lot to open */
  gint64 nonconforming;
  gint64 ac;               /* -1: it cannot accept yet, or there are several classes; see classes */
  gint64 re;               /* 0: there are several classes */
  gint64 to_draw;          /* units that the next stage asks for */
  char *average;           /* what a plan with several stages inspects on the average; nullable */
  char *plan;              /* "Code letter G, n = 32, Ac 1, Re 2" */
  char *why;               /* the plan's explanation */
  char *characteristic;    /* being checked */
  char *limits;            /* "4.90 to 5.10 mm" */
  gboolean is_measurement; /* a number is wanted */
  char *method;            /* how it is checked; nullable */
  gboolean needs_photo;    /* the check is recorded with a photo, and there is none yet */
  gboolean needs_second;   /* the check is recorded with a second person */
  gboolean may_not_apply;
  gint64 times;        /* how many units the next pass counts for */
  gboolean wants_help; /* what can be scanned now is shown with its codes */
  char *note;          /* nullable: will be kept with the next entry */
  VouchDeskScale scale;
  GPtrArray *photos;  /* VouchDeskPhoto, the newest first */
  GPtrArray *earlier; /* VouchDeskEarlier, the latest first */
  gint64 n_problems;  /* scans that came to nothing since somebody signed in */
  VouchSound sound;
  VouchCondition condition;  /* of the station */
  char *condition_message;   /* in words, and what to do; NULL where all is sound */
  char *printed;             /* path of the PDF that was made last */
  GPtrArray *answers;        /* VouchDeskAnswer */
  GPtrArray *lines;          /* VouchDeskLine */
  GPtrArray *history;        /* VouchDeskEntry */
  GPtrArray *defects;        /* VouchDeskDefect */
  GPtrArray *checks;         /* VouchDeskCheck: of the open delivery */
  GPtrArray *classes;        /* VouchDeskStanding: of the lot at work, the gravest first */
  GPtrArray *choices;        /* char *: chosen by their number, from 1 */
  gboolean counts_each;      /* each scan of a label counts one */
  gboolean wants_text;       /* a text is wanted where a stage can want several things */
  gint64 sample_carton;      /* that holds the unit to open; 0: units are numbered through the lot */
  gint64 sample_carton_unit; /* which one it is in there */
  gboolean has_camera;       /* the camera is wanted: codes are held before it */
  gboolean is_asked;         /* the prompt asks about the scan before, and the answers are to that */
  gboolean checks_scanner;   /* the check of the scanner is wanted */
  char *counts_for;          /* "for: Critical defects", where other classes do not ask for the unit; nullable */
} VouchDeskState;

extern const VouchRecordType vouch_desk_state_type;

VouchDeskState *vouch_desk_state_new (void) G_GNUC_WARN_UNUSED_RESULT;
VouchDeskState *vouch_desk_state_ref (VouchDeskState *self);
void vouch_desk_state_unref (VouchDeskState *self);
void vouch_desk_state_add_answer (VouchDeskState *self, VouchCommand command, int argument, const char *label);
void vouch_desk_state_add_line (VouchDeskState *self, const VouchDeskLine *line);
void vouch_desk_state_add_check (VouchDeskState *self, const VouchDeskCheck *check);
void vouch_desk_state_add_choice (VouchDeskState *self, const char *choice);
void vouch_desk_state_add_entry (VouchDeskState *self, const VouchDeskEntry *entry);
void vouch_desk_state_add_defect (VouchDeskState *self, const VouchDeskDefect *defect);
void vouch_desk_state_add_photo (VouchDeskState *self, const VouchDeskPhoto *photo);
void vouch_desk_state_add_earlier (VouchDeskState *self, const VouchDeskEarlier *earlier);
gboolean vouch_desk_state_offers (const VouchDeskState *self, VouchCommand command);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchDeskState, vouch_desk_state_unref)

G_END_DECLS
