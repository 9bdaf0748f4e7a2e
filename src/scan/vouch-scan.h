#pragma once

#include <glib.h>

#include "vouch-serial-framing.h"
#include "vouch-symbol.h"
#include "vouch-wedge.h"

G_BEGIN_DECLS

/* Longer content than any code that a dock has to do with. */
#define VOUCH_SCAN_MAX_LENGTH 4096

/**
 * VouchScanOrigin:
 * @VOUCH_SCAN_WEDGE: a scanner that types
 * @VOUCH_SCAN_PICTURE: a picture file
 * @VOUCH_SCAN_CAMERA: a camera
 * @VOUCH_SCAN_SERIAL: a scanner on a serial line
 * @VOUCH_SCAN_TYPED: typed by a person
 *
 * Where a scan came from.
 */
typedef enum
{
  VOUCH_SCAN_WEDGE,
  VOUCH_SCAN_PICTURE,
  VOUCH_SCAN_CAMERA,
  VOUCH_SCAN_SERIAL,
  VOUCH_SCAN_TYPED,
} VouchScanOrigin;

/**
 * VouchScan:
 * @text: (owned): the content in UTF-8, without control characters but the group separator
 * @length: of @text in bytes
 * @aim: the AIM identifier such as "]C1", empty if the source did not give one
 * @origin: where it came from
 * @at_us: when it was read, Unix microseconds
 * @sure: whether it may be trusted alone
 * @is_bare: a scanner typed it and sent neither Enter nor Tab after it
 * @device: (owned) (nullable): which scanner read it, where several can be told apart
 * @sends_separators: whether its source hands on the separators between elements, so that where there is none, none
 *   was in the code
 *
 * One code as it was read: text, symbology and time, never meaning.
 */
typedef struct
{
  char *text;
  gsize length;
  char aim[4];
  VouchScanOrigin origin;
  gint64 at_us;
  gboolean sure;
  gboolean is_bare;
  char *device;
  gboolean sends_separators;
} VouchScan;

VouchScan *vouch_scan_new (const char *text, gssize length, VouchScanOrigin origin, gint64 at_us,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchScan *vouch_scan_new_from_symbol (const VouchSymbol *symbol, VouchScanOrigin origin, gint64 at_us,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchScan *
vouch_scan_new_from_burst (const VouchWedgeBurst *burst, gint64 at_us, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_scan_check_message (const VouchSerialMessage *message, GError **error);
VouchScan *vouch_scan_copy (const VouchScan *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_scan_free (VouchScan *self);
char *vouch_scan_dup_with_aim (const VouchScan *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchScan, vouch_scan_free)

G_END_DECLS
