/* What is known of scanners, in the settings that window and command line share. */

#include <gio/gio.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-scanner-settings.h"
#include "vouch-station-settings.h"

static VouchScannerProfile *
make_profile (const char *device)
{
  VouchScannerProfile *profile = vouch_scanner_profile_new ();

  profile->device = g_strdup (device);
  profile->suffix = VOUCH_SCANNER_SUFFIX_ENTER;
  profile->before = g_strdup ("§");
  profile->separator = VOUCH_SCANNER_SEPARATOR_KEY;
  profile->character_map = g_strdup ("zyyzß-");
  profile->key_map = g_strdup ("ffc7=1d");
  profile->gap_ms = 75;
  profile->checked_at = G_GINT64_CONSTANT (1795000000) * G_USEC_PER_SEC;
  return profile;
}

static GSettings *
open_empty (void)
{
  GSettings *settings = vouch_station_settings_new ();

  g_assert_nonnull (settings);
  g_settings_reset (settings, "scanner-profiles");
  return settings;
}

static void
test_a_profile_comes_back_as_it_was_kept (void)
{
  g_autoptr (GSettings) settings = open_empty ();
  g_autoptr (VouchScannerProfile) kept = make_profile (VOUCH_SCANNER_KEYBOARD);
  g_autoptr (VouchScannerProfile) found = NULL;
  g_autofree char *damage = NULL;
  g_autoptr (GError) error = NULL;

  vouch_scanner_settings_store (settings, kept, &error);
  g_assert_no_error (error);
  found = vouch_scanner_settings_find (settings, VOUCH_SCANNER_KEYBOARD, &damage);
  g_assert_null (damage);
  g_assert_cmpstr (found->before, ==, "§");
  g_assert_cmpstr (found->character_map, ==, "zyyzß-");
  g_assert_cmpstr (found->key_map, ==, "ffc7=1d");
  g_assert_cmpint (found->suffix, ==, VOUCH_SCANNER_SUFFIX_ENTER);
  g_assert_cmpint (found->separator, ==, VOUCH_SCANNER_SEPARATOR_KEY);
  g_assert_cmpint (found->gap_ms, ==, 75);
  g_assert_cmpint (found->checked_at, ==, kept->checked_at);
}

static void
test_each_device_has_its_own (void)
{
  g_autoptr (GSettings) settings = open_empty ();
  g_autoptr (VouchScannerProfile) keyboard = make_profile (VOUCH_SCANNER_KEYBOARD);
  g_autoptr (VouchScannerProfile) line = make_profile ("usb-Zebra_123");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) left = NULL;

  g_assert_true (vouch_scanner_settings_store (settings, keyboard, NULL));
  g_assert_true (vouch_scanner_settings_store (settings, line, NULL));
  g_assert_true (vouch_scanner_settings_store (settings, line, NULL));
  all = vouch_scanner_settings_list (settings, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (vouch_scanner_settings_forget (settings, "usb-Zebra_123", NULL));
  left = vouch_scanner_settings_list (settings, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_false (vouch_scanner_settings_forget (settings, "usb-Zebra_123", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
}

static void
test_a_damaged_profile_is_told_and_not_used (void)
{
  static const char *const damaged[] = {
    "",
    "[]",
    "{\"device\":\"keyboard\",\"gap_ms\":5}",
    "{\"device\":\"another\"}",
    "{\"device\":\"keyboard\",\"character_map\":\"abc\"}",
    "{\"device\":\"keyboard\",\"character_map\":\"abac\"}",
    "{\"device\":\"keyboard\",\"character_map\":\"aä\"}",
    "{\"device\":\"keyboard\",\"key_map\":\"ffc7\"}",
    "{\"device\":\"keyboard\",\"key_map\":\"ffc7=7\"}",
    "{\"device\":\"keyboard\",\"before\":\"\\u0002\"}",
    "{\"device\":\"keyboard\",\"separator\":\"text\"}",
    "{\"device\":\"keyboard\",\"separator_text\":\"~\"}",
    "{\"device\":\"keyboard\",\"separator\":\"none\",\"colour\":\"red\"}",
  };
  g_autoptr (GSettings) settings = open_empty ();

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autofree char *damage = NULL;
      g_autoptr (VouchScannerProfile) profile = NULL;
      GVariantBuilder builder;

      g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&builder, "{sv}", VOUCH_SCANNER_KEYBOARD, g_variant_new_string (damaged[i]));
      g_settings_set_value (settings, "scanner-profiles", g_variant_builder_end (&builder));
      profile = vouch_scanner_settings_find (settings, VOUCH_SCANNER_KEYBOARD, &damage);
      g_test_message ("%s", damaged[i]);
      g_assert_null (profile);
      g_assert_nonnull (damage);
      g_assert_nonnull (strstr (damage, "keyboard"));
    }
}

static void
test_what_is_damaged_can_be_replaced_and_forgotten (void)
{
  g_autoptr (GSettings) settings = open_empty ();
  g_autoptr (VouchScannerProfile) profile = make_profile (VOUCH_SCANNER_KEYBOARD);
  g_autofree char *damage = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", VOUCH_SCANNER_KEYBOARD, g_variant_new_int32 (7));
  g_variant_builder_add (&builder, "{sv}", "line", g_variant_new_string ("{"));
  g_settings_set_value (settings, "scanner-profiles", g_variant_builder_end (&builder));
  g_assert_true (vouch_scanner_settings_store (settings, profile, NULL));
  all = vouch_scanner_settings_list (settings, &damage);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_nonnull (strstr (damage, "line"));
  g_assert_true (vouch_scanner_settings_forget (settings, "line", NULL));
}

static void
test_nothing_is_kept_that_is_no_profile (void)
{
  g_autoptr (GSettings) settings = open_empty ();
  g_autoptr (VouchScannerProfile) profile = make_profile (VOUCH_SCANNER_KEYBOARD);
  g_autoptr (GError) error = NULL;

  profile->gap_ms = 9999;
  g_assert_false (vouch_scanner_settings_store (settings, profile, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  profile->gap_ms = 0;
  g_assert_false (vouch_scanner_settings_store (NULL, profile, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanners/a-profile-comes-back-as-it-was-kept", test_a_profile_comes_back_as_it_was_kept);
  g_test_add_func ("/scanners/each-device-has-its-own", test_each_device_has_its_own);
  g_test_add_func ("/scanners/a-damaged-profile-is-told-and-not-used", test_a_damaged_profile_is_told_and_not_used);
  g_test_add_func ("/scanners/what-is-damaged-can-be-replaced-and-forgotten",
                   test_what_is_damaged_can_be_replaced_and_forgotten);
  g_test_add_func ("/scanners/nothing-is-kept-that-is-no-profile", test_nothing_is_kept_that_is_no_profile);
  return g_test_run ();
}
