#include "vouch-key-format-private.h"

#include <sodium.h>

#include "vouch-key-file.h"
#include "vouch-seal-private.h"

#define FAMILY "vouch-key-file/"
#define MAGIC FAMILY "1\n"
#define MAGIC_SIZE (sizeof MAGIC - 1)
#define KEY_LABEL "vouch/key-file/1"
#define HEAD_SIZE (MAGIC_SIZE + 1 + VOUCH_KEY_FORMAT_SALT_SIZE + 4 + 4)
#define BOX_AT (HEAD_SIZE + crypto_secretbox_NONCEBYTES)
#define CODE_KEY_SIZE (4 + 4 + 8 + 32)
#define FLAG_REVOKED 1u

/* What a file may ask of Argon2id before anything in it was proved. */
#define PASSES_MAX 16
#define MEMORY_KIB_MAX (1024 * 1024)

G_STATIC_ASSERT (sizeof (VouchKeySecrets) == 5 * 32);
G_STATIC_ASSERT (crypto_pwhash_SALTBYTES == VOUCH_KEY_FORMAT_SALT_SIZE);

/**
 * vouch_code_key_new:
 * @version: its version
 * @created_at: Unix microseconds, or 0
 *
 * Returns: (transfer full): an empty code key in locked memory, freed with sodium_free()
 */
VouchCodeKey *
vouch_code_key_new (guint32 version, gint64 created_at)
{
  VouchCodeKey *self = sodium_malloc (sizeof *self);

  if (self == NULL)
    g_error ("No locked memory left for a code key");
  sodium_memzero (self, sizeof *self);
  self->version = version;
  self->created_at = created_at;
  return self;
}

static guint8 *
put_number (guint8 *at, guint64 number, guint size)
{
  for (guint i = 0; i < size; i++)
    at[i] = (guint8)(number >> (8 * (size - 1 - i)));
  return at + size;
}

static guint64
take_number (const guint8 **at, guint size)
{
  guint64 number = 0;

  for (guint i = 0; i < size; i++)
    number = number << 8 | *(*at)++;
  return number;
}

static void
put_head (guint8 *file, const VouchKeyLock *lock)
{
  guint8 *at = file;

  memcpy (at, MAGIC, MAGIC_SIZE);
  at += MAGIC_SIZE;
  *at++ = lock->by_passphrase ? 1 : 0;
  memcpy (at, lock->salt, sizeof lock->salt);
  at += sizeof lock->salt;
  at = put_number (at, lock->passes, 4);
  put_number (at, lock->memory_kib, 4);
}

/* The head enters the key, so that a changed head opens nothing. */
static void
derive_box_key (const guint8 *file, const guint8 unlock[32], guint8 key[crypto_secretbox_KEYBYTES])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, unlock, 32, crypto_secretbox_KEYBYTES);
  crypto_generichash_update (&state, (const guint8 *)KEY_LABEL, strlen (KEY_LABEL));
  crypto_generichash_update (&state, file, HEAD_SIZE);
  crypto_generichash_final (&state, key, crypto_secretbox_KEYBYTES);
  sodium_memzero (&state, sizeof state);
}

static void
put_payload (guint8 *at, const VouchKeySecrets *secrets, const GPtrArray *code_keys)
{
  memcpy (at, secrets, sizeof *secrets);
  at = put_number (at + sizeof *secrets, code_keys->len, 4);
  for (guint i = 0; i < code_keys->len; i++)
    {
      const VouchCodeKey *code_key = g_ptr_array_index (code_keys, i);

      at = put_number (at, code_key->version, 4);
      at = put_number (at, code_key->revoked ? FLAG_REVOKED : 0, 4);
      at = put_number (at, (guint64)code_key->created_at, 8);
      memcpy (at, code_key->key, sizeof code_key->key);
      at += sizeof code_key->key;
    }
}

/**
 * vouch_key_format_seal:
 * @lock: how the file is unlocked
 * @unlock: the unlock key, given or derived from the passphrase
 * @secrets: the keys
 * @code_keys: (element-type VouchCodeKey): the code keys, ascending
 *
 * Returns: (transfer full): the content of a key file
 */
