#include "vouch-scanner-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-clock.h"
#include "vouch-code-view.h"
#include "vouch-command.h"
#include "vouch-scanner-check.h"
#include "vouch-scanner-facts.h"
#include "vouch-wrap-layout.h"

struct _VouchScannerStep
{
  AdwBin parent_instance;
  GtkLabel *task;
  GtkBox *bars;
  GtkBox *square;
  GtkLabel *shown;
  GtkLabel *arrived;
  GtkLabel *verdict;
  GtkBox *facts;
  GtkButton *skip;
  GtkButton *back;
  GtkBox *skip_code;
  GtkBox *back_code;
  GSettings *settings; /* nullable */
  char *prefix;        /* of command codes */
  VouchScannerCheck *check;
};

enum
{
  FINISHED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchScannerStep, vouch_scanner_step, ADW_TYPE_BIN)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
add_code (GtkBox *box, VouchSymbology symbology, const char *text, const char *title)
{
  VouchCode *code = vouch_code_new (symbology, text, NULL);

  if (code != NULL)
    gtk_box_append (box, vouch_code_view_new (code, title));
}

/* As bars and as a square, for scanners that read only the one or the other. */
static void
show_code (VouchScannerStep *self, VouchScannerCode code)
{
  const char *text = vouch_scanner_code_get_text (code);
  const char *title = vouch_scanner_code_get_title (code);
  gboolean is_gs1 = vouch_scanner_code_is_gs1 (code);

  add_code (self->bars, is_gs1 ? VOUCH_SYMBOLOGY_GS1_128 : VOUCH_SYMBOLOGY_CODE_128, text, title);
  add_code (self->square, is_gs1 ? VOUCH_SYMBOLOGY_GS1_DATA_MATRIX : VOUCH_SYMBOLOGY_QR, text, title);
  gtk_label_set_label (self->shown, text);
}

static void
show_place (VouchScannerStep *self)
{
  VouchScannerCode code;
  guint n_over, n = vouch_scanner_check_count_codes (self->check, &n_over);
  g_autofree char *text = NULL;

  clear (self->bars);
  clear (self->square);
  if (vouch_scanner_check_get_code (self->check, &code))
    {
      show_code (self, code);
      text = g_strdup_printf (_ ("Code %u of %u: %s. Scan it from the screen or from the printed sheet."), n_over + 1,
                              n, vouch_scanner_code_get_title (code));
    }
  else if (vouch_scanner_check_get_profile (self->check) != NULL)
    text = g_strdup (_ ("The scanner is checked. This is what is known of it now."));
  else
    text = g_strdup (_ ("All codes were left out, so that nothing is known of the scanner."));
  gtk_widget_set_visible (GTK_WIDGET (self->bars), n_over < n);
  gtk_widget_set_visible (GTK_WIDGET (self->square), n_over < n);
  gtk_widget_set_visible (GTK_WIDGET (self->shown), n_over < n);
  gtk_label_set_label (self->task, text);
}

/* Once all is known, the last code is of no interest. */
static void
show_arrival (VouchScannerStep *self)
{
  const char *arrived = vouch_scanner_check_get_arrived (self->check);
  const char *trouble = vouch_scanner_check_get_trouble (self->check);
  const char *verdict = trouble != NULL ? trouble : vouch_scanner_check_get_verdict (self->check);
  gboolean is_over = vouch_scanner_check_get_profile (self->check) != NULL;
  gboolean is_good = trouble == NULL && vouch_scanner_check_get_answer (self->check) <= VOUCH_SCANNER_ANSWER_REPAIRED;
  g_autofree char *text = arrived != NULL && *arrived != '\0' ? g_strdup_printf (_ ("Arrived: %s"), arrived) : NULL;

  gtk_label_set_label (self->arrived, text != NULL ? text : _ ("Nothing has arrived so far."));
  gtk_widget_set_visible (GTK_WIDGET (self->arrived), !is_over);
  gtk_label_set_label (self->verdict, verdict != NULL ? verdict : "");
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), verdict != NULL && !(is_over && is_good));
  if (is_good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "attention");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "attention");
}

static void
show_facts (VouchScannerStep *self)
{
  const VouchScannerProfile *profile = vouch_scanner_check_get_profile (self->check);

  clear (self->facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), profile != NULL);
  if (profile != NULL)
    vouch_scanner_facts_fill (self->facts, profile);
}

static void
show_commands (VouchScannerStep *self)
{
  VouchScannerCode code;
  guint n_over;
  g_autofree char *next = vouch_command_format (VOUCH_COMMAND_NEXT, self->prefix, 0);
  g_autofree char *back = vouch_command_format (VOUCH_COMMAND_BACK, self->prefix, 0);
  const char *next_label =
      vouch_scanner_check_get_code (self->check, &code) ? _ ("Leave this code out") : _ ("The check is done");

  vouch_scanner_check_count_codes (self->check, &n_over);
  clear (self->skip_code);
  clear (self->back_code);
  gtk_button_set_label (self->skip, next_label);
  add_code (self->skip_code, VOUCH_SYMBOLOGY_CODE_128, next, next_label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), n_over > 0);
  add_code (self->back_code, VOUCH_SYMBOLOGY_CODE_128, back, _ ("Back one code"));
  gtk_widget_set_visible (GTK_WIDGET (self->back_code), n_over > 0);
}

