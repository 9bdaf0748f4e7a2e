#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchSerialFault:
 * @VOUCH_SERIAL_WHOLE: one whole code
 * @VOUCH_SERIAL_TOO_LONG: more bytes than allowed without an end; they are dropped
 * @VOUCH_SERIAL_TORN: it stopped without the end that this scanner sends
 *
 * What is wrong with a message.
 */
typedef enum
{
  VOUCH_SERIAL_WHOLE,
  VOUCH_SERIAL_TOO_LONG,
  VOUCH_SERIAL_TORN,
} VouchSerialFault;

/**
 * VouchSerialMessage:
 * @bytes: (owned): the content, without what frames it
 * @length: of @bytes
 * @fault: what is wrong with it
 * @is_bare: it just stopped, and its scanner has never sent an end so far
 *
 * What a scanner sent for one code.
 */
typedef struct
{
  char *bytes;
  gsize length;
  VouchSerialFault fault;
  gboolean is_bare;
} VouchSerialMessage;

void vouch_serial_message_free (VouchSerialMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSerialMessage, vouch_serial_message_free)

#define VOUCH_SERIAL_GAP_MS 100
#define VOUCH_SERIAL_MAX_LENGTH 4096

/**
 * VouchSerialFraming:
 *
 * Takes a line's bytes apart into codes: ended by CR, LF or both, or between STX and ETX. It is pure: no clock, no
 * device.
 */
typedef struct _VouchSerialFraming VouchSerialFraming;

VouchSerialFraming *vouch_serial_framing_new (gboolean needs_end) G_GNUC_WARN_UNUSED_RESULT;
void vouch_serial_framing_free (VouchSerialFraming *self);
void vouch_serial_framing_feed (VouchSerialFraming *self, const char *bytes, gsize length, gint64 now_ms);
void vouch_serial_framing_tick (VouchSerialFraming *self, gint64 now_ms);
void vouch_serial_framing_cut (VouchSerialFraming *self);
guint vouch_serial_framing_get_wait_ms (const VouchSerialFraming *self);
VouchSerialMessage *vouch_serial_framing_take (VouchSerialFraming *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSerialFraming, vouch_serial_framing_free)

G_END_DECLS