GBytes *
vouch_key_format_seal (const VouchKeyLock *lock, const guint8 unlock[32], const VouchKeySecrets *secrets,
                       const GPtrArray *code_keys)
{
  gsize payload_size = sizeof *secrets + 4 + code_keys->len * CODE_KEY_SIZE;
  gsize box_size = crypto_secretbox_MACBYTES + payload_size;
  gsize size = BOX_AT + box_size + VOUCH_KEY_FORMAT_CHECKSUM_SIZE;
  guint8 *file = g_malloc (size);
  guint8 *payload = sodium_malloc (payload_size);
  guint8 key[crypto_secretbox_KEYBYTES];

  if (payload == NULL)
    g_error ("No locked memory left for the keys");
  put_head (file, lock);
  put_payload (payload, secrets, code_keys);
  derive_box_key (file, unlock, key);
  randombytes_buf (file + HEAD_SIZE, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy (file + BOX_AT, payload, payload_size, file + HEAD_SIZE, key);
  crypto_generichash (file + BOX_AT + box_size, VOUCH_KEY_FORMAT_CHECKSUM_SIZE, file, BOX_AT + box_size, NULL, 0);
  sodium_memzero (key, sizeof key);
  sodium_free (payload);
  return g_bytes_new_take (file, size);
}

static VouchKeyFormatResult
check_whole (const guint8 *file, gsize length)
{
  guint8 checksum[VOUCH_KEY_FORMAT_CHECKSUM_SIZE];
  gsize covered;

  if (length > MAGIC_SIZE && memcmp (file, FAMILY, strlen (FAMILY)) == 0 && memcmp (file, MAGIC, MAGIC_SIZE) != 0)
    return VOUCH_KEY_FORMAT_NEWER;
  if (length < BOX_AT + crypto_secretbox_MACBYTES + sizeof (VouchKeySecrets) + 4 + sizeof checksum ||
      memcmp (file, MAGIC, MAGIC_SIZE) != 0)
    return VOUCH_KEY_FORMAT_DAMAGED;
  covered = length - sizeof checksum;
  crypto_generichash (checksum, sizeof checksum, file, covered, NULL, 0);
  return memcmp (checksum, file + covered, sizeof checksum) == 0 ? VOUCH_KEY_FORMAT_OPENED : VOUCH_KEY_FORMAT_DAMAGED;
}

/**
 * vouch_key_format_read_lock:
 * @file: the content of a key file
 * @length: how many bytes
 * @lock: (out): how it is unlocked
 *
 * Returns: OPENED if the file is whole and @lock was read
 */
VouchKeyFormatResult
vouch_key_format_read_lock (const guint8 *file, gsize length, VouchKeyLock *lock)
{
  const guint8 *at = file + MAGIC_SIZE;
  VouchKeyFormatResult result;
  guint8 kind;

  vouch_seal_start ();
  result = check_whole (file, length);
  if (result != VOUCH_KEY_FORMAT_OPENED)
    return result;
  kind = *at++;
  lock->by_passphrase = kind == 1;
  memcpy (lock->salt, at, sizeof lock->salt);
  at += sizeof lock->salt;
  lock->passes = (guint32)take_number (&at, 4);
  lock->memory_kib = (guint32)take_number (&at, 4);
  if (kind > 1 || (kind == 1 && (lock->passes == 0 || lock->passes > PASSES_MAX || lock->memory_kib < 8 ||
                                 lock->memory_kib > MEMORY_KIB_MAX)))
    return VOUCH_KEY_FORMAT_DAMAGED;
  return VOUCH_KEY_FORMAT_OPENED;
}

static gboolean
take_payload (const guint8 *at, gsize length, VouchKeySecrets *secrets, GPtrArray *code_keys)
{
  guint32 last = 0;
  guint64 n_keys;

  memcpy (secrets, at, sizeof *secrets);
  at += sizeof *secrets;
  n_keys = take_number (&at, 4);
  if (n_keys == 0 || n_keys > VOUCH_CODE_VERSIONS_MAX || length != sizeof *secrets + 4 + n_keys * CODE_KEY_SIZE)
    return FALSE;
  for (guint i = 0; i < n_keys; i++)
    {
      guint32 version = (guint32)take_number (&at, 4);
      guint32 flags = (guint32)take_number (&at, 4);
      VouchCodeKey *code_key;

      if (version <= last || (flags & ~FLAG_REVOKED) != 0)
        return FALSE;
      last = version;
      code_key = vouch_code_key_new (version, (gint64)take_number (&at, 8));
      code_key->revoked = (flags & FLAG_REVOKED) != 0;
      memcpy (code_key->key, at, sizeof code_key->key);
      at += sizeof code_key->key;
      g_ptr_array_add (code_keys, code_key);
    }
  return TRUE;
}

/**
 * vouch_key_format_open:
 * @file: the content of a key file that vouch_key_format_read_lock() found whole
 * @length: how many bytes
 * @unlock: the unlock key
 * @secrets: (out): the keys
 * @code_keys: (element-type VouchCodeKey): an empty array that the code keys are added to
 *
 * Returns: OPENED, WRONG_KEY or DAMAGED
 */
VouchKeyFormatResult
vouch_key_format_open (const guint8 *file, gsize length, const guint8 unlock[32], VouchKeySecrets *secrets,
                       GPtrArray *code_keys)
{
  gsize box_size = length - BOX_AT - VOUCH_KEY_FORMAT_CHECKSUM_SIZE;
  gsize payload_size = box_size - crypto_secretbox_MACBYTES;
  guint8 *payload = sodium_malloc (payload_size);
  guint8 key[crypto_secretbox_KEYBYTES];
  VouchKeyFormatResult result = VOUCH_KEY_FORMAT_WRONG_KEY;

  if (payload == NULL)
    g_error ("No locked memory left for the keys");
  derive_box_key (file, unlock, key);
  if (crypto_secretbox_open_easy (payload, file + BOX_AT, box_size, file + HEAD_SIZE, key) == 0)
    result =
        take_payload (payload, payload_size, secrets, code_keys) ? VOUCH_KEY_FORMAT_OPENED : VOUCH_KEY_FORMAT_DAMAGED;
  sodium_memzero (key, sizeof key);
  sodium_free (payload);
  return result;
}
