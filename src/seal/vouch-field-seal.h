#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_FIELD_KEY_SIZE 32

/* Personal texts in the database: sealed under the key file's field key, their length hidden up to 32 bytes. */
GBytes *vouch_field_seal (const guint8 key[VOUCH_FIELD_KEY_SIZE], const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *
vouch_field_open (const guint8 key[VOUCH_FIELD_KEY_SIZE], GBytes *sealed, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
