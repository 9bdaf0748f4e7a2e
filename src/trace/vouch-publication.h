#pragma once

#include <glib.h>

#include "vouch-hash.h"
#include "vouch-signer.h"

G_BEGIN_DECLS

#define VOUCH_PUBLICATION_VERSION 1
#define VOUCH_PUBLICATION_MAX (4 * 1024 * 1024) /* bytes of a line */

/* What a body may be. A reader keeps and verifies types that it does not know. */
#define VOUCH_PUBLICATION_PUBLIC_RECORD "public-record"   /* JSON, see vouch-public-record.h */
#define VOUCH_PUBLICATION_CONTROL_RECORD "control-record" /* a sealed box, see vouch-control-record.h */
#define VOUCH_PUBLICATION_DOCUMENT "document"             /* a PDF, named by its SHA-256 in public records */
#define VOUCH_PUBLICATION_POLICY "policy"                 /* JSON, what the station promises customers */
#define VOUCH_PUBLICATION_TRUST "trust"                   /* JSON, see vouch-trust-record.h; outside the sequence */

/**
 * VouchPublication:
 * @station: the station's number, 1 to 1023
 * @epoch: from 1; a restored backup opens the next one
 * @seq: from 1, without gaps in an epoch; 0 only for trust, which stands outside the sequence
 * @prev: hash of the previous body of the epoch; 32 zero bytes before the first, and for trust
 * @type: (transfer full): what @body is; lower-case letters, digits and hyphens, at most 40
 * @body: (transfer full): the exact bytes
 * @signature: Ed25519 over every other field; filled by reading, ignored by writing
 *
 * One line of what a station tells the world: `{"v","station","epoch","seq","prev","type","body","sig"}`.
 */
typedef struct
{
  guint station;
  gint64 epoch;
  gint64 seq;
  guint8 prev[VOUCH_HASH_SIZE];
  char *type;
  GBytes *body;
  guint8 signature[VOUCH_SIGNATURE_SIZE];
} VouchPublication;

VouchPublication *vouch_publication_new (guint station, gint64 epoch, gint64 seq, const char *type,
                                         GBytes *body) G_GNUC_WARN_UNUSED_RESULT;
void vouch_publication_free (VouchPublication *self);
void vouch_publication_hash (const VouchPublication *self, guint8 hash[VOUCH_HASH_SIZE]);
/* The line, without a line feed; hash_out (nullable) is the next one's prev. */
char *vouch_publication_write (const VouchSigner *signer, const VouchPublication *self,
                               guint8 hash_out[VOUCH_HASH_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
VouchPublication *vouch_publication_read (const char *line, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_publication_verify (const VouchPublication *self, const guint8 public_key[VOUCH_SIGNER_PUBLIC_KEY_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPublication, vouch_publication_free)

G_END_DECLS
