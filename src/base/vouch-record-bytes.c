/* A record as bytes: canonical ones, for digests and signatures, and such as it is made from again. */
#include "vouch-record.h"

/* An encoded record: the type's name and the value of each field, in order, as in canonical bytes. */
#define ENCODING_LABEL "vouch-record/1"

static const char *
hash_personal (const VouchRecordType *type, gconstpointer record, const char *text, char **hash)
{
  GBytes *salt = NULL;
  gsize length = 0;
  const guint8 *key = NULL;

  if (text == NULL)
    return NULL;
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & VOUCH_FIELD_SALT)
      salt = VOUCH_RECORD_BYTES (&type->fields[i], record);
  if (salt != NULL)
    key = g_bytes_get_data (salt, &length);
  *hash = g_compute_hmac_for_string (G_CHECKSUM_SHA256, key != NULL ? key : (const guint8 *)"", length, text, -1);
  return *hash;
}

static void
write_field_canon (const VouchRecordType *type, const VouchField *field, gconstpointer record, VouchCanon *canon)
{
  g_autofree char *hash = NULL;
  const char *text;

  switch (field->kind)
    {
    case VOUCH_FIELD_TEXT:
      text = VOUCH_RECORD_TEXT (field, record);
      if (field->flags & VOUCH_FIELD_PERSONAL)
        text = hash_personal (type, record, text, &hash);
      vouch_canon_text (canon, text);
      break;
    case VOUCH_FIELD_BYTES:
      if (VOUCH_RECORD_BYTES (field, record) == NULL)
        vouch_canon_text (canon, NULL);
      else
        vouch_canon_bytes (canon, g_bytes_get_data (VOUCH_RECORD_BYTES (field, record), NULL),
                           g_bytes_get_size (VOUCH_RECORD_BYTES (field, record)));
      break;
    case VOUCH_FIELD_ENUM:
      vouch_canon_text (canon, vouch_enum_get_name (field->values, (int)vouch_record_get_number (field, record)));
      break;
    case VOUCH_FIELD_ID:
    case VOUCH_FIELD_QUANTITY:
    case VOUCH_FIELD_NUMBER:
    case VOUCH_FIELD_DATE:
    case VOUCH_FIELD_TIME:
    case VOUCH_FIELD_FLAG:
    default:
      vouch_canon_number (canon, vouch_record_get_number (field, record));
    }
}

static gboolean
has_value (const VouchField *field, gconstpointer record)
{
  if (field->kind == VOUCH_FIELD_TEXT)
    return VOUCH_RECORD_TEXT (field, record) != NULL;
  if (field->kind == VOUCH_FIELD_BYTES)
    return VOUCH_RECORD_BYTES (field, record) != NULL;
  return vouch_record_get_number (field, record) != 0;
}

/**
 * vouch_record_write_canon:
 * @type: a record type
 * @record: a record of that type
 * @canon: where to write
 *
 * Writes the record's name and every field but secrets. Personal texts are written as HMAC-SHA256 under the record's
 * salt; enumerations by name. A field that was added later is written after its name, and only where it has a value.
 */
void
vouch_record_write_canon (const VouchRecordType *type, gconstpointer record, VouchCanon *canon)
{
  vouch_canon_text (canon, type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const VouchField *field = &type->fields[i];

      if (field->flags & VOUCH_FIELD_SECRET)
        continue;
      if (field->flags & VOUCH_FIELD_ADDED)
        {
          if (!has_value (field, record))
            continue;
          vouch_canon_text (canon, field->name);
        }
      write_field_canon (type, field, record, canon);
    }
}

/**
 * vouch_record_encode:
 * @type: a record type
 * @record: a record of that type
 *
 * Returns: (transfer full): bytes from which vouch_record_decode() makes the record again, without its secrets
 */
