#include "desk-fixture.h"

#include "ui-test.h"

static void
open_window (DeskFixture *self)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  self->desk = vouch_desk_new (self->base.station, &settings);
  self->window = g_object_new (VOUCH_TYPE_WINDOW, NULL);
  vouch_window_set_desk (self->window, self->base.station, self->desk);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (self->window)))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
}

void
desk_fixture_set_up (DeskFixture *self, gconstpointer data)
{
  station_fixture_set_up (&self->base, data);
  open_window (self);
}

void
desk_fixture_set_up_empty (DeskFixture *self, gconstpointer data)
{
  station_fixture_set_up_empty (&self->base, data);
  open_window (self);
}

void
desk_fixture_tear_down (DeskFixture *self, gconstpointer data)
{
  vouch_window_set_desk (self->window, NULL, NULL);
  vouch_desk_close (self->desk);
  gtk_window_destroy (GTK_WINDOW (self->window));
  ui_test_settle ();
  g_object_unref (self->desk);
  station_fixture_tear_down (&self->base, data);
}

/* Five seconds after whatever was scanned before. */
void
desk_fixture_scan (DeskFixture *self, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;

  vouch_clock_advance (self->base.clock, 5 * G_USEC_PER_SEC);
  scan = vouch_scan_new (code, -1, VOUCH_SCAN_WEDGE, vouch_clock_now (self->base.clock), &error);
  g_assert_no_error (error);
  vouch_window_scan (self->window, scan);
}

void
desk_fixture_wait_for_stage (DeskFixture *self, VouchStage stage)
{
  for (;;)
    {
      g_autoptr (VouchDeskState) state = vouch_desk_get_state (self->desk);

      if (state->stage == stage)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  ui_test_settle ();
}

void
desk_fixture_sign_in (DeskFixture *self, const char *badge, const char *pin)
{
  desk_fixture_scan (self, badge);
  if (pin != NULL)
    {
      desk_fixture_wait_for_stage (self, VOUCH_STAGE_PIN);
      vouch_desk_type (self->desk, pin);
    }
  desk_fixture_wait_for_stage (self, VOUCH_STAGE_HOME);
  /* The desk knows it before the window shows it. */
  while (g_strcmp0 (vouch_window_get_page (self->window), "sign-in") == 0)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
}

void
desk_fixture_wait_for_text (GtkWidget *widget, const char *text)
{
  while (ui_test_find_text (widget, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle ();
}
