#pragma once

#include "vouch-lookup-count.h"
#include "vouch-lookup-writer.h"

G_BEGIN_DECLS

/**
 * VouchLookupRecent:
 *
 * A unit that was asked for lately, and its count. Belongs to the writer's thread.
 */
typedef struct _VouchLookupRecent VouchLookupRecent;

/**
 * VouchLookupCounts:
 *
 * How often each unit was asked for.
 *
 * Where many processes share a database, every query is counted in its table. The one process of an embedded database
 * knows better: it appends what it counts to a log, which costs a commit one page, remembers it, and folds it into the
 * table later, in the table's order, so that one page takes many units at once. What is answered from memory is what a
 * commit has made durable.
 */
typedef struct _VouchLookupCounts VouchLookupCounts;

VouchLookupCounts *vouch_lookup_counts_new (VouchLookupWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_counts_free (VouchLookupCounts *self);

gboolean vouch_lookup_counts_add (VouchLookupCounts *self, VouchLookupDb *db, const VouchLookupCode *code,
                                  gint64 now_us, VouchLookupRecent **recent, VouchLookupCount *count, GError **error);
gboolean vouch_lookup_counts_peek (VouchLookupCounts *self, VouchLookupDb *db, const VouchLookupCode *code,
                                   VouchLookupCount *count, GError **error);
void vouch_lookup_counts_settle (VouchLookupCounts *self, VouchLookupRecent *recent, const VouchLookupCount *count,
                                 gboolean is_durable);

gboolean vouch_lookup_counts_load (VouchLookupCounts *self, VouchLookupDb *db, const VouchLookupCode *code,
                                   VouchLookupCount *count, GError **error);
void vouch_lookup_counts_tick (VouchLookupCounts *self);
gboolean vouch_lookup_counts_fold (VouchLookupCounts *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupCounts, vouch_lookup_counts_free)

G_END_DECLS
