#pragma once

#include <gio/gio.h>

#include "vouch-clock.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SERIAL_SOURCE (vouch_serial_source_get_type ())
G_DECLARE_FINAL_TYPE (VouchSerialSource, vouch_serial_source, VOUCH, SERIAL_SOURCE, GObject)

/**
 * VouchSerialSource:
 *
 * The scanners on serial lines, as the station's settings have them, while these change.
 *
 * Signals: "scanned" (VouchScan): a code was read; "refused" (message): one was read and is not used; "trouble"
 * (nullable message): what is wrong with a scanner, or that nothing is any more; "returned" (name): one that was
 * plugged out works again.
 */

VouchSerialSource *vouch_serial_source_new (GSettings *settings, VouchClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void vouch_serial_source_start (VouchSerialSource *self);
void vouch_serial_source_set_learning (VouchSerialSource *self, gboolean is_learning);

G_END_DECLS
