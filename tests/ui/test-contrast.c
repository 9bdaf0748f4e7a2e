/* Every colour that says something can be told from what is behind it, in each theme: text from 4.5 (WCAG AA), shapes
 * from 3, and text with high contrast from 7 (AAA). */
#include <math.h>

#include "ui-test.h"
#include "vouch-look.h"
#include "vouch-station-settings.h"

#define TEXT 4.5
#define SHAPE 3.0
#define HIGH 7.0
/* Of what is said aside, in style.css. */
#define DIM 0.75

typedef struct
{
  GSettings *settings;
  GtkWidget *window;
  VouchLook *look;
  GtkCssProvider *dark; /* what AdwApplication loads by itself */
} Fixture;

typedef struct
{
  const char *theme;
  gboolean has_contrast;
} Theme;

static const Theme themes[] = { { "light", FALSE }, { "dark", FALSE }, { "light", TRUE }, { "dark", TRUE } };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Theme *theme = data;

  fixture->settings = vouch_station_settings_new ();
  fixture->window = gtk_window_new ();
  g_settings_set_string (fixture->settings, "theme", theme->theme);
  g_settings_set_boolean (fixture->settings, "high-contrast", theme->has_contrast);
  fixture->dark = gtk_css_provider_new ();
  if (g_str_equal (theme->theme, "dark"))
    gtk_css_provider_load_from_resource (fixture->dark, "/app/vouch/Station/style-dark.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (fixture->dark),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  fixture->look = vouch_look_new (fixture->settings, fixture->window);
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (fixture->settings, "theme");
  g_settings_reset (fixture->settings, "high-contrast");
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (fixture->dark));
  g_object_unref (fixture->look);
  g_object_unref (fixture->dark);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->settings);
}

static GdkRGBA
look_up (Fixture *fixture, const char *name)
{
  GdkRGBA colour;

  if (!gdk_rgba_parse (&colour, name) &&
      !gtk_style_context_lookup_color (gtk_widget_get_style_context (fixture->window), name, &colour))
    g_error ("there is no colour %s", name);
  return colour;
}

/* What is seen of a colour that lets through what is behind it. */
static GdkRGBA
lay_over (GdkRGBA front, GdkRGBA back, float opacity)
{
  float alpha = front.alpha * opacity;

  return (GdkRGBA){ front.red * alpha + back.red * (1 - alpha), front.green * alpha + back.green * (1 - alpha),
                    front.blue * alpha + back.blue * (1 - alpha), 1 };
}

static double
linearise (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_luminance (GdkRGBA colour)
{
  return 0.2126 * linearise (colour.red) + 0.7152 * linearise (colour.green) + 0.0722 * linearise (colour.blue);
}

static double
get_contrast (GdkRGBA one, GdkRGBA other)
{
  double first = get_luminance (one), second = get_luminance (other);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static void
check (Fixture *fixture, const char *front, const char *back, double opacity, double least)
{
  GdkRGBA behind = look_up (fixture, back);
  GdkRGBA seen = lay_over (look_up (fixture, front), behind, (float)opacity);
  double contrast = get_contrast (seen, behind);

  g_test_message ("%s on %s: %.2f", front, back, contrast);
  if (contrast < least)
    g_test_fail_printf ("%s on %s has %.2f, not %.1f", front, back, contrast, least);
}

static void
test_text_can_be_read (Fixture *fixture, gconstpointer data)
{
  double least = ((const Theme *)data)->has_contrast ? HIGH : TEXT;
  double dim = ((const Theme *)data)->has_contrast ? 1 : DIM;

  check (fixture, "window_fg_color", "window_bg_color", 1, least);
  check (fixture, "window_fg_color", "window_bg_color", dim, least);
  check (fixture, "view_fg_color", "view_bg_color", dim, least);
  check (fixture, "headerbar_fg_color", "headerbar_bg_color", dim, least);
  check (fixture, "error_color", "window_bg_color", 1, least);
  check (fixture, "accent_fg_color", "accent_bg_color", 1, least);
  check (fixture, "destructive_fg_color", "destructive_bg_color", 1, least);
}

static void
test_results_can_be_read (Fixture *fixture, gconstpointer data)
{
  double least = ((const Theme *)data)->has_contrast ? HIGH : TEXT;

  check (fixture, "white", "vouch_ok", 1, least);
  check (fixture, "white", "vouch_fail", 1, least);
  check (fixture, "black", "vouch_held", 1, least);
  check (fixture, "white", "vouch_question", 1, least);
  check (fixture, "white", "vouch_misread", 1, least);
}

/* With high contrast a line around each button does that. */
static void
test_results_stand_out (Fixture *fixture, gconstpointer data)
{
  if (((const Theme *)data)->has_contrast)
    {
      check (fixture, "window_fg_color", "window_bg_color", 1, HIGH);
      return;
    }
  check (fixture, "vouch_ok", "window_bg_color", 1, SHAPE);
  check (fixture, "vouch_fail", "window_bg_color", 1, SHAPE);
  check (fixture, "vouch_question", "window_bg_color", 1, SHAPE);
  check (fixture, "vouch_misread", "window_bg_color", 1, SHAPE);
  check (fixture, "accent_bg_color", "window_bg_color", 1, SHAPE);
  check (fixture, "success_color", "window_bg_color", 1, SHAPE);
}

static void
add (const char *fact, const Theme *theme, void (*func) (Fixture *, gconstpointer))
{
  g_autofree char *path =
      g_strdup_printf ("/contrast/%s/%s%s", fact, theme->theme, theme->has_contrast ? "-contrast" : "");

  g_test_add (path, Fixture, theme, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      add ("text-can-be-read", &themes[i], test_text_can_be_read);
      add ("results-can-be-read", &themes[i], test_results_can_be_read);
      add ("results-stand-out", &themes[i], test_results_stand_out);
    }
  return g_test_run ();
}
