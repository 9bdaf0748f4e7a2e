#include <glib.h>
#include <stdint.h>

#include "vouch-control-record.h"
#include "vouch-public-record.h"
#include "vouch-publication.h"
#include "vouch-takeover.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const guint8 seed[VOUCH_SIGNER_SEED_SIZE] = { 1 };

/* Whatever was read can be signed and written, and then reads the same. */
static void
check_publication (const VouchPublication *publication)
{
  g_autoptr (VouchSigner) signer = vouch_signer_new (seed);
  g_autofree char *line = vouch_publication_write (signer, publication, NULL);
  g_autoptr (VouchPublication) again = vouch_publication_read (line, -1, NULL);

  g_assert_nonnull (again);
  g_assert_true (g_bytes_equal (again->body, publication->body));
  g_assert_true (vouch_publication_verify (again, vouch_signer_get_public_key (signer)));
}

static void
check_public_record (const VouchPublicRecord *record)
{
  g_autofree char *json = vouch_public_record_to_json (record);
  g_autoptr (VouchPublicRecord) again = vouch_public_record_from_json (json, -1, NULL);
  g_autofree char *same = NULL;

  g_assert_nonnull (again);
  same = vouch_public_record_to_json (again);
  g_assert_cmpstr (same, ==, json);
}

static void
check_control_record (const VouchControlRecord *record)
{
  g_autoptr (GBytes) bytes = vouch_control_record_to_bytes (record);
  g_autoptr (VouchControlRecord) again = vouch_control_record_from_bytes (bytes, NULL);
  g_autoptr (GBytes) same = NULL;

  g_assert_nonnull (again);
  same = vouch_control_record_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, same));
  vouch_control_record_find_unit (record, "0123456789ABCDEF", NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (VouchPublication) publication = vouch_publication_read ((const char *)data, (gssize)size, NULL);
  g_autoptr (VouchPublicRecord) public_record = vouch_public_record_from_json ((const char *)data, (gssize)size, NULL);
  g_autoptr (VouchControlRecord) control_record = vouch_control_record_from_bytes (bytes, NULL);
  g_autoptr (VouchTrustRecord) trust = vouch_trust_record_read ((const char *)data, (gssize)size, NULL);
  g_autoptr (VouchTakeover) takeover = vouch_takeover_read ((const char *)data, (gssize)size, NULL);

  if (publication != NULL)
    check_publication (publication);
  if (public_record != NULL)
    check_public_record (public_record);
  if (control_record != NULL)
    check_control_record (control_record);
  return 0;
}
