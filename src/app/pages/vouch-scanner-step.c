#include "vouch-scanner-step.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-view.h"
#include "vouch-scan-check.h"
#include "vouch-text.h"

struct _VouchScannerStep
{
  AdwBin parent_instance;
  GtkBox *card;
  GtkLabel *shown;
  GtkLabel *arrived;
  GtkLabel *verdict;
  gboolean is_right;
};

G_DEFINE_FINAL_TYPE (VouchScannerStep, vouch_scanner_step, ADW_TYPE_BIN)

static const char *const verdicts[] = {
  [VOUCH_SCAN_CHECK_RIGHT] = N_ ("Right: what arrived is what is shown."),
  [VOUCH_SCAN_CHECK_CASE] = N_ ("Wrong case: turn Caps Lock off on the keyboard and in the scanner, then scan again."),
  [VOUCH_SCAN_CHECK_CHARACTERS] =
      N_ ("Other characters arrived: set the scanner to the keyboard layout of this machine, then scan the code above "
          "again."),
  [VOUCH_SCAN_CHECK_NO_END] =
      N_ ("The characters are right, but no Enter follows them: set the scanner to send Enter after every code, then "
          "scan again."),
};

static void
vouch_scanner_step_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SCANNER_STEP);
  G_OBJECT_CLASS (vouch_scanner_step_parent_class)->dispose (object);
}

static void
vouch_scanner_step_class_init (VouchScannerStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_scanner_step_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-scanner-step.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, card);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, shown);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, arrived);
  gtk_widget_class_bind_template_child (widget_class, VouchScannerStep, verdict);
}

static void
vouch_scanner_step_init (VouchScannerStep *self)
{
  VouchCode *code = vouch_code_new (VOUCH_SYMBOLOGY_CODE_128, VOUCH_SCAN_CHECK_TEXT, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->shown, VOUCH_SCAN_CHECK_TEXT);
  if (code != NULL)
    gtk_box_prepend (self->card, vouch_code_view_new (code, _ ("Code to check the scanner with")));
}

/**
 * vouch_scanner_step_take_scan:
 * @self: a step
 * @scan: what arrived
 */
void
vouch_scanner_step_take_scan (VouchScannerStep *self, const VouchScan *scan)
{
  VouchScanCheck check;
  g_autofree char *harmless = NULL;
  g_autofree char *arrived = NULL;

  g_return_if_fail (VOUCH_IS_SCANNER_STEP (self));
  g_return_if_fail (scan != NULL);

  check = vouch_scan_check (scan, VOUCH_SCAN_CHECK_TEXT);
  self->is_right = check == VOUCH_SCAN_CHECK_RIGHT;
  harmless = vouch_text_show (scan->text, (gssize)scan->length);
  arrived = g_strdup_printf (_ ("Arrived: %s"), harmless);
  gtk_label_set_label (self->arrived, arrived);
  gtk_label_set_label (self->verdict, _ (verdicts[check]));
  if (self->is_right)
    gtk_widget_remove_css_class (GTK_WIDGET (self->verdict), "attention");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "attention");
}

/**
 * vouch_scanner_step_is_right:
 * @self: a step
 *
 * Returns: whether the last scan was what is shown
 */
gboolean
vouch_scanner_step_is_right (VouchScannerStep *self)
{
  g_return_val_if_fail (VOUCH_IS_SCANNER_STEP (self), FALSE);

  return self->is_right;
}
