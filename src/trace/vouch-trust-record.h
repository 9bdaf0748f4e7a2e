#pragma once

#include <glib.h>

#include "vouch-publication.h"
#include "vouch-record.h"

G_BEGIN_DECLS

#define VOUCH_TRUST_ADMINISTRATORS_MAX 32

/**
 * VouchTrustRecord:
 * @station: the station's number, 1 to 1023
 * @name: (nullable): what people call the station
 * @public_key: the Ed25519 key that its publications verify with, 32 bytes
 * @desk_key: (nullable): the service desk's X25519 key, to which customers' contacts are sealed, 32 bytes
 * @host: (nullable): the host name of its addresses
 * @epoch: the epoch that it publishes in
 * @created_at: Unix microseconds, UTC
 * @administrators: (nullable): the Ed25519 keys of administrators, 32 bytes each, by which a later epoch may be taken
 *   over; %NULL where the record does not say, which changes none
 *
 * What an administrator carries to the lookup service so that it trusts a station (`vouch-lookup trust FILE`): the
 * body of a publication of type "trust", signed by the key that it names.
 */
typedef struct
{
  gint64 station;
  char *name;
  GBytes *public_key;
  GBytes *desk_key;
  char *host;
  gint64 epoch;
  gint64 created_at;
  GBytes *administrators;
} VouchTrustRecord;

VOUCH_DECLARE_RECORD (VouchTrustRecord, vouch_trust_record)

/* The whole content of a trust file, one line without a line feed; fills public_key and signs. */
char *vouch_trust_record_write (VouchTrustRecord *self, const VouchSigner *signer) G_GNUC_WARN_UNUSED_RESULT;
VouchTrustRecord *vouch_trust_record_read (const char *line, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
