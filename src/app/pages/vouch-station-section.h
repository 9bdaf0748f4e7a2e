#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_STATION_SECTION (vouch_station_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchStationSection, vouch_station_section, VOUCH, STATION_SECTION, AdwBin)

/**
 * VouchStationSection:
 *
 * The settings of this one station, in groups; each takes effect at once.
 */

void vouch_station_section_set_settings (VouchStationSection *self, GSettings *settings);

G_END_DECLS
