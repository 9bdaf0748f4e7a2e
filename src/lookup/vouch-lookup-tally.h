#pragma once

#include "vouch-lookup-limiter.h"

G_BEGIN_DECLS

/**
 * VouchLookupDeed:
 * @VOUCH_LOOKUP_DEED_COUNTED: a query was counted
 * @VOUCH_LOOKUP_DEED_REPEATED: the same visitor asked again within the minute
 * @VOUCH_LOOKUP_DEED_UNCOUNTED: a program, or the operator, asked for a unit
 * @VOUCH_LOOKUP_DEED_UNKNOWN: a code was not known
 * @VOUCH_LOOKUP_DEED_REPORTED: a problem was reported
 *
 * What the public side does, but for answering.
 */
typedef enum
{
  VOUCH_LOOKUP_DEED_COUNTED,
  VOUCH_LOOKUP_DEED_REPEATED,
  VOUCH_LOOKUP_DEED_UNCOUNTED,
  VOUCH_LOOKUP_DEED_UNKNOWN,
  VOUCH_LOOKUP_DEED_REPORTED,
} VouchLookupDeed;

#define VOUCH_LOOKUP_DEEDS 5

/**
 * VouchLookupTally:
 *
 * What this process did since it started, in numbers. Noted on any thread, read on any other.
 */
typedef struct _VouchLookupTally VouchLookupTally;

VouchLookupTally *vouch_lookup_tally_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_tally_free (VouchLookupTally *self);
void vouch_lookup_tally_note (VouchLookupTally *self, VouchLookupDeed deed);
void vouch_lookup_tally_note_answer (VouchLookupTally *self, guint status);
void vouch_lookup_tally_note_limited (VouchLookupTally *self, VouchLookupLimit limit);
guint64 vouch_lookup_tally_get (VouchLookupTally *self, VouchLookupDeed deed);
guint64 vouch_lookup_tally_get_limited (VouchLookupTally *self, VouchLookupLimit limit);
char *vouch_lookup_tally_write (VouchLookupTally *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupTally, vouch_lookup_tally_free)

G_END_DECLS
