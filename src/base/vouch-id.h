#pragma once

#include <glib.h>

#include "vouch-clock.h"

G_BEGIN_DECLS

#define VOUCH_ID_LENGTH 13
#define VOUCH_STATION_MAX 1023

/* How many ids a source makes in one millisecond; a power of two. The counter has room for more, but the numbers that
 * people read keep three bits of it, and no two ids may give the same. */
#define VOUCH_ID_PER_MS 8

/**
 * VouchIdSource:
 *
 * Makes 63-bit ids: 41 bits of milliseconds since 2020-01-01, 10 bits of station number, 12 bits of counter. Ids grow
 * even when the clock goes back; where %VOUCH_ID_PER_MS are not enough for a millisecond, the next one is borrowed.
 * Safe from any thread.
 */
typedef struct _VouchIdSource VouchIdSource;

VouchIdSource *vouch_id_source_new (VouchClock *clock, guint station) G_GNUC_WARN_UNUSED_RESULT;
void vouch_id_source_free (VouchIdSource *self);
gint64 vouch_id_source_next (VouchIdSource *self);
void vouch_id_source_raise (VouchIdSource *self, gint64 seen);
gint64 vouch_id_source_get_latest (VouchIdSource *self);

void vouch_id_format (gint64 id, char text[VOUCH_ID_LENGTH + 1]);
char *vouch_id_to_string (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_id_parse (const char *text, gint64 *id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchIdSource, vouch_id_source_free)

G_END_DECLS
