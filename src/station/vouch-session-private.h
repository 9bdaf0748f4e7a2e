#pragma once

#include "vouch-arrival-check.h"
#include "vouch-inspect-work.h"
#include "vouch-label-read.h"
#include "vouch-label-work.h"
#include "vouch-lot-file.h"
#include "vouch-policy-table.h"
#include "vouch-receive-work.h"
#include "vouch-scan-router.h"
#include "vouch-session.h"

G_BEGIN_DECLS

/* What is to be signed. */
typedef enum
{
  VOUCH_SESSION_SIGN_ACCEPT,
  VOUCH_SESSION_SIGN_REJECT,
} VouchSessionSign;

/* What is about to be recorded. */
typedef struct
{
  VouchResult result;
  int defect; /* its code; 0 is the check's own */
  gboolean has_value;
  gint64 value;
  char *unit; /* as the gauge wrote it; NULL for the check's own */
} VouchSessionEntry;

/* A photograph that was taken and will be kept with the next entry. */
typedef struct
{
  GBytes *bytes; /* a JPEG */
  char *name;
} VouchSessionPhoto;

/* So many answers have a number of their own. */
#define VOUCH_SESSION_CHOICES_MAX 9

/* What is asked about a scan. */
typedef enum
{
  VOUCH_SESSION_ASK_NOTHING,
  VOUCH_SESSION_ASK_UNSURE,    /* was it read rightly? */
  VOUCH_SESSION_ASK_SEPARATOR, /* does the lot number end where it seems to? */
  VOUCH_SESSION_ASK_FACT,      /* which of two things that a label says is right? */
  VOUCH_SESSION_ASK_WHICH,     /* which of several things that it looks like is it? */
  VOUCH_SESSION_ASK_COMMAND,   /* is the command meant? */
  VOUCH_SESSION_ASK_WITHDRAW,  /* does the wrong label lie where the expected one should be? */
  VOUCH_SESSION_ASK_LEAVE,     /* is the open work to be left for what the scan belongs to? */
} VouchSessionAsk;

typedef struct
{
  VouchSessionAsk ask;
  char *prompt;
  GPtrArray *choices;       /* char *, nullable: answers by their number */
  VouchScan *scan;          /* that is asked about; nullable */
  VouchScanMeaning meaning; /* of a code that looks like several things */
  VouchLabelRead label;     /* what the new code says */
  VouchLabelFact fact;      /* in dispute */
  VouchCommand command;     /* that is to be confirmed */
  gint64 until_us;          /* how long an answer counts; 0: as long as the question stands */
} VouchSessionQuestion;

struct _VouchSession
{
  VouchStation *station;
  VouchSessionSettings *settings;

  VouchActor *actor;
  char *badge;  /* signing in: waits for its PIN */
  char *number; /* of a delivery nobody announced */

  /* The work that waits while nobody is signed in. */
  gboolean is_held;
  VouchStage held_stage;
  char *held_typed;

  VouchStage stage;
  VouchFeedback feedback;
  guint act;
  char *word;
  char *detail;
  guint n_problems;          /* scans that came to nothing since somebody signed in */
  gboolean has_open_problem; /* one of them was not seen yet */
  VouchSound sound;          /* that the last act asked for */
  gboolean has_camera;       /* the camera is wanted */
  gboolean checks_scanner;   /* the check of the scanner is wanted */

  /* The open delivery. */
  gint64 receipt_id;
  VouchDelivery *delivery;
  VouchParty *supplier;
  gint64 line_id;            /* counted last */
  gboolean counts_each;      /* each scan of a label counts one */
  VouchArrivalItems arrival; /* still to be looked at */
  char *unknown;             /* what was scanned on goods that are not in the catalogue */
  GArray *choices;           /* gint64: products that a typed text may mean */
  gint64 other_product_id;   /* of another line; wants a second scan */
  gint64 other_at_us;
  char *count_key;        /* of the count under way, or of the last one */
  gboolean nothing_came;  /* the count that is asked about is 0 */
  gboolean count_is_over; /* it was carried out, and whoever counted saw it */

  /* The label that is being completed. */
  VouchLabelRead label;
  VouchProduct *product;
  gint64 quantity;        /* millionths of trade items, 0 if not known */
  gint64 damaged;         /* the same, for the next count */
  gboolean has_no_lot;    /* the goods bear no lot number */
  GPtrArray *readings;    /* VouchGs1Reading, nullable: of all its bar codes */
  char *unknown_elements; /* nullable: elements of it that nobody knows */
  char link;              /* check character of its health industry bar code that names the product, 0: none was read */
  VouchLabelRead last_label;
  gint64 last_label_at_us;

  GPtrArray *traces; /* VouchScanTrace, nullable: scans that are not written down yet */
  VouchSessionQuestion question;
  char *trusted;      /* nullable: a text whose elements somebody compared with the label */
  gboolean distrusts; /* of the scan being used, elements without an end of their own are not believed */

