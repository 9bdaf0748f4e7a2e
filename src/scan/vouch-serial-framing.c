#include "vouch-serial-framing.h"

enum
{
  STX = 0x02,
  ETX = 0x03,
  LF = '\n',
  CR = '\r',
};

typedef enum
{
  BETWEEN,  /* two codes */
  IN_LINE,  /* a code that CR or LF is to end */
  IN_FRAME, /* one that ETX is to end: CR and LF in it are content */
} Place;

struct _VouchSerialFraming
{
  Place place;
  gboolean has_end; /* the scanner is known to send one: a code without is torn */
  gboolean is_full;
  GString *bytes;
  gint64 last_ms;
  GQueue finished;
};

/**
 * vouch_serial_message_free:
 * @self: (nullable) (transfer full): a message
 */
void
vouch_serial_message_free (VouchSerialMessage *self)
{
  if (self == NULL)
    return;
  g_free (self->bytes);
  g_free (self);
}

/**
 * vouch_serial_framing_new:
 * @needs_end: whether the scanner is known to send an end after each code; otherwise that is known once it has
 *
 * Returns: (transfer full): a framing
 */
VouchSerialFraming *
vouch_serial_framing_new (gboolean needs_end)
{
  VouchSerialFraming *self = g_new0 (VouchSerialFraming, 1);

  self->has_end = needs_end;
  self->bytes = g_string_new (NULL);
  g_queue_init (&self->finished);
  return self;
}

/**
 * vouch_serial_framing_free:
 * @self: (nullable) (transfer full): a framing
 */
void
vouch_serial_framing_free (VouchSerialFraming *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->finished, (GDestroyNotify)vouch_serial_message_free);
  g_string_free (self->bytes, TRUE);
  g_free (self);
}

static void
begin (VouchSerialFraming *self, Place place)
{
  self->place = place;
  self->is_full = FALSE;
  g_string_truncate (self->bytes, 0);
}

static void
finish (VouchSerialFraming *self, VouchSerialFault fault)
{
  VouchSerialMessage *message = g_new0 (VouchSerialMessage, 1);

  message->fault = self->is_full ? VOUCH_SERIAL_TOO_LONG : fault;
  message->is_bare = !self->has_end;
  message->length = self->bytes->len;
  message->bytes = g_memdup2 (self->bytes->str, self->bytes->len + 1);
  g_queue_push_tail (&self->finished, message);
  begin (self, BETWEEN);
}

/* An end without anything before it is the second half of CR LF. */
static void
end (VouchSerialFraming *self)
{
  self->has_end = TRUE;
  if (self->bytes->len > 0 || self->is_full)
    finish (self, VOUCH_SERIAL_WHOLE);
  else
    begin (self, BETWEEN);
}

static void
append (VouchSerialFraming *self, char byte)
{
  if (self->place == BETWEEN)
    begin (self, IN_LINE);
  if (self->is_full)
    return;
  g_string_append_c (self->bytes, byte);
  if (self->bytes->len <= VOUCH_SERIAL_MAX_LENGTH)
    return;
  g_string_truncate (self->bytes, 0);
  self->is_full = TRUE;
}

/* Some send the line's end before the frame's. */
static void
end_frame (VouchSerialFraming *self)
{
  while (self->bytes->len > 0 &&
         (self->bytes->str[self->bytes->len - 1] == CR || self->bytes->str[self->bytes->len - 1] == LF))
    g_string_truncate (self->bytes, self->bytes->len - 1);
  end (self);
}

static void
take (VouchSerialFraming *self, char byte)
{
  if (byte == STX)
    {
      vouch_serial_framing_cut (self);
      begin (self, IN_FRAME);
    }
  else if (byte == ETX && self->place == IN_FRAME)
    end_frame (self);
  else if ((byte == CR || byte == LF) && self->place != IN_FRAME)
    end (self);
  else
    append (self, byte);
}

/**
 * vouch_serial_framing_feed:
 * @self: a framing
 * @bytes: (array length=length): what arrived
 * @length: of @bytes
 * @now_ms: when, on a clock that only goes forward
 */
void
vouch_serial_framing_feed (VouchSerialFraming *self, const char *bytes, gsize length, gint64 now_ms)
{
  g_return_if_fail (self != NULL);

  vouch_serial_framing_tick (self, now_ms);
  self->last_ms = now_ms;
  for (gsize i = 0; i < length; i++)
    take (self, bytes[i]);
}

/**
 * vouch_serial_framing_tick:
 * @self: a framing
 * @now_ms: the time
 *
 * To be called when nothing has come for a while, so that a scanner that sends no end is not waited for.
 */
void
vouch_serial_framing_tick (VouchSerialFraming *self, gint64 now_ms)
{
  g_return_if_fail (self != NULL);

  if (now_ms - self->last_ms > VOUCH_SERIAL_GAP_MS)
    vouch_serial_framing_cut (self);
}

/**
 * vouch_serial_framing_cut:
 * @self: a framing
 *
 * Nothing more will come of the code that is under way: the line is gone, or has been silent for too long. What came of
 * it is a torso, unless its scanner never sends an end.
 */
void
vouch_serial_framing_cut (VouchSerialFraming *self)
{
  g_return_if_fail (self != NULL);

  if (self->place == IN_FRAME || (self->place == IN_LINE && self->has_end))
    finish (self, VOUCH_SERIAL_TORN);
  else if (self->place == IN_LINE)
    finish (self, VOUCH_SERIAL_WHOLE);
}

/**
 * vouch_serial_framing_get_wait_ms:
 * @self: a framing
 *
 * Returns: how long after the last byte vouch_serial_framing_tick() is to be called; 0 if nothing is waited for
 */
guint
vouch_serial_framing_get_wait_ms (const VouchSerialFraming *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->place != BETWEEN ? VOUCH_SERIAL_GAP_MS + 1 : 0;
}

/**
 * vouch_serial_framing_take:
 * @self: a framing
 *
 * Takes the oldest message; call it until there is none.
 *
 * Returns: (transfer full) (nullable): a message
 */
VouchSerialMessage *
vouch_serial_framing_take (VouchSerialFraming *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_queue_pop_head (&self->finished);
}
