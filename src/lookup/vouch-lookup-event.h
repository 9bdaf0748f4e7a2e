#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/**
 * VouchLookupEvent:
 * @type: "mark" or "satisfaction"
 * @lot: (nullable): a lot's number
 * @has_unit: whether it is about one unit of the lot
 * @key_version: of the unit's code
 * @unit: the unit's number
 * @serial: (nullable): a serial as a customer typed it
 * @reason: (nullable): why something was marked
 * @queries: how often the unit was asked for, or 0
 * @case_id: the case that it is about, or 0
 * @score: how satisfied a customer is, 1 to 5, or 0
 * @text: (nullable): what the customer says
 *
 * Something that stations are told. All of it is lent.
 */
typedef struct
{
  const char *type;
  const char *lot;
  gboolean has_unit;
  guint32 key_version;
  guint32 unit;
  const char *serial;
  const char *reason;
  gint64 queries;
  gint64 case_id;
  int score;
  const char *text;
} VouchLookupEvent;

gboolean vouch_lookup_event_add (VouchLookupDb *db, const VouchLookupEvent *event, gint64 now_us, GError **error);
char *vouch_lookup_event_list (VouchLookupDb *db, gint64 *after, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
