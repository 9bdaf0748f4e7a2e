#include "vouch-public-record.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-text.h"
#include "vouch-trace-address.h"
#include "vouch-trace-code.h"
#include "vouch-trace-json-private.h"

#define COUNT_MAX G_MAXINT32
#define OFFSET_MAX_S (14 * 3600)

static const char *const status_names[] = { "on_hold", "released", "withdrawn", "recalled", "expired", NULL };
static const char *const verdict_names[] = { "pending", "accepted", "concession", "partial", "rejected", NULL };

const VouchEnum vouch_public_statuses = { .names = status_names };
const VouchEnum vouch_public_verdicts = { .names = verdict_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPublicRecord, lot, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicRecord, gtin, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, rev, NUMBER, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicRecord, product_name_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, product_name_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, spec, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, brand, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, maker, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, origin, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, produced, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, expiry, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, standard, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, level, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, aql, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, code_letter, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, lot_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, sample_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, ac, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, re, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, nonconforming, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, received_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, inspected_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, released_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPublicRecord, verdict, vouch_public_verdicts, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchPublicRecord, status, vouch_public_statuses, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicRecord, status_since, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, recall_class, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, notice_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, notice_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, care_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, care_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, contact, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, host, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicRecord, published_at, TIME, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPublicRecord, utc_offset_s, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, report_sha256, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicRecord, report_size, NUMBER, VOUCH_FIELD_PLAIN),
};

const VouchRecordType vouch_public_record_type = {
  .name = "public_record",
  .size = sizeof (VouchPublicRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

VouchPublicRecord *
vouch_public_record_new (void)
{
  VouchPublicRecord *self = vouch_record_new (&vouch_public_record_type);

  self->certificates = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_public_certificate_free);
  return self;
}

void
vouch_public_record_free (VouchPublicRecord *self)
{
  if (self != NULL)
    g_ptr_array_unref (self->certificates);
  vouch_record_free (&vouch_public_record_type, self);
}

static gboolean
refuse (const char *name, GError **error)
{
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” is missing or not what it should be"), name);
  return FALSE;
}

static gboolean
check_counts (const VouchPublicRecord *self, GError **error)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } counts[] = {
    { "lot_size", G_STRUCT_OFFSET (VouchPublicRecord, lot_size) },
    { "sample_size", G_STRUCT_OFFSET (VouchPublicRecord, sample_size) },
    { "ac", G_STRUCT_OFFSET (VouchPublicRecord, ac) },
    { "re", G_STRUCT_OFFSET (VouchPublicRecord, re) },
    { "nonconforming", G_STRUCT_OFFSET (VouchPublicRecord, nonconforming) },
    { "report_size", G_STRUCT_OFFSET (VouchPublicRecord, report_size) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      gint64 count = G_STRUCT_MEMBER (gint64, self, counts[i].offset);

      if (count < 0 || count > COUNT_MAX)
        return refuse (counts[i].name, error);
    }
  return TRUE;
}

/* What is shown on one line must be one. */
static gboolean
check_lines (const VouchPublicRecord *self, GError **error)
{
  static const char *const many_lines[] = { "notice_en", "notice_zh", "care_en", "care_zh", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == VOUCH_FIELD_TEXT && !g_strv_contains (many_lines, fields[i].name) &&
        !vouch_text_check_line (VOUCH_RECORD_TEXT (&fields[i], self), fields[i].name, VOUCH_TEXT_NAME_MAX, error))
      return FALSE;
  return TRUE;
}

/* A report has a hash and a size, or neither. */
static gboolean
check_papers (const VouchPublicRecord *self, GError **error)
{
  if (self->report_sha256 != NULL && g_bytes_get_size (self->report_sha256) != 32)
    return refuse ("report_sha256", error);
  if ((self->report_sha256 != NULL) != (self->report_size > 0) || self->report_size > VOUCH_PUBLIC_REPORT_MAX)
    return refuse ("report_size", error);
  if (self->certificates->len > VOUCH_PUBLIC_CERTIFICATES_MAX)
    return refuse ("certificates", error);
  for (guint i = 0; i < self->certificates->len; i++)
    if (!vouch_public_certificate_check (g_ptr_array_index (self->certificates, i), error))
      return FALSE;
  return TRUE;
}

