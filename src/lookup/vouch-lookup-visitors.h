#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupVisitors:
 *
 * Who asked for what in the last minute, in a table of fixed size: the same visitor gets the same answer again and is
 * not counted twice. It holds salted hashes only; the salt lives as long as the process. Used by one thread.
 */
typedef struct _VouchLookupVisitors VouchLookupVisitors;

VouchLookupVisitors *vouch_lookup_visitors_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_visitors_free (VouchLookupVisitors *self);
gboolean vouch_lookup_visitors_find (VouchLookupVisitors *self, guint64 visit, gint64 now_us, gint64 *count);
void vouch_lookup_visitors_remember (VouchLookupVisitors *self, guint64 visit, gint64 now_us, gint64 count);
void vouch_lookup_visitors_forget (VouchLookupVisitors *self, guint64 visit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupVisitors, vouch_lookup_visitors_free)

G_END_DECLS
