#pragma once

#include "vouch-clock.h"
#include "vouch-device-monitor.h"
#include "vouch-scanner-profile.h"

G_BEGIN_DECLS

/**
 * VouchSerialState:
 * @VOUCH_SERIAL_ABSENT: it is not plugged in
 * @VOUCH_SERIAL_LISTENING: it is open, and what it sends arrives
 * @VOUCH_SERIAL_FAILED: it is there, but cannot be read
 *
 * What is to be said of a scanner that this station uses.
 */
typedef enum
{
  VOUCH_SERIAL_ABSENT,
  VOUCH_SERIAL_LISTENING,
  VOUCH_SERIAL_FAILED,
} VouchSerialState;

#define VOUCH_TYPE_SERIAL_SCANNERS (vouch_serial_scanners_get_type ())

/**
 * VouchSerialScanners:
 *
 * The scanners on serial lines that this station uses: opened when they are plugged in, and again when they come back.
 */
G_DECLARE_FINAL_TYPE (VouchSerialScanners, vouch_serial_scanners, VOUCH, SERIAL_SCANNERS, GObject)

/**
 * VouchSerialProfileFunc:
 * @id: a device's id
 * @data: as given to vouch_serial_scanners_set_profiles()
 *
 * Returns: (transfer none) (nullable): what is known of that scanner; it lasts until asked again
 */
typedef const VouchScannerProfile *(*VouchSerialProfileFunc) (const char *id, gpointer data);

VouchSerialScanners *
vouch_serial_scanners_new (VouchDeviceMonitor *monitor, VouchClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void vouch_serial_scanners_set_profiles (VouchSerialScanners *self, VouchSerialProfileFunc func, gpointer data);
void vouch_serial_scanners_use (VouchSerialScanners *self, const char *const *ids, guint baud);
VouchSerialState vouch_serial_scanners_get_state (VouchSerialScanners *self, const char *id, const char **message);
char *vouch_serial_scanners_dup_trouble (VouchSerialScanners *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