static void
update (VouchScannerStep *self)
{
  show_place (self);
  show_arrival (self);
  show_facts (self);
  show_commands (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
settle (VouchScannerStep *self, VouchScannerCheckOutcome outcome)
{
  update (self);
  if (outcome == VOUCH_SCANNER_CHECK_LEFT)
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
skip_cb (VouchScannerStep *self)
{
  settle (self, vouch_scanner_check_go_on (self->check));
}

static void
back_cb (VouchScannerStep *self)
{
  vouch_scanner_check_go_back (self->check);
  update (self);
}

/* Names the device again, too, in case it was another one. */
static void
make_check (VouchScannerStep *self)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();

  vouch_scanner_check_free (self->check);
  self->check = vouch_scanner_check_new (self->settings, self->prefix, clock);
}

static void
tell_learning (VouchScannerStep *self, gboolean is_learning)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.learn-scanner", "b", is_learning);
}

static void
vouch_scanner_step_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vouch_scanner_step_parent_class)->map (widget);
  tell_learning (VOUCH_SCANNER_STEP (widget), TRUE);
}

static void
vouch_scanner_step_unmap (GtkWidget *widget)
{
  tell_learning (VOUCH_SCANNER_STEP (widget), FALSE);
  GTK_WIDGET_CLASS (vouch_scanner_step_parent_class)->unmap (widget);
}

static void
vouch_scanner_step_dispose (GObject *object)
{
  g_clear_object (&VOUCH_SCANNER_STEP (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SCANNER_STEP);
  G_OBJECT_CLASS (vouch_scanner_step_parent_class)->dispose (object);
}

static void
vouch_scanner_step_finalize (GObject *object)
{
  VouchScannerStep *self = VOUCH_SCANNER_STEP (object);

  vouch_scanner_check_free (self->check);
  g_free (self->prefix);
  G_OBJECT_CLASS (vouch_scanner_step_parent_class)->finalize (object);
}

static void
vouch_scanner_step_class_init (VouchScannerStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_scanner_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_scanner_step_finalize;
  widget_class->map = vouch_scanner_step_map;
  widget_class->unmap = vouch_scanner_step_unmap;
  signals[FINISHED] =
      g_signal_new ("finished", VOUCH_TYPE_SCANNER_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_SCANNER_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-scanner-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, task);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, bars);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, square);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, shown);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, arrived);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, verdict);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, facts);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, skip);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, back);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, skip_code);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, back_code);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
vouch_scanner_step_init (VouchScannerStep *self)
{
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  self->prefix = g_strdup (VOUCH_COMMAND_PREFIX);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_check (self);
  update (self);
}

/**
 * vouch_scanner_step_set_settings:
 * @self: a step
 * @settings: (nullable): where what is learned is kept
 * @prefix: what command codes begin with
 *
 * Begins with the first code.
 */
void
vouch_scanner_step_set_settings (VouchScannerStep *self, GSettings *settings, const char *prefix)
{
  g_return_if_fail (VOUCH_IS_SCANNER_STEP (self));
  g_return_if_fail (prefix != NULL);

  g_set_object (&self->settings, settings);
  g_free (self->prefix);
  self->prefix = g_strdup (prefix);
  make_check (self);
  update (self);
}

static void
take (VouchScannerStep *self, const char *device, const VouchScannerArrival *arrival)
{
  settle (self, vouch_scanner_check_take (self->check, device, arrival));
}

/**
 * vouch_scanner_step_take_burst:
 * @self: a step
 * @burst: what a scanner typed
 */
void
vouch_scanner_step_take_burst (VouchScannerStep *self, const VouchWedgeBurst *burst)
{
  g_autoptr (VouchScannerArrival) arrival = NULL;

  g_return_if_fail (VOUCH_IS_SCANNER_STEP (self));
  g_return_if_fail (burst != NULL);

  arrival = vouch_scanner_arrival_new_from_burst (burst);
  take (self, VOUCH_SCANNER_KEYBOARD, arrival);
}

/**
 * vouch_scanner_step_take_scan:
 * @self: a step
 * @scan: what a scanner on a line sent
 */
void
vouch_scanner_step_take_scan (VouchScannerStep *self, const VouchScan *scan)
{
  g_autoptr (VouchScannerArrival) arrival = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (VOUCH_IS_SCANNER_STEP (self));
  g_return_if_fail (scan != NULL);

  if (scan->origin == VOUCH_SCAN_CAMERA || scan->origin == VOUCH_SCAN_PICTURE)
    return;
  text = vouch_scan_dup_with_aim (scan);
  arrival = vouch_scanner_arrival_new (text, strlen (text),
                                       scan->is_bare ? VOUCH_SCANNER_SUFFIX_NONE : VOUCH_SCANNER_SUFFIX_ENTER);
  take (self, scan->device != NULL ? scan->device : VOUCH_SCANNER_KEYBOARD, arrival);
}

/**
 * vouch_scanner_step_is_right:
 * @self: a step
 *
 * Returns: whether the scanner is checked, and what was learned is kept
 */
gboolean
vouch_scanner_step_is_right (VouchScannerStep *self)
{
  g_return_val_if_fail (VOUCH_IS_SCANNER_STEP (self), FALSE);

  return vouch_scanner_check_is_right (self->check);
}
