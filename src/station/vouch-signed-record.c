#include "vouch-signed-record.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-moment.h"
#include "vouch-record-words.h"
#include "vouch-words.h"

/**
 * vouch_signed_record_load_file:
 * @path: a file: a record, or a station's trust line
 * @length: (out): bytes without white space at the end
 * @error: NOT_FOUND, INVALID or STORAGE for the file
 *
 * Returns: (transfer full) (nullable): what is in the file; a pipe or a device is none
 */
char *
vouch_signed_record_load_file (const char *path, gsize *length, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  char *content = NULL;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("%s is no file that can be read"), path);
  else if (g_file_info_get_size (info) > VOUCH_PUBLICATION_MAX)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("%s is too large to be a record"), path);
  else if (!g_file_load_contents (file, NULL, &content, length, NULL, NULL))
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be read"), path);
  while (content != NULL && *length > 0 && g_ascii_isspace (content[*length - 1]))
    content[--*length] = '\0';
  return content;
}

/**
 * vouch_record_authority_take_key:
 * @self: an authority of zeros
 * @hex: a station's public key, in lower-case hexadecimal digits
 * @error: INVALID if it is none
 *
 * Has records signed by a key, of whichever station.
 *
 * Returns: whether it is a key
 */
gboolean
vouch_record_authority_take_key (VouchRecordAuthority *self, const char *hex, GError **error)
{
  if (vouch_hex_read (hex, self->key, sizeof self->key))
    return TRUE;
  vouch_set_field_error (error, "public-key", VOUCH_ERROR_INVALID,
                         _ ("A station’s key has 64 lower-case hexadecimal digits"));
  return FALSE;
}

/**
 * vouch_record_authority_take_trust:
 * @self: an authority of zeros
 * @line: a station's trust line, as `vouch publish trust` gives it
 * @length: of it, bytes; -1 if it ends with a zero
 * @error: INVALID if it is none
 *
 * Has records signed by one station in one epoch.
 *
 * Returns: whether it is a trust line
 */
gboolean
vouch_record_authority_take_trust (VouchRecordAuthority *self, const char *line, gssize length, GError **error)
{
  self->trust = vouch_trust_record_read (line, length, error);
  if (self->trust == NULL)
    return FALSE;
  memcpy (self->key, g_bytes_get_data (self->trust->public_key, NULL), sizeof self->key);
  return TRUE;
}

void
vouch_record_authority_clear (VouchRecordAuthority *self)
{
  g_clear_pointer (&self->trust, vouch_trust_record_free);
}

/* Everything is said of the record only after its signature holds. */
static VouchPublicRecord *
verify (const VouchRecordAuthority *authority, const VouchPublication *publication, GError **error)
{
  const VouchTrustRecord *trust = authority->trust;
  gsize length;
  const char *body = g_bytes_get_data (publication->body, &length);

  if (trust != NULL && (publication->station != trust->station || publication->epoch != trust->epoch))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("The record is of station %d, epoch %d; the trust file is of station %d, epoch %d"),
                   (int)publication->station, (int)publication->epoch, (int)trust->station, (int)trust->epoch);
      return NULL;
    }
  if (!vouch_publication_verify (publication, authority->key))
    {
      vouch_set_field_error (error, "sig", VOUCH_ERROR_INVALID,
                             _ ("The signature does not fit: the record was changed, or another key signed it"));
      return NULL;
    }
  if (strcmp (publication->type, VOUCH_PUBLICATION_PUBLIC_RECORD) != 0)
    {
      vouch_set_field_error (error, "type", VOUCH_ERROR_INVALID, _ ("This is no public record but “%s”"),
                             publication->type);
      return NULL;
    }
  return vouch_public_record_from_json (body, (gssize)length, error);
}

/**
 * vouch_signed_record_verify:
 * @authority: whose signature it has to have
 * @line: a public record as the lookup service gives it
 * @length: of it, bytes
 * @error: INVALID if it is none, or its signature does not hold
 *
 * Checks a record without a network.
 *
 * Returns: (transfer full) (nullable): what was signed
 */
VouchSignedRecord *
vouch_signed_record_verify (const VouchRecordAuthority *authority, const char *line, gsize length, GError **error)
{
  g_autoptr (VouchPublication) publication = vouch_publication_read (line, (gssize)length, error);
  VouchPublicRecord *record = publication != NULL ? verify (authority, publication, error) : NULL;
  VouchSignedRecord *self;

  if (record == NULL)
    return NULL;
  self = g_new (VouchSignedRecord, 1);
  *self = (VouchSignedRecord){ g_steal_pointer (&publication), record };
  return self;
}

/**
 * vouch_signed_record_dup_sentence:
 * @self: a record whose signature holds
 *
 * Returns: (transfer full): what it says, and who signed it, in two lines
 */
char *
vouch_signed_record_dup_sentence (const VouchSignedRecord *self)
{
  const VouchPublicRecord *record = self->record;
  g_autofree char *published = vouch_moment_dup (record->published_at);
  const char *name = vouch_words_choose (record->product_name_en, record->product_name_zh);

  /* TRANSLATORS: lot, product, status, inspection's verdict, time; station, epoch, publication's number */
  return g_strdup_printf (_ ("Lot %s, %s: %s. Inspection: %s. As of %s\n"
                             "Signed by station %u, epoch %d, publication %d: the signature holds"),
                          record->lot, *name != '\0' ? name : "-", vouch_words_of_public_status (record->status),
                          vouch_words_of_public_verdict (record->verdict), published, self->publication->station,
                          (int)self->publication->epoch, (int)self->publication->seq);
}

void
vouch_signed_record_free (VouchSignedRecord *self)
{
  if (self == NULL)
    return;
  vouch_publication_free (self->publication);
  vouch_public_record_free (self->record);
  g_free (self);
}
