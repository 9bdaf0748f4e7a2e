#pragma once

#include "vouch-lookup-db.h"
#include "vouch-takeover.h"

G_BEGIN_DECLS

/**
 * VouchLookupEnrolled:
 * @VOUCH_LOOKUP_ENROLLED_NEW: it is believed from now on
 * @VOUCH_LOOKUP_ENROLLED_ALREADY: nothing changed
 *
 * What came of a trust record.
 */
typedef enum
{
  VOUCH_LOOKUP_ENROLLED_NEW,
  VOUCH_LOOKUP_ENROLLED_ALREADY,
} VouchLookupEnrolled;

VouchTrustRecord *
vouch_lookup_enrolment_read (const char *content, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_enrolment_enter (VouchLookupDb *db, const VouchTrustRecord *record, gint64 now_us,
                                       VouchLookupEnrolled *enrolled, GError **error);
gboolean vouch_lookup_enrolment_take_over (VouchLookupDb *db, const VouchTakeover *takeover, gint64 now_us,
                                           VouchLookupEnrolled *enrolled, GError **error);

G_END_DECLS
