#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SERIAL_GROUP (vouch_serial_group_get_type ())
G_DECLARE_FINAL_TYPE (VouchSerialGroup, vouch_serial_group, VOUCH, SERIAL_GROUP, AdwPreferencesGroup)

/**
 * VouchSerialGroup:
 *
 * The serial devices that are plugged in, and the scanners that this station uses, each with a switch.
 */

GtkWidget *vouch_serial_group_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
