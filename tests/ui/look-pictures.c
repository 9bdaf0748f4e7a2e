/* Draws every scene of a day's work in every look and size, for people to look at. Unlike the journeys' screenshots
 * it needs no screen of that size, and takes seconds. The language is that of the environment.
 *
 * usage: look-pictures FOLDER [--SIZE=WIDTHxHEIGHT…] … (see the options below)
 */
#include "look-station.h"
#include "ui-test.h"
#include "window-picture.h"

static char **sizes, **scales, **modes, **themes, **names;

static const GOptionEntry options[] = {
  { "size", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sizes, "of the window", "WIDTHxHEIGHT" },
  { "scale", 0, 0, G_OPTION_ARG_STRING_ARRAY, &scales, "of the text", "FACTOR" },
  { "mode", 0, 0, G_OPTION_ARG_STRING_ARRAY, &modes, "normal or glove", "MODE" },
  { "theme", 0, 0, G_OPTION_ARG_STRING_ARRAY, &themes, "light, dark, light-contrast or dark-contrast", "THEME" },
  { "scene", 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, "one of them only", "NAME" },
  { NULL },
};

static const char *const all_sizes[] = { "1024x600", "1366x768", "768x1366", "1920x1080", NULL };
static const char *const all_scales[] = { "1.0", "2.0", NULL };
static const char *const all_modes[] = { "normal", "glove", NULL };
static const char *const all_themes[] = { "light", NULL };

static const char *const *
choose (char **given, const char *const *all)
{
  return given != NULL ? (const char *const *)given : all;
}

static void
draw_sizes (LookStation *station, const LookScene *scene, const char *folder, const char *look)
{
  const char *const *at = choose (sizes, all_sizes);

  for (; *at != NULL; at++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s-%s.png", *at, look, scene->name);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int width = 0, height = 0;

      if (sscanf (*at, "%dx%d", &width, &height) != 2)
        g_error ("not a size: %s", *at);
      if (!look_station_lay_out (station, width, height))
        g_print ("too large: %s\n", name);
      window_picture_write (GTK_WIDGET (station->window), path);
    }
}

static void
draw_scenes (LookStation *station, const char *folder, const Look *look, const char *name)
{
  look_station_wear (station, look);
  for (guint i = 0; i < station->scenes->len; i++)
    {
      const LookScene *scene = g_ptr_array_index (station->scenes, i);

      if (names != NULL && !g_strv_contains ((const char *const *)names, scene->name))
        continue;
      look_station_show (station, scene);
      draw_sizes (station, scene, folder, name);
    }
}

static void
draw_all (LookStation *station, const char *folder)
{
  for (const char *const *scale = choose (scales, all_scales); *scale != NULL; scale++)
    for (const char *const *mode = choose (modes, all_modes); *mode != NULL; mode++)
      for (const char *const *theme = choose (themes, all_themes); *theme != NULL; theme++)
        {
          Look look = { .scale = g_ascii_strtod (*scale, NULL),
                        .is_gloved = g_str_equal (*mode, "glove"),
                        .is_dark = g_str_has_prefix (*theme, "dark"),
                        .has_contrast = g_str_has_suffix (*theme, "contrast") };
          g_autofree char *name = g_strdup_printf ("%s-%s-%s", *scale, *mode, *theme);

          draw_scenes (station, folder, &look, name);
        }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER");
  g_autoptr (GError) error = NULL;
  LookStation station = { 0 };

  look_station_use_language ();
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    g_error ("%s", error != NULL ? error->message : "a folder is needed");
  ui_test_init (&argc, &argv);
  g_mkdir_with_parents (argv[1], 0777);
  look_station_open (&station);
  draw_all (&station, argv[1]);
  look_station_close (&station);
  return 0;
}
