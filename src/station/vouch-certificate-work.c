#include "vouch-certificate-work.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "vouch-certificate-store.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lot.h"
#include "vouch-public-record.h"
#include "vouch-publish-work.h"
#include "vouch-row.h"
#include "vouch-text.h"

#define FILE_MAX (64 * 1024 * 1024)

static const VouchField request_fields[] = {
  VOUCH_FIELD (VouchCertificateRequest, lot_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchCertificateRequest, kind, vouch_certificate_kind_values, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCertificateRequest, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCertificateRequest, issuer, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCertificateRequest, issued, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCertificateRequest, sha256, BYTES, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCertificateRequest, size, NUMBER, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchCertificateRequest, vouch_certificate_request, "certificate_request", request_fields)

/**
 * vouch_certificate_fill_from_file:
 * @request: where hash and size go
 * @path: the paper's file, of any kind
 * @error: NOT_FOUND or INVALID for the file
 *
 * Returns: whether the file was read
 */
gboolean
vouch_certificate_fill_from_file (VouchCertificateRequest *request, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *hex = NULL;
  guint8 hash[32];

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
      g_file_info_get_size (info) <= FILE_MAX)
    content = g_file_load_bytes (file, NULL, NULL, NULL);
  if (content == NULL)
    {
      vouch_set_field_error (error, "file", VOUCH_ERROR_NOT_FOUND, _ ("%s is no file that can be read"), path);
      return FALSE;
    }
  hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_clear_pointer (&request->sha256, g_bytes_unref);
  request->sha256 = vouch_hex_read (hex, hash, sizeof hash) ? g_bytes_new (hash, sizeof hash) : NULL;
  request->size = (gint64)g_bytes_get_size (content);
  return TRUE;
}

static gboolean
check_request (const VouchCertificateRequest *request, GError **error)
{
  if (!vouch_text_check_line (request->number, "number", VOUCH_TEXT_NAME_MAX, error) ||
      !vouch_text_check_line (request->issuer, "issuer", VOUCH_TEXT_NAME_MAX, error))
    return FALSE;
  if (g_bytes_get_size (request->sha256) == 32 && request->size > 0)
    return TRUE;
  vouch_set_field_error (error, "sha256", VOUCH_ERROR_INVALID,
                         _ ("A certificate’s file has a SHA-256 of 64 hexadecimal digits, and is not empty"));
  return FALSE;
}

static gboolean
check_others (VouchAct *act, const VouchCertificateRequest *request, GError **error)
{
  g_autoptr (GPtrArray) others = vouch_certificate_store_list (act->conn, request->lot_id, error);

  for (guint i = 0; others != NULL && i < others->len; i++)
    if (g_bytes_equal (((const VouchCertificate *)g_ptr_array_index (others, i))->sha256, request->sha256))
      {
        vouch_set_field_error (error, "sha256", VOUCH_ERROR_CONFLICT,
                               _ ("This file is among the lot’s papers already"));
        return FALSE;
      }
  if (others != NULL && others->len >= VOUCH_PUBLIC_CERTIFICATES_MAX)
    {
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_INVALID,
                             _ ("There are %d certificates already; that is enough"), VOUCH_PUBLIC_CERTIFICATES_MAX);
      return FALSE;
    }
  return others != NULL;
}

static gboolean
add (VouchAct *act, gconstpointer data, gpointer answer, GError **error)
{
  const VouchCertificateRequest *request = data;
  g_autoptr (VouchLot) lot = vouch_row_load (act->conn, &vouch_lot_type, request->lot_id, error);
  g_autoptr (VouchCertificate) certificate = vouch_certificate_new ();

  if (lot == NULL || !check_request (request, error) || !check_others (act, request, error))
    return FALSE;
  certificate->id = vouch_act_next_id (act);
  certificate->lot_id = lot->id;
  certificate->kind = request->kind;
  certificate->number = g_strdup (request->number);
  certificate->issuer = g_strdup (request->issuer);
  certificate->issued = request->issued;
  certificate->sha256 = g_bytes_ref (request->sha256);
  certificate->size = request->size;
  certificate->added_by = vouch_act_get_actor_id (act);
  certificate->added_at = vouch_act_get_now (act);
  return vouch_act_insert (act, &vouch_certificate_type, certificate, error) &&
         vouch_publish_change (act, lot->id, error);
}

const VouchUseCase vouch_certificate_add = {
  .name = "certificate.add",
  .permission = VOUCH_PERMISSION_ATTACH,
  .request = &vouch_certificate_request_type,
  .answer = &vouch_done_type,
  .act = add,
};
