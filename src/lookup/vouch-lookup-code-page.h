#pragma once

#include "vouch-lookup-lot.h"
#include "vouch-lookup-page.h"

G_BEGIN_DECLS

/**
 * VouchLookupSubject:
 * @VOUCH_LOOKUP_SUBJECT_PRODUCT: a product, of which the lot is the newest that may be spoken of
 * @VOUCH_LOOKUP_SUBJECT_LOT: a lot
 * @VOUCH_LOOKUP_SUBJECT_UNIT: a unit, and nothing is said of queries
 * @VOUCH_LOOKUP_SUBJECT_UNIT_FIRST: a unit that is asked for the first time
 * @VOUCH_LOOKUP_SUBJECT_UNIT_AGAIN: a unit that was asked for before
 *
 * What a code's page is about.
 */
typedef enum
{
  VOUCH_LOOKUP_SUBJECT_PRODUCT,
  VOUCH_LOOKUP_SUBJECT_LOT,
  VOUCH_LOOKUP_SUBJECT_UNIT,
  VOUCH_LOOKUP_SUBJECT_UNIT_FIRST,
  VOUCH_LOOKUP_SUBJECT_UNIT_AGAIN,
} VouchLookupSubject;

/**
 * VouchLookupAnswer:
 * @state: what is known of the code; not @VOUCH_LOOKUP_STATE_UNKNOWN
 * @lot: the lot
 * @subject: what the page is about
 *
 * What a code's page says. A unit's own words are not in it: the page is written with their markers, as a mould.
 */
typedef struct
{
  VouchLookupState state;
  const VouchLookupLot *lot;
  VouchLookupSubject subject;
} VouchLookupAnswer;

GBytes *
vouch_lookup_code_page (const VouchLookupFrame *frame, const VouchLookupAnswer *answer) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_code_page_unknown (const VouchLookupFrame *frame) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