GBytes *
vouch_record_encode (const VouchRecordType *type, gconstpointer record)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new (ENCODING_LABEL);

  vouch_canon_text (canon, type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const VouchField *field = &type->fields[i];
      GBytes *bytes;

      if (field->flags & VOUCH_FIELD_SECRET)
        continue;
      if (field->kind == VOUCH_FIELD_TEXT)
        vouch_canon_text (canon, VOUCH_RECORD_TEXT (field, record));
      else if (field->kind != VOUCH_FIELD_BYTES)
        vouch_canon_number (canon, vouch_record_get_number (field, record));
      else if ((bytes = VOUCH_RECORD_BYTES (field, record)) == NULL)
        vouch_canon_text (canon, NULL);
      else
        vouch_canon_bytes (canon, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  return vouch_canon_end (canon);
}

typedef struct
{
  const guint8 *at;
  gsize left;
} Reader;

static gboolean
take_number (Reader *reader, gint64 *number)
{
  gint64 big;

  if (reader->left < sizeof big)
    return FALSE;
  memcpy (&big, reader->at, sizeof big);
  *number = GINT64_FROM_BE (big);
  reader->at += sizeof big;
  reader->left -= sizeof big;
  return TRUE;
}

/* *bytes is NULL where the value is none. */
static gboolean
take_bytes (Reader *reader, const guint8 **bytes, gsize *length)
{
  guint32 big;

  if (reader->left < sizeof big)
    return FALSE;
  memcpy (&big, reader->at, sizeof big);
  reader->at += sizeof big;
  reader->left -= sizeof big;
  big = GUINT32_FROM_BE (big);
  *bytes = NULL;
  *length = 0;
  if (big == G_MAXUINT32)
    return TRUE;
  if (reader->left < big)
    return FALSE;
  *bytes = reader->at;
  *length = big;
  reader->at += big;
  reader->left -= big;
  return TRUE;
}

static gboolean
take_expected (Reader *reader, const char *expected)
{
  const guint8 *bytes;
  gsize length;

  return take_bytes (reader, &bytes, &length) && bytes != NULL && length == strlen (expected) &&
         memcmp (bytes, expected, length) == 0;
}

static gboolean
take_field (Reader *reader, const VouchField *field, gpointer record)
{
  const guint8 *bytes;
  gsize length;
  gint64 number;

  if (field->kind != VOUCH_FIELD_TEXT && field->kind != VOUCH_FIELD_BYTES)
    {
      if (!take_number (reader, &number))
        return FALSE;
      vouch_record_set_number (field, record, number);
      return TRUE;
    }
  if (!take_bytes (reader, &bytes, &length))
    return FALSE;
  if (bytes != NULL && field->kind == VOUCH_FIELD_TEXT)
    VOUCH_RECORD_TEXT (field, record) = g_strndup ((const char *)bytes, length);
  else if (bytes != NULL)
    VOUCH_RECORD_BYTES (field, record) = g_bytes_new (bytes, length);
  return TRUE;
}

/**
 * vouch_record_decode:
 * @type: a record type
 * @bytes: what vouch_record_encode() made of a record of this type; fields appended to the type since are none
 *
 * Returns: (transfer full) (nullable): the record, or %NULL where @bytes are of another type or damaged
 */
gpointer
vouch_record_decode (const VouchRecordType *type, GBytes *bytes)
{
  Reader reader = { NULL, 0 };
  gpointer record;

  reader.at = g_bytes_get_data (bytes, &reader.left);
  if (!take_expected (&reader, ENCODING_LABEL) || !take_expected (&reader, type->name))
    return NULL;
  record = vouch_record_new (type);
  for (guint i = 0; i < type->n_fields && reader.left > 0; i++)
    {
      if (type->fields[i].flags & VOUCH_FIELD_SECRET)
        continue;
      if (!take_field (&reader, &type->fields[i], record))
        {
          vouch_record_free (type, record);
          return NULL;
        }
    }
  return record;
}
