#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_SAMPLING_SEED_SIZE 32

gboolean vouch_sampling_draw (const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], guint32 lot_size, guint32 n, guint32 *units);
gboolean vouch_sampling_draw_strata (const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], const guint32 *sizes, guint n_strata,
                                     guint32 n, guint32 *shares, guint32 *units);
gboolean vouch_sampling_draw_nested (const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], const guint32 *sizes, guint n_strata,
                                     const guint32 *ends, guint n_ends, guint32 *units);

G_END_DECLS
