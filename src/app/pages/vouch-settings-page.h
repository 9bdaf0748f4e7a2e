#pragma once

#include "vouch-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SETTINGS_PAGE (vouch_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchSettingsPage, vouch_settings_page, VOUCH, SETTINGS_PAGE, AdwBin)

/**
 * VouchSettingsPage:
 *
 * What can be set: this station, the rules of the house, people, the lookup service; and the scans that were not
 * understood. Every section is a #VouchPage of its own.
 */

void vouch_settings_page_set_settings (VouchSettingsPage *self, GSettings *settings);
void vouch_settings_page_show_section (VouchSettingsPage *self, const char *name);

G_END_DECLS
