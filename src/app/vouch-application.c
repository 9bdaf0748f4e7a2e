#include "vouch-application.h"

#include <glib/gi18n-lib.h>

#include "vouch-app-resources.h"
#include "vouch-application-actions.h"
#include "vouch-errand.h"
#include "vouch-error.h"
#include "vouch-instance.h"
#include "vouch-modes.h"
#include "vouch-opening.h"
#include "vouch-printer-settings.h"
#include "vouch-scan-catcher.h"
#include "vouch-scanner-settings.h"
#include "vouch-serial-source.h"
#include "vouch-station-settings.h"
#include "vouch-window.h"

/* The pause that a scanner needs at least from one code to the next. */
#define MIX_MS 8

struct _VouchApplication
{
  AdwApplication parent_instance;
  char *data;
  char *unlock;
  gboolean sample;
  gboolean kiosk;
  VouchClock *clock;
  GSettings *settings; /* nullable */
  VouchTones *tones;
  VouchScanCatcher *catcher;
  VouchSerialSource *serial;
  VouchModes *modes;     /* nullable: no window yet */
  VouchStation *station; /* nullable: not open yet */
  VouchDesk *desk;       /* nullable: not open yet */
  VouchWindow *window;
};

G_DEFINE_FINAL_TYPE (VouchApplication, vouch_application, ADW_TYPE_APPLICATION)

static void
read_settings (VouchApplication *self, VouchWedgeSettings *wedge, VouchSessionSettings *session)
{
  *wedge = (VouchWedgeSettings)VOUCH_WEDGE_DEFAULTS;
  wedge->mix_ms = MIX_MS;
  *session = (VouchSessionSettings)VOUCH_SESSION_SETTINGS_DEFAULT;
  session->hands_over = TRUE;
  if (self->settings == NULL)
    return;
  wedge->gap_ms = g_settings_get_uint (self->settings, "scanner-gap-ms");
  wedge->min_length = g_settings_get_uint (self->settings, "min-scan-length");
  session->label_window_ms = g_settings_get_uint (self->settings, "label-window-ms");
  session->repeat_ms = g_settings_get_uint (self->settings, "repeat-ms");
  session->accepts_odoo = vouch_station_settings_accepts_odoo (self->settings);
}

static void
apply_sound (VouchApplication *self)
{
  g_autofree char *set = NULL;

  if (self->settings == NULL)
    return;
  set = g_settings_get_string (self->settings, "tone-set");
  vouch_tones_set (self->tones, g_settings_get_boolean (self->settings, "sound"),
                   g_settings_get_double (self->settings, "volume"), set);
}

static void
apply_station (VouchApplication *self)
{
  if (self->station != NULL)
    vouch_station_settings_apply (self->settings, self->station);
}

/* What is known of the scanner that types; a profile that is damaged is told, and not used. */
static VouchScannerProfile *
find_profile (VouchApplication *self)
{
  g_autofree char *damage = NULL;
  VouchScannerProfile *profile = vouch_scanner_settings_find (self->settings, VOUCH_SCANNER_KEYBOARD, &damage);

  if (damage != NULL && self->desk != NULL)
    vouch_desk_refuse (self->desk, _ ("Scanner not set up"), damage);
  return profile;
}

static void
set_up_catcher (VouchApplication *self, const VouchWedgeSettings *wedge)
{
  g_autoptr (VouchScannerProfile) profile = find_profile (self);
  VouchWedgeSettings learned = *wedge;

  vouch_scan_catcher_set_settings (self->catcher, wedge, profile);
  vouch_scanner_profile_set_up_wedge (profile, &learned);
  if (self->window != NULL)
    vouch_window_set_scanner_gap (self->window, learned.gap_ms);
}

static void
start_desk (VouchApplication *self)
{
  VouchWedgeSettings wedge;
  VouchSessionSettings session;
  g_autoptr (VouchPrinterProfile) item = vouch_printer_settings_find_default (self->settings, VOUCH_PRINTER_USE_ITEM);
  g_autoptr (VouchPrinterProfile) lot = vouch_printer_settings_find_default (self->settings, VOUCH_PRINTER_USE_LOT);
  g_autofree char *prefix = vouch_station_settings_dup_prefix (self->settings);
  g_autofree char *camera = vouch_station_settings_dup_camera (self->settings);

  read_settings (self, &wedge, &session);
  session.command_prefix = prefix;
  session.camera = camera;
  session.item_printer = item;
  session.lot_printer = lot;
  apply_station (self);
  self->desk = vouch_desk_new (self->station, &session);
  vouch_window_set_desk (self->window, self->station, self->desk);
  set_up_catcher (self, &wedge);
  vouch_modes_set_desk (self->modes, self->desk);
}

