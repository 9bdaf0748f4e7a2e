#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupBulletin:
 *
 * Hears, on a connection and a thread of its own, that a process published something in the PostgreSQL database.
 */
typedef struct _VouchLookupBulletin VouchLookupBulletin;

VouchLookupBulletin *
vouch_lookup_bulletin_new (const char *url, void (*outdate) (gpointer data), gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_bulletin_free (VouchLookupBulletin *self);

G_END_DECLS
