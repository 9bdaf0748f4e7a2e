#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupWord:
 * @VOUCH_LOOKUP_WORD_SERIAL: the serial
 * @VOUCH_LOOKUP_WORD_GROUPED_SERIAL: the serial as it is printed, in fours
 * @VOUCH_LOOKUP_WORD_FORM_KEY: what makes a report's form sent twice the same form
 * @VOUCH_LOOKUP_WORD_QUERIES: how often the unit was asked for
 * @VOUCH_LOOKUP_WORD_FIRST_DATE: when first
 *
 * The words of a page that are its unit's own. All the others are the same for every unit of a lot.
 */
typedef enum
{
  VOUCH_LOOKUP_WORD_SERIAL,
  VOUCH_LOOKUP_WORD_GROUPED_SERIAL,
  VOUCH_LOOKUP_WORD_FORM_KEY,
  VOUCH_LOOKUP_WORD_QUERIES,
  VOUCH_LOOKUP_WORD_FIRST_DATE,
} VouchLookupWord;

#define VOUCH_LOOKUP_WORDS 5

/**
 * VouchLookupMould:
 *
 * A page that is made but for its unit's own words: it is written once, with markers in their places, and filled for
 * every query.
 */
typedef struct _VouchLookupMould VouchLookupMould;

/**
 * VouchLookupMoulds:
 *
 * The moulds of one lot by what they depend on. Used by one thread.
 */
typedef struct _VouchLookupMoulds VouchLookupMoulds;

const char *vouch_lookup_mould_marker (VouchLookupWord word);
VouchLookupMould *vouch_lookup_mould_new (GBytes *page) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_mould_free (VouchLookupMould *self);
GBytes *vouch_lookup_mould_fill (const VouchLookupMould *self,
                                 const char *const words[VOUCH_LOOKUP_WORDS]) G_GNUC_WARN_UNUSED_RESULT;

VouchLookupMoulds *vouch_lookup_moulds_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_moulds_free (VouchLookupMoulds *self);
const VouchLookupMould *vouch_lookup_moulds_find (const VouchLookupMoulds *self, guint64 what);
const VouchLookupMould *vouch_lookup_moulds_keep (VouchLookupMoulds *self, guint64 what, VouchLookupMould *mould);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupMould, vouch_lookup_mould_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupMoulds, vouch_lookup_moulds_free)

G_END_DECLS