  /* The lot at work. */
  VouchLotFile *file;
  char *average;     /* what its plan inspects on the average, in words; nullable */
  gboolean is_stale; /* an entry was recorded since the file was read */
  GString *typed;
  int times;
  VouchStopRule stop_rule;
  VouchSessionEntry entry; /* that waits for an answer or a second person */
  GPtrArray *photos;       /* VouchSessionPhoto: for the next entry */
  GPtrArray *thumbs;       /* VouchDeskPhoto: of the lot, the newest first */
  char *note;              /* for the next entry */
  gboolean wants_help;
  gboolean goes_on_after_re;
  VouchSessionSign sign;
  char *sign_key;
  gint64 sign_until_us;
  gint64 batch_id;
  gint64 repeated_id;        /* the print job that is to be repeated */
  VouchStage repeated_stage; /* where that was asked for */
  char *printed;             /* the file printed last for the work at hand; it goes with the work */
  guint print_act;           /* that handed the lot's labels over */
  guint opened_act;          /* that brought the lot up outside a task */
  char *search;              /* goods that were scanned last, outside a delivery, as what to search for */
};

gint64 vouch_session_now (VouchSession *self);
void vouch_session_tell (VouchSession *self, VouchFeedback feedback, const char *word, const char *detail);
void vouch_session_tell_error (VouchSession *self, const GError *error);
void vouch_session_tell_unread (VouchSession *self, const GError *error);
void vouch_session_set_stage (VouchSession *self, VouchStage stage);
gboolean vouch_session_take_typed (VouchSession *self, gint64 *number);

void vouch_session_refuse_command (VouchSession *self, VouchCommand command);
void vouch_session_type_digit (VouchSession *self, VouchCommand command, int argument);
void vouch_session_enter_number (VouchSession *self);
void vouch_session_note_damaged (VouchSession *self);

void vouch_session_note_scan (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning);
void vouch_session_drop_question (VouchSession *self);
gboolean vouch_session_is_asking (const VouchSession *self);
void vouch_session_ask_unsure (VouchSession *self, const VouchScan *scan);
void vouch_session_ask_separator (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning);
void vouch_session_ask_fact (VouchSession *self, const VouchLabelRead *label, VouchLabelFact fact);
void vouch_session_ask_which (VouchSession *self, VouchScanMeaning *meaning, const VouchScan *scan);
void vouch_session_ask_command (VouchSession *self, VouchCommand command, const char *why);
void vouch_session_ask_withdraw (VouchSession *self, const VouchScan *scan, const char *detail);
void vouch_session_ask_leave (VouchSession *self, const VouchScan *scan, const char *word, const char *detail);
gboolean vouch_session_confirms (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning);
gboolean vouch_session_answer (VouchSession *self, VouchCommand command, int argument);
void vouch_session_offer_question (const VouchSession *self, VouchDeskState *state);
gboolean vouch_session_expects (VouchSession *self, const VouchScanMeaning *meaning);
gboolean vouch_session_inspects (VouchSession *self, const VouchScanMeaning *meaning);
void vouch_session_take_delivery (VouchSession *self, const char *number, const VouchScan *scan);
void vouch_session_leave_for_own (VouchSession *self, const VouchScan *scan);
void vouch_session_leave_for_new (VouchSession *self, const VouchScan *scan, const VouchPatternFit *fit);
void vouch_session_leave_for_goods (VouchSession *self, const VouchScan *scan, const VouchScanMeaning *meaning);
void vouch_session_leave_for (VouchSession *self, const VouchScanMeaning *meaning);
void vouch_session_use (VouchSession *self, const VouchScan *scan);
void vouch_session_leave (VouchSession *self, const VouchScan *scan);
void vouch_session_use_fit (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan);
void vouch_session_go_on_with_label (VouchSession *self, VouchLabelRead *now, gboolean is_other_product);
void vouch_session_add_remarks (VouchSession *self, const char *remarks);
char *vouch_session_dup_remarks (VouchSession *self) G_GNUC_WARN_UNUSED_RESULT;

void vouch_session_settle_problem (VouchSession *self, guint before, const char *scanned);

void vouch_session_sign_in (VouchSession *self, const char *badge, const char *pin);
void vouch_session_sign_out (VouchSession *self);
void vouch_session_lock (VouchSession *self);
void vouch_session_stop_signing_in (VouchSession *self);

