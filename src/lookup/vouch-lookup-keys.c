#include "vouch-lookup-keys.h"

#include "vouch-base32.h"
#include "vouch-canon.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-sealed-box.h"
#include "vouch-secret-file.h"

struct _VouchLookupKeys
{
  guint8 public_key[VOUCH_BOX_KEY_SIZE];
  guint8 secret_key[VOUCH_BOX_KEY_SIZE];
  guint8 case_key[VOUCH_HASH_SIZE];
};

static void
derive (const guint8 seed[VOUCH_SECRET_SIZE], const char *purpose, guint8 key[VOUCH_HASH_SIZE])
{
  vouch_hash (seed, VOUCH_SECRET_SIZE, purpose, strlen (purpose), key, VOUCH_HASH_SIZE);
}

static gboolean
load_seed (const char *data_dir, guint8 seed[VOUCH_SECRET_SIZE], GError **error)
{
  g_autofree char *path = g_build_filename (data_dir, "lookup-keys", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return vouch_secret_file_read (path, seed, error);
  return vouch_secret_file_create (path, seed, error);
}

/**
 * vouch_lookup_keys_open:
 * @data_dir: the service's folder
 * @error: STORAGE if the seed cannot be read, or is readable for others
 *
 * Opens the service's keys, and makes them on first use.
 *
 * Returns: (transfer full) (nullable): the keys
 */
VouchLookupKeys *
vouch_lookup_keys_open (const char *data_dir, GError **error)
{
  g_autoptr (VouchLookupKeys) self = g_new0 (VouchLookupKeys, 1);
  guint8 seed[VOUCH_SECRET_SIZE];
  guint8 box_seed[VOUCH_HASH_SIZE];

  if (!load_seed (data_dir, seed, error))
    return NULL;
  derive (seed, "vouch/lookup/box", box_seed);
  derive (seed, "vouch/lookup/case", self->case_key);
  vouch_box_key_pair (box_seed, self->public_key, self->secret_key);
  vouch_wipe (seed, sizeof seed);
  vouch_wipe (box_seed, sizeof box_seed);
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_keys_free:
 * @self: (nullable): keys
 *
 * Wipes and frees the keys.
 */
void
vouch_lookup_keys_free (VouchLookupKeys *self)
{
  if (self == NULL)
    return;
  vouch_wipe (self, sizeof *self);
  g_free (self);
}

/**
 * vouch_lookup_keys_get_public:
 * @self: the keys
 *
 * Gets the X25519 public key.
 *
 * Returns: 32 bytes, lent
 */
const guint8 *
vouch_lookup_keys_get_public (const VouchLookupKeys *self)
{
  return self->public_key;
}

/**
 * vouch_lookup_keys_get_secret:
 * @self: the keys
 *
 * Gets the X25519 secret key.
 *
 * Returns: 32 bytes, lent
 */
const guint8 *
vouch_lookup_keys_get_secret (const VouchLookupKeys *self)
{
  return self->secret_key;
}

/**
 * vouch_lookup_keys_dup_public_hex:
 * @self: the keys
 *
 * Writes the public key as stations ask for it.
 *
 * Returns: (transfer full): 64 lower-case hex digits
 */
char *
vouch_lookup_keys_dup_public_hex (const VouchLookupKeys *self)
{
  return vouch_hex_write (self->public_key, sizeof self->public_key);
}

/**
 * vouch_lookup_keys_case_secret:
 * @self: the keys
 * @id: a case's id
 * @secret: (out caller-allocates): 16 base-32 digits, 80 bits
 *
 * Derives what the customer shows to see a case's status. It is never stored, so it cannot be stolen with the database.
 */
void
vouch_lookup_keys_case_secret (const VouchLookupKeys *self, gint64 id, char secret[17])
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-lookup-case/1");
  g_autoptr (GBytes) message = NULL;
  guint8 hash[16];

  vouch_canon_number (canon, id);
  message = vouch_canon_end (canon);
  vouch_hash (self->case_key, sizeof self->case_key, g_bytes_get_data (message, NULL), g_bytes_get_size (message), hash,
              sizeof hash);
  for (guint i = 0; i < 16; i++)
    secret[i] = vouch_base32_digit (hash[i] & 31);
  secret[16] = '\0';
}
