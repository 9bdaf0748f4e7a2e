#pragma once

#include "vouch-key-file.h"
#include "vouch-key-format-private.h"
#include "vouch-sealed-box.h"
#include "vouch-secret-file.h"

G_BEGIN_DECLS

/* What must not be swapped out or left behind, in one piece of locked memory. */
typedef struct
{
  VouchKeySecrets secrets;
  guint8 unlock[VOUCH_SECRET_SIZE];
  guint8 desk_public_key[VOUCH_BOX_KEY_SIZE];
  guint8 desk_secret_key[VOUCH_BOX_KEY_SIZE];
} VouchLockedKeys;

struct _VouchKeyFile
{
  char *path;
  VouchKeyLock lock;
  VouchLockedKeys *locked;
  VouchSigner *signer;

  GMutex mutex;         /* of what follows */
  GPtrArray *code_keys; /* (element-type VouchCodeKey), ascending; each at its place for good, for it is lent */
  guint8 checksum[VOUCH_KEY_FORMAT_CHECKSUM_SIZE]; /* of the file as we know it */
};

VouchKeyFile *vouch_key_file_alloc (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_key_file_derive_unlock (VouchKeyFile *self, const char *passphrase, GError **error);
void vouch_key_file_derive (VouchKeyFile *self);
void vouch_key_file_remember (VouchKeyFile *self, const guint8 *file, gsize length);

G_END_DECLS
