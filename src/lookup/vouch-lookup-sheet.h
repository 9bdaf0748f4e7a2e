#pragma once

#include "vouch-lookup-count.h"
#include "vouch-lookup-counts.h"

G_BEGIN_DECLS

#define VOUCH_LOOKUP_LOT_MAX 20

/* Between the counts and their folding only. */
struct _VouchLookupRecent
{
  VouchLookupCode code; /* first: it is what a sheet finds it by; its lot is the one below */
  char lot[VOUCH_LOOKUP_LOT_MAX + 1];
  VouchLookupCount current; /* with what the batch under way counts */
  VouchLookupCount settled; /* what a commit made durable */
};

/**
 * VouchLookupSheet:
 *
 * Units that were asked for one after the other, as a clerk keeps a tally: one sheet is written on until it is full or
 * its time has come, and is then brought into the table.
 */
typedef struct _VouchLookupSheet VouchLookupSheet;

VouchLookupSheet *vouch_lookup_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_sheet_free (VouchLookupSheet *self);
guint vouch_lookup_sheet_get_length (const VouchLookupSheet *self);
VouchLookupRecent *vouch_lookup_sheet_find (VouchLookupSheet *self, const VouchLookupCode *code);
VouchLookupRecent *
vouch_lookup_sheet_add (VouchLookupSheet *self, const VouchLookupCode *code, const VouchLookupCount *count);
GPtrArray *vouch_lookup_sheet_sort (const VouchLookupSheet *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