void vouch_session_open_delivery (VouchSession *self, const char *number);
gboolean vouch_session_enter_delivery (VouchSession *self, const char *number);
void vouch_session_new_delivery (VouchSession *self, const char *supplier);
void vouch_session_close_delivery (VouchSession *self);
void vouch_session_look_up_goods (VouchSession *self, const VouchScanMeaning *meaning, const VouchScan *scan);
void vouch_session_look_up_number (VouchSession *self, const VouchNumberOwner *owner, const VouchScan *scan);
void vouch_session_take_goods (VouchSession *self, const VouchScanMeaning *meaning, gint64 at_us);
void vouch_session_answer_field (VouchSession *self, const char *text);
void vouch_session_take_quantity (VouchSession *self, gint64 quantity);
void vouch_session_take_product (VouchSession *self, gint64 product_id);
VouchProduct *vouch_session_find_product (VouchSession *self, const char *sku, gint64 product_id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_session_complete_label (VouchSession *self);
gboolean vouch_session_search (VouchSession *self, const char *text);
void vouch_session_choose_product (VouchSession *self, int number);
void vouch_session_skip_field (VouchSession *self);
void vouch_session_toggle_count (VouchSession *self);
void vouch_session_park_goods (VouchSession *self);
void vouch_session_ask_park (VouchSession *self, const char *code);
void vouch_session_close_line (VouchSession *self);
void vouch_session_end_count (VouchSession *self);
gboolean vouch_session_ask_arrival (VouchSession *self);
void vouch_session_note_arrival (VouchSession *self, VouchArrivalResult result);
void vouch_session_answer_arrival (VouchSession *self, const char *text);
VouchArrivalItem vouch_session_get_arrival (const VouchSession *self);
void vouch_session_close_receipt (VouchSession *self);
void vouch_session_print_receipt (VouchSession *self);
void vouch_session_confirm_count (VouchSession *self, gboolean right);
void vouch_session_finish_count (VouchSession *self);
void vouch_session_undo_count (VouchSession *self);
void vouch_session_count (VouchSession *self);
void vouch_session_drop_label (VouchSession *self);
void vouch_session_continue (VouchSession *self);

gboolean vouch_session_load_lot (VouchSession *self, gint64 lot_id);
void vouch_session_freshen (VouchSession *self);
void vouch_session_drop_lot (VouchSession *self);
void vouch_session_inspect (VouchSession *self, gint64 lot_id);
void vouch_session_pass (VouchSession *self);
void vouch_session_fail (VouchSession *self);
void vouch_session_choose_defect (VouchSession *self, int code);
void vouch_session_measure (VouchSession *self, gint64 value);
gboolean vouch_session_take_gauge (VouchSession *self, const char *text);
void vouch_session_answer_value (VouchSession *self, gboolean right);
void vouch_session_not_applicable (VouchSession *self);
void vouch_session_multiply (VouchSession *self, int times);
void vouch_session_take_second (VouchSession *self, const char *badge);
void vouch_session_enter (VouchSession *self, const VouchSessionEntry *entry);
void vouch_session_clear_entry (VouchSession *self);
void vouch_session_ask_note (VouchSession *self);
void vouch_session_take_note (VouchSession *self, const char *text);
void vouch_session_photograph (VouchSession *self);
void vouch_session_load_thumbs (VouchSession *self);
void vouch_session_drop_evidence (VouchSession *self);
gboolean vouch_session_has_evidence (const VouchSession *self);
void vouch_session_keep_evidence (VouchSession *self, gint64 reading_id);
void vouch_session_undo_reading (VouchSession *self);
void vouch_session_go_on (VouchSession *self);
void vouch_session_settle_at (VouchSession *self, const VouchProgress *progress);
void vouch_session_ask_next_sample (VouchSession *self, const VouchProgress *progress);
void vouch_session_take_next_sample (VouchSession *self);
void vouch_session_average_sample (VouchSession *self);
void vouch_session_offer_next_sample (VouchSession *self, VouchDeskState *state);
void vouch_session_print_pick_list (VouchSession *self);
void vouch_session_fill_sample (VouchSession *self, VouchDeskState *state);

void vouch_session_go_on_with_labels (VouchSession *self);
void vouch_session_ask_signature (VouchSession *self, VouchSessionSign sign);
void vouch_session_take_signature (VouchSession *self, const char *badge);
void vouch_session_hold (VouchSession *self);
void vouch_session_print (VouchSession *self);
void vouch_session_scan_back (VouchSession *self, const VouchScan *scan, gboolean again);
void vouch_session_ask_reprint (VouchSession *self, gint64 job_id);
void vouch_session_leave_reprint (VouchSession *self);
gint64 vouch_session_find_printed (VouchSession *self, gint64 batch_id);
VouchPrintJob *
vouch_session_print_labels (VouchSession *self, VouchLabelOrder *order, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_session_test_printers (VouchSession *self);
gint64 vouch_session_find_same_label (VouchSession *self, VouchPrintPurpose purpose, GError **error);
void vouch_session_offer_reprint (VouchDeskState *state);
void vouch_session_choose_reprint (VouchSession *self, int number);
void vouch_session_note_reprint (VouchSession *self, const char *text);
const VouchCharacteristic *vouch_session_get_characteristic (VouchSession *self, gint64 *position, guint *index);

void vouch_session_fill_lot (VouchSession *self, VouchDeskState *state);
void vouch_session_offer_check (VouchSession *self, VouchDeskState *state);
void vouch_session_fill_state (VouchSession *self, VouchDeskState *state);
void vouch_session_fill_delivery (VouchSession *self, VouchDeskState *state);

G_END_DECLS