/* A scanner's settings hold from the next scan on. */
static void
apply_scanner (VouchApplication *self)
{
  VouchWedgeSettings wedge;
  VouchSessionSettings session;
  g_autoptr (VouchPrinterProfile) item = vouch_printer_settings_find_default (self->settings, VOUCH_PRINTER_USE_ITEM);
  g_autoptr (VouchPrinterProfile) lot = vouch_printer_settings_find_default (self->settings, VOUCH_PRINTER_USE_LOT);
  g_autofree char *prefix = vouch_station_settings_dup_prefix (self->settings);
  g_autofree char *camera = vouch_station_settings_dup_camera (self->settings);

  read_settings (self, &wedge, &session);
  session.command_prefix = prefix;
  session.camera = camera;
  session.item_printer = item;
  session.lot_printer = lot;
  apply_station (self);
  set_up_catcher (self, &wedge);
  if (self->desk != NULL)
    vouch_desk_set_settings (self->desk, &session);
}

static void
setting_changed_cb (VouchApplication *self, const char *key)
{
  static const char *const sound[] = { "sound", "volume", "tone-set", NULL };
  static const char *const scanner[] = { "scanner-gap-ms",      "min-scan-length",
                                         "label-window-ms",     "repeat-ms",
                                         "scanner-profiles",    "command-prefix",
                                         "camera-device",       "photo-max-px",
                                         "accept-odoo-codes",   "symbologies",
                                         "printer-profiles",    "default-printer-item",
                                         "default-printer-lot", NULL };

  if (g_strv_contains (sound, key))
    apply_sound (self);
  else if (g_strv_contains (scanner, key))
    apply_scanner (self);
}

static void
stop_desk (VouchApplication *self)
{
  if (self->desk == NULL)
    return;
  if (self->window != NULL)
    vouch_window_set_desk (self->window, NULL, NULL);
  vouch_modes_set_desk (self->modes, NULL);
  vouch_desk_close (self->desk);
  g_clear_object (&self->desk);
}

/* The desk found a station without people; a new one finds them. */
static void
populated_cb (VouchApplication *self)
{
  stop_desk (self);
  start_desk (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchApplication) self = data;
  g_autoptr (GError) error = NULL;
  VouchStation *station = vouch_opening_finish (result, &error);

  g_application_release (G_APPLICATION (self));
  if (station == NULL)
    {
      if (self->window != NULL)
        vouch_window_refuse (self->window, error);
      return;
    }
  self->station = station;
  if (self->window == NULL)
    return;
  start_desk (self);
}

/* Held until the station is open, so that it is closed again in any case. */
static void
open_station (VouchApplication *self)
{
  VouchOpeningOptions options = { self->data, self->unlock, self->sample };

  g_application_hold (G_APPLICATION (self));
  vouch_opening_start_async (&options, self->clock, opened_cb, g_object_ref (self));
}

/* The database was moved away under the open station. Whatever was acknowledged went with it; nothing is written to
 * anything else in its place. */
static void
lost_cb (VouchApplication *self, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, message);

  stop_desk (self);
  vouch_errand_wait ();
  if (self->station != NULL)
    vouch_station_close (g_steal_pointer (&self->station), NULL);
  if (self->window != NULL)
    vouch_window_refuse (self->window, error);
}

static void
scanned_cb (VouchApplication *self, const VouchScan *scan)
{
  if (self->window != NULL)
    vouch_window_scan (self->window, scan);
}

static void
scan_refused_cb (VouchApplication *self, const char *message)
{
  if (self->window != NULL)
    vouch_window_refuse_scan (self->window, message);
}

static void
scan_begun_cb (VouchApplication *self)
{
  if (self->window != NULL)
    vouch_window_forget_typed (self->window);
}

static void
scanner_trouble_cb (VouchApplication *self, const char *message)
{
  if (self->window != NULL)
    vouch_window_warn_of_scanner (self->window, message);
}

static void
scanner_returned_cb (VouchApplication *self, const char *name)
{
  if (self->window != NULL)
    vouch_window_welcome_scanner (self->window, name);
}

