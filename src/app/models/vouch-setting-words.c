#include "vouch-setting-words.h"

#include <glib/gi18n-lib.h>

/* The choices of the schema's enumerations, and the languages. */
static const struct
{
  const char *choice;
  const char *label;
} choices[] = {
  { "", N_ ("As the system") },
  { "en", "English" },
  { "zh_CN", "简体中文" },
  { "normal", N_ ("Normal") },
  { "glove", N_ ("Gloves") },
  { "kiosk", N_ ("Kiosk") },
  { "green-red", N_ ("Green and red") },
  { "blue-red", N_ ("Blue and red") },
  { "system", N_ ("As the system") },
  { "light", N_ ("Light") },
  { "dark", N_ ("Dark") },
  { "bright", N_ ("Bright") },
  { "deep", N_ ("Deep") },
};

static const struct
{
  const char *title;
  const char *keys[12];
} groups[] = {
  { N_ ("Screen"), { "language", "ui-mode", "theme", "palette", "text-scale", "result-seconds", "animations" } },
  { N_ ("Sound"), { "sound", "volume", "tone-set" } },
  { N_ ("Scanner"),
    { "scanner-gap-ms", "min-scan-length", "label-window-ms", "repeat-ms", "command-prefix", "accept-odoo-codes" } },
  { N_ ("Camera"), { "camera-device", "camera-mirror", "symbologies", "photo-max-px" } },
  { N_ ("People"), { "idle-lock-seconds", "show-tips" } },
};

/**
 * vouch_setting_words_of_choice:
 * @choice: a choice's name in the schema
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
vouch_setting_words_of_choice (const char *choice)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].choice, choice))
      return _ (choices[i].label);
  return choice;
}

/**
 * vouch_setting_words_list_keys:
 * @group: from 0 on
 * @title: (out): the group's title in the user's language
 *
 * Returns: (transfer none) (nullable): the names of the group's settings, whether or not the schema has them; %NULL
 *   where there is no such group
 */
const char *const *
vouch_setting_words_list_keys (guint group, const char **title)
{
  if (group >= G_N_ELEMENTS (groups))
    return NULL;
  *title = _ (groups[group].title);
  return groups[group].keys;
}

/**
 * vouch_setting_words_is_internal:
 * @key: a setting
 *
 * Returns: whether it has no row of its own: the program keeps it for itself, like the window's size, or shows it
 *   otherwise
 */
gboolean
vouch_setting_words_is_internal (const char *key)
{
  static const char *const shown_otherwise[] = { "printer-profiles", "scanner-profiles", "serial-scanners",
                                                 "sheet-stocks",     "sheet-positions",  NULL };

  return g_str_has_prefix (key, "window-") || g_str_has_prefix (key, "last-") ||
         g_str_has_prefix (key, "default-printer-") || g_strv_contains (shown_otherwise, key);
}
