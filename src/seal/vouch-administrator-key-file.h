#pragma once

#include "vouch-signer.h"

G_BEGIN_DECLS

/* An administrator's signing key, sealed under a passphrase in a file that is kept off the station. */
gboolean vouch_administrator_key_file_create (const char *path, const char *passphrase,
                                              guint8 public_key[VOUCH_SIGNER_PUBLIC_KEY_SIZE], GError **error);
VouchSigner *
vouch_administrator_key_file_open (const char *path, const char *passphrase, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
