#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchSpanFunc:
 * @position: where the list changes
 * @n_removed: how many ids go
 * @added: (array length=n_added): the ids that come
 * @n_added: how many
 * @data: what was given to vouch_id_spans_find()
 *
 * Takes one change; the spans come in order, each to be made on the list as the one before left it.
 */
typedef void (*VouchSpanFunc) (guint position, guint n_removed, const gint64 *added, guint n_added, gpointer data);

void vouch_id_spans_find (const GArray *before, const GArray *after, VouchSpanFunc func, gpointer data);

G_END_DECLS
