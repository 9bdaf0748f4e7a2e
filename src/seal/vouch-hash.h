#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_HASH_SIZE 32
#define VOUCH_SHORT_HASH_KEY_SIZE 16

/**
 * VouchHasher:
 *
 * A BLAKE2b hash of data that comes in pieces; the same as vouch_hash() over the pieces one after the other.
 */
typedef struct _VouchHasher VouchHasher;

/* out_length 16..64; key may be NULL with key_length 0. */
void vouch_hash (const guint8 *key, gsize key_length, const void *data, gsize length, guint8 *out, gsize out_length);

guint64 vouch_short_hash (const guint8 key[VOUCH_SHORT_HASH_KEY_SIZE], const void *data, gsize length);

VouchHasher *vouch_hasher_new (const guint8 *key, gsize key_length, gsize out_length) G_GNUC_WARN_UNUSED_RESULT;
void vouch_hasher_free (VouchHasher *self);
void vouch_hasher_add (VouchHasher *self, const void *data, gsize length);
void vouch_hasher_end (VouchHasher *self, guint8 *out);

void vouch_random_bytes (void *out, gsize length);
gboolean vouch_equal_in_constant_time (const void *a, const void *b, gsize length);
void vouch_wipe (void *secret, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchHasher, vouch_hasher_free)

G_END_DECLS
