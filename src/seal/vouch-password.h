#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_PEPPER_SIZE 32
#define VOUCH_PASSWORD_MAX 1024 /* bytes */

/* Argon2id, 64 MiB, 3 passes; the pepper lives in the key file, outside the database. Each call takes 0.1 to 1 s and
 * must stay off the main thread. */
char *vouch_password_hash (const char *password, const guint8 pepper[VOUCH_PEPPER_SIZE],
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_password_verify (const char *hash, const char *password, const guint8 pepper[VOUCH_PEPPER_SIZE]);
gboolean vouch_password_needs_rehash (const char *hash);

G_END_DECLS
