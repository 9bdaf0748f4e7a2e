#include "vouch-id.h"

#include <glib/gi18n-lib.h>

#include "vouch-base32.h"
#include "vouch-error.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01T00:00:00Z */
#define COUNTER_BITS 12
#define STATION_BITS 10
#define MS_MAX ((G_GINT64_CONSTANT (1) << 41) - 1)

struct _VouchIdSource
{
  VouchClock *clock;
  guint station;
  GMutex lock;
  gint64 last; /* milliseconds and counter of the last id, without the station */
};

/**
 * vouch_id_source_new:
 * @clock: the clock; a reference is kept
 * @station: this station's number, 0 to %VOUCH_STATION_MAX
 *
 * Returns: (transfer full): a source of ids
 */
VouchIdSource *
vouch_id_source_new (VouchClock *clock, guint station)
{
  VouchIdSource *self;

  g_return_val_if_fail (clock != NULL && station <= VOUCH_STATION_MAX, NULL);

  self = g_new0 (VouchIdSource, 1);
  self->clock = vouch_clock_ref (clock);
  self->station = station;
  g_mutex_init (&self->lock);
  return self;
}

void
vouch_id_source_free (VouchIdSource *self)
{
  if (self == NULL)
    return;
  g_mutex_clear (&self->lock);
  vouch_clock_unref (self->clock);
  g_free (self);
}

/* An id of a program that counted on in the same millisecond is followed by one of the next, too. */
static gint64
next_after (gint64 last)
{
  gint64 next = last + 1;
  gint64 counter = next & ((1 << COUNTER_BITS) - 1);

  return counter < VOUCH_ID_PER_MS ? next : ((next >> COUNTER_BITS) + 1) << COUNTER_BITS;
}

/**
 * vouch_id_source_next:
 * @self: a source
 *
 * Returns: an id greater than every earlier one of this source, never 0
 */
gint64
vouch_id_source_next (VouchIdSource *self)
{
  gint64 now, at;

  g_return_val_if_fail (self != NULL, 0);

  now = CLAMP (vouch_clock_now (self->clock) / 1000 - EPOCH_MS, 1, MS_MAX) << COUNTER_BITS;
  g_mutex_lock (&self->lock);
  at = MAX (now, next_after (self->last));
  self->last = at;
  g_mutex_unlock (&self->lock);

  return (at >> COUNTER_BITS) << (COUNTER_BITS + STATION_BITS) | (gint64)self->station << COUNTER_BITS |
         (at & ((1 << COUNTER_BITS) - 1));
}

/**
 * vouch_id_source_raise:
 * @self: a source
 * @seen: an id that exists already, 0 for none
 *
 * Makes sure that the next id is greater than @seen: called with the greatest stored id when a database is opened, in
 * case the clock went back while the program was not running.
 */
void
vouch_id_source_raise (VouchIdSource *self, gint64 seen)
{
  gint64 at = (seen >> (COUNTER_BITS + STATION_BITS)) << COUNTER_BITS | (seen & ((1 << COUNTER_BITS) - 1));

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->last = MAX (self->last, at);
  g_mutex_unlock (&self->lock);
}

/**
 * vouch_id_source_get_latest:
 * @self: a source
 *
 * Returns: the time in the greatest id that was made or seen, Unix microseconds UTC; 0 if there is none
 */
gint64
vouch_id_source_get_latest (VouchIdSource *self)
{
  gint64 last;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  last = self->last;
  g_mutex_unlock (&self->lock);
  return last == 0 ? 0 : ((last >> COUNTER_BITS) + EPOCH_MS) * 1000;
}

/**
 * vouch_id_format:
 * @id: an id
 * @text: (out): 13 base-32 digits and a final NUL
 */
void
vouch_id_format (gint64 id, char text[VOUCH_ID_LENGTH + 1])
{
  guint64 rest = (guint64)id;

  for (int i = VOUCH_ID_LENGTH - 1; i >= 0; i--, rest >>= 5)
    text[i] = vouch_base32_digit (rest & 31);
  text[VOUCH_ID_LENGTH] = '\0';
}

/**
 * vouch_id_to_string:
 * @id: an id
 *
 * Returns: (transfer full): the id as it stands in JSON and in addresses
 */
char *
vouch_id_to_string (gint64 id)
{
  char text[VOUCH_ID_LENGTH + 1];

  vouch_id_format (id, text);
  return g_strdup (text);
}

/**
 * vouch_id_parse:
 * @text: an id in base 32
 * @id: (out): the id
 * @error: INVALID if @text is not 13 base-32 digits of a positive 63-bit number
 *
 * Returns: whether @text was an id
 */
gboolean
vouch_id_parse (const char *text, gint64 *id, GError **error)
{
  guint64 number = 0;
  gboolean good = text != NULL && strlen (text) == VOUCH_ID_LENGTH && vouch_base32_value (text[0]) < 8;

  for (const char *at = text; good && *at != '\0'; at++)
    {
      int value = vouch_base32_value (*at);

      good = value >= 0;
      number = number << 5 | (guint64)MAX (value, 0);
    }
  if (!good || number == 0 || number > G_MAXINT64)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is not an id of 13 characters"),
                   text != NULL ? text : "");
      return FALSE;
    }
  *id = (gint64)number;
  return TRUE;
}
