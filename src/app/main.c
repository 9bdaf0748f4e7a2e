#include <glib/gi18n-lib.h>

#include "vouch-application.h"
#include "vouch-settings.h"
#include "vouch-station-settings.h"

int
main (int argc, char *argv[])
{
  g_autofree char *directory = vouch_settings_find_locale_directory ();
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  g_autoptr (VouchApplication) application = NULL;

  vouch_settings_use_language (settings, argc, argv);
  bindtextdomain (GETTEXT_PACKAGE, directory);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Vouch");
  application = vouch_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
