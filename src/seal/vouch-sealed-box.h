#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_BOX_SEED_SIZE 32
#define VOUCH_BOX_KEY_SIZE 32

/* X25519 sealed boxes: anybody who has the public key seals, only the owner of the secret key opens. */
void vouch_box_key_pair (const guint8 seed[VOUCH_BOX_SEED_SIZE], guint8 public_key[VOUCH_BOX_KEY_SIZE],
                         guint8 secret_key[VOUCH_BOX_KEY_SIZE]);
GBytes *
vouch_box_seal (const guint8 public_key[VOUCH_BOX_KEY_SIZE], const void *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_box_open (const guint8 public_key[VOUCH_BOX_KEY_SIZE], const guint8 secret_key[VOUCH_BOX_KEY_SIZE],
                        GBytes *sealed, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
