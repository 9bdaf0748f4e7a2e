#pragma once

#include "vouch-trust-record.h"

G_BEGIN_DECLS

#define VOUCH_TAKEOVER_MAX (64 * 1024) /* bytes of a line */

/**
 * VouchTakeover:
 * @trust: what the station says of its new epoch, signed by the station
 * @administrator: the Ed25519 key of who signed that
 * @hash: the hash of @trust as a publication, by which a line is known again
 *
 * By which a lookup service believes a station's new epoch without its operator: a trust line with the signature of
 * an administrator whose key the service was given with an earlier epoch.
 */
typedef struct
{
  VouchTrustRecord *trust;
  guint8 administrator[VOUCH_SIGNER_PUBLIC_KEY_SIZE];
  guint8 hash[VOUCH_HASH_SIZE];
} VouchTakeover;

char *vouch_takeover_write (const char *trust_line, const VouchSigner *administrator) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_takeover_is_one (const char *line, gsize length);
VouchTakeover *vouch_takeover_read (const char *line, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_takeover_free (VouchTakeover *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchTakeover, vouch_takeover_free)

G_END_DECLS
