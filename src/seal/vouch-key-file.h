#pragma once

#include <glib.h>

#include "vouch-signer.h"

G_BEGIN_DECLS

#define VOUCH_CODE_KEY_SIZE 32
#define VOUCH_CODE_VERSIONS_MAX 1000

/**
 * VouchKeyFile:
 *
 * The station's keys: one file, sealed under an unlock key that is kept in another directory (or derived from a
 * passphrase), and the opened keys in locked memory. What the getters lend stays valid, and at its place, until the
 * key file is freed; reading is safe from any thread while another thread adds or revokes a code key.
 */
typedef struct _VouchKeyFile VouchKeyFile;

VouchKeyFile *
vouch_key_file_create (const char *path, const char *unlock_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchKeyFile *vouch_key_file_create_at (const char *path, const char *unlock_path, gint64 created_at,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchKeyFile *vouch_key_file_create_with_passphrase (const char *path, const char *passphrase, gint64 created_at,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchKeyFile *vouch_key_file_open (const char *path, const char *unlock_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchKeyFile *vouch_key_file_open_with_passphrase (const char *path, const char *passphrase,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_key_file_free (VouchKeyFile *self);

const guint8 *vouch_key_file_get_audit_key (VouchKeyFile *self);       /* 32: the audit chain's keyed hash */
const guint8 *vouch_key_file_get_pepper (VouchKeyFile *self);          /* 32: passwords and PINs */
const guint8 *vouch_key_file_get_field_key (VouchKeyFile *self);       /* 32: vouch_field_seal () */
const guint8 *vouch_key_file_get_desk_public_key (VouchKeyFile *self); /* 32: X25519, customers' contacts */
const guint8 *vouch_key_file_get_desk_secret_key (VouchKeyFile *self); /* 32 */
VouchSigner *vouch_key_file_get_signer (VouchKeyFile *self);           /* Ed25519: publications and anchors */

guint vouch_key_file_get_code_version (VouchKeyFile *self);
const guint8 *vouch_key_file_get_code_key (VouchKeyFile *self, guint version);
gboolean vouch_key_file_code_key_is_revoked (VouchKeyFile *self, guint version);
gint64 vouch_key_file_get_code_key_created_at (VouchKeyFile *self, guint version);
gboolean vouch_key_file_add_code_key (VouchKeyFile *self, guint *version, GError **error);
gboolean vouch_key_file_add_code_key_at (VouchKeyFile *self, gint64 created_at, guint *version, GError **error);
gboolean vouch_key_file_add_code_key_as (VouchKeyFile *self, guint version, gint64 created_at, GError **error);
gboolean vouch_key_file_revoke_code_key (VouchKeyFile *self, guint version, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchKeyFile, vouch_key_file_free)

G_END_DECLS
