#include "vouch-settings.h"

#include <locale.h>
#include <string.h>

#include "vouch-config.h"

/**
 * vouch_settings_find_locale_directory:
 *
 * Returns: (transfer full): where the translations are; those of the build folder for a program that runs from it
 */
char *
vouch_settings_find_locale_directory (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_prefix (program, VOUCH_BUILD_ROOT "/"))
    return g_strdup (VOUCH_BUILD_ROOT "/po");
  return g_strdup (VOUCH_LOCALEDIR);
}

/* Of "--language zh_CN" and "--language=zh_CN". */
static const char *
find_language_option (int argc, char *const argv[])
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--language="))
        return argv[i] + strlen ("--language=");
      if (g_str_equal (argv[i], "--language") && i + 1 < argc)
        return argv[i + 1];
    }
  return NULL;
}

/**
 * vouch_settings_use_language:
 * @self: (nullable): the settings
 * @argc: how many arguments the program got
 * @argv: the arguments
 *
 * Sets the locale, and the language where an option or the settings name one. To be called before anything is
 * translated: GLib decides at the first text, and for good, whether there are translations.
 */
void
vouch_settings_use_language (GSettings *self, int argc, char *const argv[])
{
  g_autofree char *language = g_strdup (find_language_option (argc, argv));
  const char *locale;

  setlocale (LC_ALL, "");
  if (language == NULL && self != NULL)
    language = g_settings_get_string (self, "language");
  if (language == NULL || *language == '\0')
    return;
  g_setenv ("LANGUAGE", language, TRUE);
  /* gettext listens to LANGUAGE only in a locale that is not the plain one. */
  locale = setlocale (LC_MESSAGES, NULL);
  if (locale != NULL && !g_str_equal (locale, "C") && !g_str_equal (locale, "POSIX"))
    return;
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
}
