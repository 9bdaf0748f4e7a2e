#include "ui-test.h"
#include "vouch-action-bar.h"
#include "vouch-error.h"
#include "vouch-fact.h"
#include "vouch-first-run-page.h"
#include "vouch-inspect-page.h"
#include "vouch-keypad.h"
#include "vouch-limit-scale.h"
#include "vouch-lot-detail.h"
#include "vouch-lot-pane.h"
#include "vouch-matter-row.h"
#include "vouch-matter-section.h"
#include "vouch-oc-view.h"
#include "vouch-reading-chart.h"
#include "vouch-receive-page.h"
#include "vouch-result-panel.h"
#include "vouch-review-page.h"
#include "vouch-sample-strip.h"
#include "vouch-samples-page.h"
#include "vouch-shape.h"
#include "vouch-sign-in-page.h"
#include "vouch-signature-group.h"
#include "vouch-state-line.h"
#include "vouch-third.h"
#include "vouch-window.h"

/* Made, shown in a window, and gone again: fatal warnings tell what a template has wrong. */
static void
test_shows (gconstpointer data)
{
  GType type = (GType)data;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *widget = g_object_new (type, NULL);
  gpointer watched = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &watched);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_widget_set_visible (widget, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (widget));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_null (watched);
}

static void
test_window_waits_for_its_station (void)
{
  VouchWindow *window = g_object_new (VOUCH_TYPE_WINDOW, NULL);

  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (window), "The station is being opened…"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set_flag_cb (gboolean *flag)
{
  *flag = TRUE;
}

static void
test_window_says_why_the_station_cannot_be_opened (void)
{
  VouchWindow *window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  g_autoptr (GError) error = g_error_new_literal (VOUCH_ERROR, VOUCH_ERROR_STORAGE, "The disk <full> & gone");
  gboolean is_retried = FALSE;

  g_signal_connect_swapped (window, "retry", G_CALLBACK (set_flag_cb), &is_retried);
  gtk_window_present (GTK_WINDOW (window));
  vouch_window_refuse (window, error);
  ui_test_settle ();
  g_assert_nonnull (ui_test_find_text (GTK_WIDGET (window), "The disk <full> & gone"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.retry", NULL);
  g_assert_true (is_retried);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_overlay_lists_the_keys (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/app/vouch/Station/ui/help-overlay.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (overlay));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  const GType types[] = {
    VOUCH_TYPE_ACTION_BAR,      VOUCH_TYPE_FACT,          VOUCH_TYPE_FIRST_RUN_PAGE,
    VOUCH_TYPE_INSPECT_PAGE,    VOUCH_TYPE_KEYPAD,        VOUCH_TYPE_LIMIT_SCALE,
    VOUCH_TYPE_LOT_DETAIL,      VOUCH_TYPE_LOT_PANE,      VOUCH_TYPE_MATTER_ROW,
    VOUCH_TYPE_SIGNATURE_GROUP, VOUCH_TYPE_RECEIVE_PAGE,  VOUCH_TYPE_RESULT_PANEL,
    VOUCH_TYPE_REVIEW_PAGE,     VOUCH_TYPE_SAMPLE_STRIP,  VOUCH_TYPE_SAMPLES_PAGE,
    VOUCH_TYPE_SHAPE,           VOUCH_TYPE_SIGN_IN_PAGE,  VOUCH_TYPE_STATE_LINE,
    VOUCH_TYPE_OC_VIEW,         VOUCH_TYPE_READING_CHART,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/templates/%s", g_type_name (types[i]));

      g_test_add_data_func (path, (gconstpointer)types[i], test_shows);
    }
  g_test_add_func ("/window/waits-for-its-station", test_window_waits_for_its_station);
  g_test_add_func ("/window/says-why-the-station-cannot-be-opened", test_window_says_why_the_station_cannot_be_opened);
  g_test_add_func ("/window/overlay-lists-the-keys", test_overlay_lists_the_keys);
  return g_test_run ();
}
