#pragma once

#include "vouch-key-format-private.h"

G_BEGIN_DECLS

#define VOUCH_PASSPHRASE_PASSES 3
#define VOUCH_PASSPHRASE_MEMORY_KIB (64 * 1024)

gboolean vouch_passphrase_derive (const VouchKeyLock *lock, const char *passphrase, const char *path, guint8 unlock[32],
                                  GError **error);

G_END_DECLS
