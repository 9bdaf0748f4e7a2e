#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A key file, version 1; numbers are big endian:
 *
 *   "vouch-key-file/1\n"
 *   1 byte    how it is unlocked: 0 by an unlock key, 1 by a passphrase
 *   16 bytes  Argon2id salt, 4 bytes passes, 4 bytes KiB of memory; zero without a passphrase
 *   24 bytes  nonce
 *   n bytes   secretbox of the payload, under BLAKE2b-256 (key: unlock key, "vouch/key-file/1" ‖ all that stands before
 *             the nonce)
 *   32 bytes  BLAKE2b-256 of all that stands before: tells a damaged file from a wrong unlock key
 *
 * Payload: audit key, pepper, signer's seed, field key, desk's seed (32 bytes each); 4 bytes number of code keys, and
 * of each 4 bytes version, 4 bytes flags (1: revoked), 8 bytes time of making (Unix microseconds), 32 bytes key;
 * versions ascend.
 */
#define VOUCH_KEY_FORMAT_SALT_SIZE 16
#define VOUCH_KEY_FORMAT_CHECKSUM_SIZE 32
#define VOUCH_KEY_FORMAT_MAX (128 * 1024)

typedef struct
{
  gboolean by_passphrase;
  guint8 salt[VOUCH_KEY_FORMAT_SALT_SIZE];
  guint32 passes;
  guint32 memory_kib;
} VouchKeyLock;

typedef struct
{
  guint8 audit[32];
  guint8 pepper[32];
  guint8 signer_seed[32];
  guint8 field[32];
  guint8 desk_seed[32];
} VouchKeySecrets;

typedef struct
{
  guint32 version;
  gboolean revoked;
  gint64 created_at;
  guint8 key[32];
} VouchCodeKey;

typedef enum
{
  VOUCH_KEY_FORMAT_OPENED,
  VOUCH_KEY_FORMAT_DAMAGED,
  VOUCH_KEY_FORMAT_NEWER,
  VOUCH_KEY_FORMAT_WRONG_KEY,
} VouchKeyFormatResult;

VouchCodeKey *vouch_code_key_new (guint32 version, gint64 created_at);

GBytes *vouch_key_format_seal (const VouchKeyLock *lock, const guint8 unlock[32], const VouchKeySecrets *secrets,
                               const GPtrArray *code_keys) G_GNUC_WARN_UNUSED_RESULT;
VouchKeyFormatResult vouch_key_format_read_lock (const guint8 *file, gsize length, VouchKeyLock *lock);
VouchKeyFormatResult vouch_key_format_open (const guint8 *file, gsize length, const guint8 unlock[32],
                                            VouchKeySecrets *secrets, GPtrArray *code_keys);

G_END_DECLS
