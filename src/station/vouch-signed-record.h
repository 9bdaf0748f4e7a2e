#pragma once

#include "vouch-public-record.h"
#include "vouch-publication.h"
#include "vouch-signer.h"
#include "vouch-trust-record.h"

G_BEGIN_DECLS

/**
 * VouchRecordAuthority:
 * @key: by which a record has to be signed
 * @trust: (nullable): whose key it is, where that is known: the station and the epoch that it speaks for
 *
 * What a public record is held against.
 */
typedef struct
{
  guint8 key[VOUCH_SIGNER_PUBLIC_KEY_SIZE];
  VouchTrustRecord *trust;
} VouchRecordAuthority;

/**
 * VouchSignedRecord:
 * @publication: what was signed
 * @record: what it says of a lot
 *
 * A public record whose signature holds.
 */
typedef struct
{
  VouchPublication *publication;
  VouchPublicRecord *record;
} VouchSignedRecord;

char *vouch_signed_record_load_file (const char *path, gsize *length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean vouch_record_authority_take_key (VouchRecordAuthority *self, const char *hex, GError **error);
gboolean
vouch_record_authority_take_trust (VouchRecordAuthority *self, const char *line, gssize length, GError **error);
void vouch_record_authority_clear (VouchRecordAuthority *self);

VouchSignedRecord *vouch_signed_record_verify (const VouchRecordAuthority *authority, const char *line, gsize length,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_signed_record_dup_sentence (const VouchSignedRecord *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_signed_record_free (VouchSignedRecord *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchRecordAuthority, vouch_record_authority_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSignedRecord, vouch_signed_record_free)

G_END_DECLS
