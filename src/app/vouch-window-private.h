#pragma once

#include "vouch-action-bar.h"
#include "vouch-camera-view.h"
#include "vouch-condition-bar.h"
#include "vouch-errand.h"
#include "vouch-first-run-page.h"
#include "vouch-inspect-page.h"
#include "vouch-labels-page.h"
#include "vouch-packing-page.h"
#include "vouch-queue-page.h"
#include "vouch-receive-page.h"
#include "vouch-repeat-guard.h"
#include "vouch-result-panel.h"
#include "vouch-review-page.h"
#include "vouch-samples-page.h"
#include "vouch-search-page.h"
#include "vouch-service-page.h"
#include "vouch-settings-page.h"
#include "vouch-state-line.h"
#include "vouch-third.h"
#include "vouch-typed-keys.h"
#include "vouch-veil.h"
#include "vouch-window.h"

G_BEGIN_DECLS

/* What the parts of the window's code share. */
struct _VouchWindow
{
  AdwApplicationWindow parent_instance;
  AdwHeaderBar *header;
  GtkWidget *menu_button;
  GtkStack *root;
  AdwStatusPage *refusal;
  VouchConditionBar *condition;
  VouchConditionBar *scanners;
  AdwToastOverlay *toasts;
  VouchStateLine *state_line;
  VouchResultPanel *panel;
  VouchThird *third;
  VouchVeil *veil;
  AdwViewStack *pages;
  VouchFirstRunPage *first_run;
  VouchQueuePage *queue;
  VouchReceivePage *receive;
  VouchInspectPage *inspect;
  VouchReviewPage *review;
  VouchSearchPage *search;
  VouchLabelsPage *labels;
  VouchSamplesPage *samples;
  VouchSettingsPage *settings_page;
  GtkWidget *problems;
  GtkWidget *keypad;
  VouchCameraView *camera;
  VouchActionBar *answers;
  gboolean has_answers;

  VouchPagedModel *review_lots;
  VouchPagedModel *deliveries;

  VouchStation *station; /* lent by the application; NULL while there is none */
  VouchDesk *desk;       /* lent by the application; NULL while there is none */
  VouchDeskState *state;
  VouchTones *tones;   /* (nullable): lent by the application */
  GSettings *settings; /* (nullable) */
  VouchTypedKeys *typed;
  VouchRepeatGuard *repeats;
  GSimpleActionGroup *actions;
  GCancellable *cancellable; /* of what pages read */
  VouchStage stage;          /* that the page was chosen for */
  guint searched_act;        /* the scan at home that was searched for */
  gint64 asked_act;          /* the scan that was asked about */
  gint64 print_act;          /* the act that handed labels over */
  gint64 opened_act;         /* the scan at home whose lot was brought up */
  gboolean is_reading_picture;
  guint slow_picture_id; /* 0: nobody has to be told that a picture is being read, or was */
};

/* vouch-window.c */
gboolean vouch_window_has_left (VouchWindow *self, gpointer desk);
void vouch_window_tell (VouchWindow *self, const char *message, const char *path);
void vouch_window_open_file (VouchWindow *self, const char *path);

/* vouch-window-input.c: what reaches the desk. */
void vouch_window_command (VouchCommand command, int argument, gpointer data);
void vouch_window_acknowledged (VouchWindow *self);
void vouch_window_answer (VouchWindow *self, const char *text);
void vouch_window_refuse_act (VouchWindow *self, const char *message);
void vouch_window_type_key (VouchWindow *self, guint keyval, gboolean is_alone);

/* vouch-window-camera.c: the camera beside the work, and the question which of several codes is meant. */
void vouch_window_take_codes (VouchWindow *self, GPtrArray *symbols, guint origin);
gboolean vouch_window_match_codes (VouchWindow *self, GPtrArray *symbols);
void vouch_window_close_camera (VouchWindow *self);
void vouch_window_welcome_camera (VouchWindow *self);
void vouch_window_follow_camera (VouchWindow *self, const VouchDeskState *state);
void vouch_window_arrange_camera (VouchWindow *self);
gboolean vouch_window_answer_choice (VouchWindow *self, VouchCommand command, int argument);
gboolean vouch_window_answer_choice_by_key (VouchWindow *self, guint keyval);

/* vouch-window-pictures.c: pictures that are dropped, pasted or chosen. */
void vouch_window_paste_picture (GtkWidget *widget, const char *name, GVariant *parameter);
void vouch_window_open_picture (GtkWidget *widget, const char *name, GVariant *parameter);
void vouch_window_accept_pictures (VouchWindow *self);

/* vouch-window-pages.c: which page is shown, and what pages read. */
void vouch_window_follow_stage (VouchWindow *self, const VouchDeskState *state);
void vouch_window_arrange (VouchWindow *self);
void vouch_window_page_changed (VouchWindow *self);
void vouch_window_make_lists (VouchWindow *self);
void vouch_window_lend_desk (VouchWindow *self);
void vouch_window_read_deliveries (VouchWindow *self);

/* vouch-window-restore.c: a database or a key file that was put back. */
void vouch_window_follow_condition (VouchWindow *self, const VouchDeskState *state);
void vouch_window_acknowledge_restored (GtkWidget *widget, const char *name, GVariant *parameter);

/* vouch-window-sound.c: what was asked of the tones, and the scans that were not understood. */
void vouch_window_follow_sound (VouchWindow *self, const VouchDeskState *state);
void vouch_window_count_problems (VouchWindow *self, const VouchDeskState *state);
void vouch_window_show_problems (GtkWidget *widget, const char *name, GVariant *parameter);

/* vouch-window-start.c: a station that nobody has used yet, and the sheet to try it with. */
void vouch_window_prepare_first_start (VouchWindow *self);
void vouch_window_read_samples (VouchWindow *self);
void vouch_window_save_samples (VouchWindow *self);
void vouch_window_save_card (VouchWindow *self);
void vouch_window_save_scanner_sheet (GtkWidget *widget, const char *name, GVariant *parameter);
void vouch_window_finish_first_run (VouchWindow *self);
void vouch_window_load_sample (VouchWindow *self);

/* vouch-window-lots.c: the lots on the Review page, and the report of one. */
void vouch_window_read_lots (VouchWindow *self);
void vouch_window_adopt_pane (VouchWindow *self, VouchLotPane *pane);
void vouch_window_write_report (VouchWindow *self, VouchLotPane *pane);

G_END_DECLS