/**
 * vouch_public_record_check:
 * @self: a record
 * @error: INVALID, naming the field
 *
 * Returns: whether the record may be published
 */
gboolean
vouch_public_record_check (const VouchPublicRecord *self, GError **error)
{
  if (!vouch_record_check (&vouch_public_record_type, self, error) || !check_lines (self, error) ||
      !check_counts (self, error))
    return FALSE;
  if (!vouch_trace_lot_number_is_valid (self->lot))
    return refuse ("lot", error);
  if (self->gtin != NULL && !vouch_trace_gtin_is_valid (self->gtin))
    return refuse ("gtin", error);
  if (self->rev < 1 || self->rev > VOUCH_TRACE_JSON_NUMBER_MAX)
    return refuse ("rev", error);
  if (!vouch_trace_host_is_valid (self->host))
    return refuse ("host", error);
  if (ABS (self->utc_offset_s) > OFFSET_MAX_S || self->utc_offset_s % 60 != 0)
    return refuse ("utc_offset_s", error);
  return check_papers (self, error);
}

/**
 * vouch_public_record_to_json:
 * @self: a record that vouch_public_record_check() lets pass
 *
 * Returns: (transfer full): one line of JSON, the body of a publication
 */
char *
vouch_public_record_to_json (const VouchPublicRecord *self)
{
  JsonNode *root = vouch_trace_json_write_record (&vouch_public_record_type, self, (int)self->utc_offset_s);
  JsonArray *array = self->certificates->len > 0 ? json_array_new () : NULL;

  for (guint i = 0; i < self->certificates->len; i++)
    json_array_add_element (array, vouch_trace_json_write_record (&vouch_public_certificate_type,
                                                                  g_ptr_array_index (self->certificates, i),
                                                                  (int)self->utc_offset_s));
  if (self->report_sha256 == NULL)
    json_object_remove_member (json_node_get_object (root), "report_size");
  if (array != NULL)
    json_object_set_array_member (json_node_get_object (root), "certificates", array);
  return vouch_trace_json_to_text (root);
}

/* A record from before there were certificates has none. */
static gboolean
read_certificates (VouchPublicRecord *self, JsonObject *object, GError **error)
{
  JsonArray *array;

  if (!json_object_has_member (object, "certificates"))
    return TRUE;
  array = vouch_trace_json_get_array (object, "certificates", error);
  if (array == NULL || json_array_get_length (array) > VOUCH_PUBLIC_CERTIFICATES_MAX)
    return array != NULL && refuse ("certificates", error);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = vouch_trace_json_get_element (array, i, "certificates", error);
      g_autoptr (VouchPublicCertificate) certificate = vouch_public_certificate_new ();

      if (element == NULL ||
          !vouch_trace_json_read_record (&vouch_public_certificate_type, element, certificate, error))
        return FALSE;
      g_ptr_array_add (self->certificates, g_steal_pointer (&certificate));
    }
  return TRUE;
}

/**
 * vouch_public_record_from_json:
 * @json: what vouch_public_record_to_json() wrote, maybe of a newer version with more members
 * @length: how many bytes, or -1 up to the NUL
 * @error: INVALID, naming the member
 *
 * Returns: (transfer full) (nullable): the record
 */
VouchPublicRecord *
vouch_public_record_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (VouchPublicRecord) self = vouch_public_record_new ();
  g_autoptr (JsonNode) root = vouch_trace_json_parse (json, length < 0 ? strlen (json) : (gsize)length, error);

  if (root == NULL ||
      !vouch_trace_json_read_record (&vouch_public_record_type, json_node_get_object (root), self, error) ||
      !read_certificates (self, json_node_get_object (root), error) || !vouch_public_record_check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
