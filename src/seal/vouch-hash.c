#include "vouch-hash.h"

#include <sodium.h>
#include <string.h>

#include "vouch-seal-private.h"

struct _VouchHasher
{
  crypto_generichash_state *state; /* wants an alignment of 64 that g_new () does not promise */
  gsize out_length;
};

void
vouch_seal_start (void)
{
  static gsize started = 0;

  if (g_once_init_enter (&started))
    {
      /* Without a source of random bytes no key of ours is worth having: there is nothing to fall back on. */
      if (sodium_init () < 0)
        g_error ("libsodium could not start");
      g_once_init_leave (&started, 1);
    }
}

static gboolean
lengths_are_valid (const guint8 *key, gsize key_length, gsize out_length)
{
  return key_length <= crypto_generichash_KEYBYTES_MAX && (key != NULL || key_length == 0) &&
         out_length >= crypto_generichash_BYTES_MIN && out_length <= crypto_generichash_BYTES_MAX;
}

/**
 * vouch_hash:
 * @key: (nullable): the key
 * @key_length: its length, 0 to 64 bytes; 0 is an unkeyed hash
 * @data: (nullable): what to hash
 * @length: how many bytes; 0 where @data is %NULL
 * @out: (out caller-allocates): the hash
 * @out_length: how long it shall be, 16 to 64 bytes; hashes of other lengths are other hashes, not pieces of one
 *
 * BLAKE2b (RFC 7693), without salt or personalisation.
 */
void
vouch_hash (const guint8 *key, gsize key_length, const void *data, gsize length, guint8 *out, gsize out_length)
{
  g_return_if_fail (lengths_are_valid (key, key_length, out_length));
  g_return_if_fail (data != NULL || length == 0);

  vouch_seal_start ();
  crypto_generichash (out, out_length, data, length, key, key_length);
}

/**
 * vouch_short_hash:
 * @key: a secret; random in each process is enough
 * @data: what to hash
 * @length: how many bytes
 *
 * SipHash-2-4: the place of something in a table that strangers fill. Who does not know the key cannot choose it, and
 * cannot undo it; it is too short for anything that has to hold for longer.
 *
 * Returns: the hash
 */
guint64
vouch_short_hash (const guint8 key[VOUCH_SHORT_HASH_KEY_SIZE], const void *data, gsize length)
{
  guint8 bytes[crypto_shorthash_BYTES];
  guint64 hash;

  vouch_seal_start ();
  crypto_shorthash (bytes, data, length, key);
  memcpy (&hash, bytes, sizeof hash);
  return GUINT64_FROM_LE (hash);
}

/**
 * vouch_hasher_new:
 * @key: (nullable): the key
 * @key_length: its length, 0 to 64 bytes
 * @out_length: how long the hash shall be, 16 to 64 bytes
 *
 * Returns: (transfer full): a hash of nothing yet
 */
VouchHasher *
vouch_hasher_new (const guint8 *key, gsize key_length, gsize out_length)
{
  VouchHasher *self;

  g_return_val_if_fail (lengths_are_valid (key, key_length, out_length), NULL);

  vouch_seal_start ();
  self = g_new0 (VouchHasher, 1);
  self->state = g_aligned_alloc (1, crypto_generichash_statebytes (), 64);
  self->out_length = out_length;
  crypto_generichash_init (self->state, key, key_length, out_length);
  return self;
}

/**
 * vouch_hasher_free:
 * @self: (nullable) (transfer full): a hasher, ended or not
 */
void
vouch_hasher_free (VouchHasher *self)
{
  if (self == NULL)
    return;
  sodium_memzero (self->state, crypto_generichash_statebytes ()); /* holds what the key can be found from */
  g_aligned_free (self->state);
  g_free (self);
}

/**
 * vouch_hasher_add:
 * @self: a hasher that has not ended
 * @data: (nullable): the next piece
 * @length: how many bytes
 */
void
vouch_hasher_add (VouchHasher *self, const void *data, gsize length)
{
  g_return_if_fail (data != NULL || length == 0);

  crypto_generichash_update (self->state, data, length);
}

/**
 * vouch_hasher_end:
 * @self: a hasher, which may only be freed afterwards
 * @out: (out caller-allocates): the hash, as long as was said to vouch_hasher_new()
 */
void
vouch_hasher_end (VouchHasher *self, guint8 *out)
{
  crypto_generichash_final (self->state, out, self->out_length);
}

/**
 * vouch_random_bytes:
 * @out: (out caller-allocates): unpredictable bytes
 * @length: how many
 */
void
vouch_random_bytes (void *out, gsize length)
{
  vouch_seal_start ();
  randombytes_buf (out, length);
}

/**
 * vouch_equal_in_constant_time:
 * @a: @length bytes
 * @b: @length bytes
 * @length: how many
 *
 * Returns: whether they are equal, found out in a time that does not depend on them
 */
gboolean
vouch_equal_in_constant_time (const void *a, const void *b, gsize length)
{
  return sodium_memcmp (a, b, length) == 0;
}

/**
 * vouch_wipe:
 * @secret: (nullable): @length bytes that are needed no more
 * @length: how many
 *
 * Zeroes memory in a way that the compiler does not leave out.
 */
void
vouch_wipe (void *secret, gsize length)
{
  if (secret != NULL)
    sodium_memzero (secret, length);
}