static void
watch_serial_lines (VouchApplication *self)
{
  self->serial = vouch_serial_source_new (self->settings, self->clock);
  g_signal_connect_object (self->serial, "scanned", G_CALLBACK (scanned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->serial, "refused", G_CALLBACK (scan_refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->serial, "trouble", G_CALLBACK (scanner_trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->serial, "returned", G_CALLBACK (scanner_returned_cb), self, G_CONNECT_SWAPPED);
}

static void
arrived_cb (VouchApplication *self, const VouchWedgeBurst *burst)
{
  if (self->window != NULL)
    vouch_window_take_burst (self->window, burst);
}

/* While a scanner is checked, what it sends is looked at as it comes. */
static void
learn_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  VouchApplication *self = VOUCH_APPLICATION (data);

  vouch_scan_catcher_set_learning (self->catcher, g_variant_get_boolean (parameter));
  vouch_serial_source_set_learning (self->serial, g_variant_get_boolean (parameter));
}

static void
watch_scanner (VouchApplication *self)
{
  VouchWedgeSettings wedge;
  VouchSessionSettings session;
  const GActionEntry learn = { .name = "learn-scanner", .activate = learn_action, .parameter_type = "b" };

  read_settings (self, &wedge, &session);
  self->catcher = vouch_scan_catcher_new (&wedge, self->clock);
  g_signal_connect_object (self->catcher, "scanned", G_CALLBACK (scanned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->catcher, "refused", G_CALLBACK (scan_refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->catcher, "begun", G_CALLBACK (scan_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->catcher, "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self), &learn, 1, self);
}

static void
vouch_application_startup (GApplication *application)
{
  VouchApplication *self = VOUCH_APPLICATION (application);

  g_resources_register (vouch_app_get_resource ());
  G_APPLICATION_CLASS (vouch_application_parent_class)->startup (application);
  self->tones = vouch_tones_new ();
  vouch_application_actions_add (GTK_APPLICATION (self));
  watch_scanner (self);
  watch_serial_lines (self);
  apply_sound (self);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
}

/* A browser's page is the screen there: the window fills it. By the name of its type, for a GTK without Broadway has no
 * other. */
static gboolean
is_in_browser (GtkWidget *window)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_display (window)), "GdkBroadwayDisplay");
}

static void
vouch_application_activate (GApplication *application)
{
  VouchApplication *self = VOUCH_APPLICATION (application);

  if (self->window != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->window));
      return;
    }
  g_set_weak_pointer (&self->window, vouch_window_new (GTK_APPLICATION (self)));
  vouch_window_set_settings (self->window, self->settings);
  vouch_window_set_tones (self->window, self->tones);
  self->modes = vouch_modes_new (GTK_APPLICATION (self), self->window, self->settings, self->kiosk);
  g_signal_connect_object (self->window, "retry", G_CALLBACK (open_station), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "populated", G_CALLBACK (populated_cb), self, G_CONNECT_SWAPPED);
  if (is_in_browser (GTK_WIDGET (self->window)))
    gtk_window_maximize (GTK_WINDOW (self->window));
  gtk_window_present (GTK_WINDOW (self->window));
  vouch_serial_source_start (self->serial);
  open_station (self);
}

static void
vouch_application_shutdown (GApplication *application)
{
  VouchApplication *self = VOUCH_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  stop_desk (self);
  vouch_errand_wait ();
  if (self->station != NULL && !vouch_station_close (g_steal_pointer (&self->station), &error))
    g_printerr ("%s\n", error->message);
  g_clear_object (&self->modes);
  g_clear_object (&self->catcher);
  g_clear_object (&self->serial);
  g_clear_pointer (&self->tones, vouch_tones_free);
  G_APPLICATION_CLASS (vouch_application_parent_class)->shutdown (application);
}

static int
vouch_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  VouchApplication *self = VOUCH_APPLICATION (application);
  g_autofree char *directory = NULL;
  g_autofree char *id = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("vouch-station %s\n", VOUCH_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "data", "^ay", &self->data);
  g_variant_dict_lookup (options, "unlock", "^ay", &self->unlock);
  g_variant_dict_lookup (options, "sample", "b", &self->sample);
  g_variant_dict_lookup (options, "kiosk", "b", &self->kiosk);
  directory = vouch_opening_dup_directory (&(VouchOpeningOptions){ self->data, self->unlock, self->sample });
  id = vouch_instance_dup_application_id (directory);
  g_application_set_application_id (application, id);
  return -1;
}

static void
vouch_application_finalize (GObject *object)
{
  VouchApplication *self = VOUCH_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);
  vouch_clock_unref (self->clock);
  g_free (self->data);
  g_free (self->unlock);
  G_OBJECT_CLASS (vouch_application_parent_class)->finalize (object);
}

static void
vouch_application_class_init (VouchApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_application_finalize;
  application_class->startup = vouch_application_startup;
  application_class->activate = vouch_application_activate;
  application_class->shutdown = vouch_application_shutdown;
  application_class->handle_local_options = vouch_application_handle_local_options;
}

static void
vouch_application_init (VouchApplication *self)
{
  static const GOptionEntry options[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("The station's data directory"), N_ ("DIRECTORY") },
    { "unlock", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("The file that unlocks the station's keys"), N_ ("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open on example data"), NULL },
    { "kiosk", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Fill the screen, and let nobody leave without a badge"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Language, like zh_CN or en"), N_ ("LANGUAGE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL },
  };

  self->clock = vouch_clock_new_system ();
  self->settings = vouch_station_settings_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * vouch_application_new:
 *
 * Returns: (transfer full): the application, to be run
 */
VouchApplication *
vouch_application_new (void)
{
  return g_object_new (VOUCH_TYPE_APPLICATION, "application-id", "app.vouch.Station", NULL);
}
