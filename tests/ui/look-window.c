#include "look-window.h"

#include "ui-test.h"
#include "vouch-station-settings.h"

/* Presents the window. What a desktop draws around it is none of its own. */
void
look_window_open (LookWindow *self, GtkWindow *window)
{
  self->window = window;
  self->dark = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->dark),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->settings = vouch_station_settings_new ();
  self->look = vouch_look_new (self->settings, GTK_WIDGET (window));
  gtk_widget_remove_css_class (GTK_WIDGET (window), "solid-csd");
  gtk_window_present (window);
  gtk_widget_remove_css_class (GTK_WIDGET (window), "solid-csd");
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)))
    g_main_context_iteration (NULL, TRUE);
}

void
look_window_close (LookWindow *self)
{
  look_window_wear (self, &(Look){ .scale = 1 });
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->dark));
  g_clear_object (&self->dark);
  g_clear_object (&self->look);
  g_clear_object (&self->settings);
}

/* As the station's settings have it. */
void
look_window_wear (LookWindow *self, const Look *look)
{
  g_settings_set_double (self->settings, "text-scale", look->scale);
  g_settings_set_string (self->settings, "ui-mode", look->is_gloved ? "glove" : "normal");
  g_settings_set_string (self->settings, "theme", look->is_dark ? "dark" : "light");
  g_settings_set_boolean (self->settings, "high-contrast", look->has_contrast);
  /* The application does this by itself. */
  if (look->is_dark)
    gtk_css_provider_load_from_resource (self->dark, "/app/vouch/Station/style-dark.css");
  else
    gtk_css_provider_load_from_data (self->dark, "", -1);
}

static void
frame_cb (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *)data = TRUE;
}

/* Styles come into force with a frame. */
void
look_window_wait_for_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean is_painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &is_painted);

  gtk_widget_queue_resize (window);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  ui_test_wait (&is_painted);
  g_signal_handler_disconnect (clock, id);
}

/* Whether the window can be as small as that, and if so, lays it out. */
gboolean
look_window_lay_out (LookWindow *self, int width, int height)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  int least_width, least_height;

  /* Nobody tells the window, as its display need not have that size. */
  vouch_room_set_size (vouch_look_get_room (self->look), width, height);
  look_window_wait_for_frame (window);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  g_test_message ("needs %d × %d of %d × %d", least_width, least_height, width, height);
  gtk_widget_size_allocate (window, &(GtkAllocation){ 0, 0, MAX (width, least_width), MAX (height, least_height) }, -1);
  return least_width <= width && least_height <= height;
}
