#include "vouch-lookup-problem.h"

#include <string.h>

#include "vouch-canon.h"
#include "vouch-error.h"
#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-lookup-photo.h"
#include "vouch-sealed-box.h"
#include "vouch-text.h"

const char *const vouch_lookup_problem_kinds[] = { "quality", "damaged", "wrong", "fake", "safety", "other", NULL };

/* The messages of this file are for the log; the page says what to do in the customer's language, by the field. */
static gboolean
refuse (GError **error, const char *field)
{
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, "The report's %s cannot be taken", field);
  return FALSE;
}

static gboolean
read_code (VouchLookupProblem *self, const VouchLookupForm *form, GError **error)
{
  g_autofree char *lot = vouch_lookup_form_dup_typed (form, "lot");
  g_autofree char *serial = vouch_lookup_form_dup_typed (form, "serial");

  if (*lot != '\0' && !vouch_lookup_lot_fold (lot, strlen (lot), self->lot))
    return refuse (error, "lot");
  if (*serial != '\0' && !vouch_lookup_code_fold (serial, strlen (serial), 16, self->serial))
    return refuse (error, "serial");
  return TRUE;
}

static gboolean
read_kind (VouchLookupProblem *self, const VouchLookupForm *form, GError **error)
{
  const char *kind = vouch_lookup_form_get (form, "kind");

  for (gsize i = 0; kind != NULL && vouch_lookup_problem_kinds[i] != NULL; i++)
    if (strcmp (kind, vouch_lookup_problem_kinds[i]) == 0)
      self->kind = vouch_lookup_problem_kinds[i];
  return self->kind != NULL || refuse (error, "kind");
}

static gboolean
read_text (VouchLookupProblem *self, const VouchLookupForm *form, GError **error)
{
  self->text = vouch_lookup_form_dup_lines (form, "text");
  if (*self->text == '\0' || g_utf8_strlen (self->text, -1) > VOUCH_LOOKUP_PROBLEM_TEXT_MAX ||
      !vouch_text_check_note (self->text, "text", NULL))
    return refuse (error, "text");
  return TRUE;
}

static gboolean
read_contact (VouchLookupProblem *self, const VouchLookupForm *form, const guint8 *desk_key, GError **error)
{
  g_autofree char *contact = vouch_lookup_form_dup_typed (form, "contact");

  if (*contact == '\0')
    return TRUE;
  if (desk_key == NULL || !vouch_text_check_line (contact, "contact", VOUCH_LOOKUP_PROBLEM_CONTACT_MAX, NULL))
    return refuse (error, "contact");
  if (g_strcmp0 (vouch_lookup_form_get (form, "consent"), "yes") != 0)
    return refuse (error, "consent");
  self->contact = vouch_box_seal (desk_key, contact, strlen (contact));
  vouch_wipe (contact, strlen (contact));
  return TRUE;
}

/* Consent is asked for once, for all that the desk alone may see. */
static gboolean
read_photo (VouchLookupProblem *self, const VouchLookupForm *form, const guint8 *desk_key, GError **error)
{
  gsize length;
  const guint8 *photo = vouch_lookup_form_get_photo (form, &length);

  if (photo == NULL)
    return TRUE;
  if (desk_key == NULL || !vouch_lookup_photo_is_picture (photo, length))
    return refuse (error, "photo");
  if (g_strcmp0 (vouch_lookup_form_get (form, "consent"), "yes") != 0)
    return refuse (error, "consent");
  vouch_hash (NULL, 0, photo, length, self->photo_hash, VOUCH_HASH_SIZE);
  self->photo = vouch_box_seal (desk_key, photo, length);
  return TRUE;
}

/**
 * vouch_lookup_problem_read:
 * @form: the form as sent
 * @desk_key: (nullable): the service desk's public key; without one no contact is taken
 * @error: INVALID, with the field at fault
 *
 * Reads a problem report. Contact and photograph are sealed at once, so that they are nowhere in
 * clear.
 *
 * Returns: (transfer full) (nullable): the report
 */
VouchLookupProblem *
vouch_lookup_problem_read (const VouchLookupForm *form, const guint8 *desk_key, GError **error)
{
  g_autoptr (VouchLookupProblem) self = g_new0 (VouchLookupProblem, 1);
  const char *key = vouch_lookup_form_get (form, "key");

  self->code_state = "none";
  if (key == NULL || !vouch_hex_read (key, self->form_key, sizeof self->form_key))
    {
      refuse (error, "key");
      return NULL;
    }
  if (g_strcmp0 (vouch_lookup_form_get (form, "lang"), "en") != 0)
    self->language = VOUCH_LOOKUP_CHINESE;
  if (!read_code (self, form, error) || !read_kind (self, form, error) || !read_text (self, form, error) ||
      !read_contact (self, form, desk_key, error) || !read_photo (self, form, desk_key, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_problem_free:
 * @self: (nullable): a report
 *
 * Frees a report.
 */
void
vouch_lookup_problem_free (VouchLookupProblem *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_clear_pointer (&self->contact, g_bytes_unref);
  g_clear_pointer (&self->photo, g_bytes_unref);
  g_free (self);
}

/* What makes a form sent again the same form. The contact is not in it: a hash of a telephone number is soon undone. */
static void
hash_content (const VouchLookupProblem *self, guint8 hash[VOUCH_HASH_SIZE])
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-lookup-problem/1");
  g_autofree char *photo = self->photo != NULL ? vouch_hex_write (self->photo_hash, VOUCH_HASH_SIZE) : g_strdup ("");
  g_autoptr (GBytes) bytes = NULL;

  vouch_canon_text (canon, self->lot);
  vouch_canon_text (canon, self->serial);
  vouch_canon_text (canon, self->kind);
  vouch_canon_text (canon, self->text);
  vouch_canon_text (canon, photo);
  bytes = vouch_canon_end (canon);
  vouch_hash (NULL, 0, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), hash, VOUCH_HASH_SIZE);
}

/* Looks whether this form was sent before. */
static gboolean
find_sent (const VouchLookupProblem *self, VouchLookupDb *db, const guint8 hash[VOUCH_HASH_SIZE], gint64 *id,
           GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db, "SELECT id, content_hash FROM problem WHERE form_key = ?1", error);
  gboolean has_row;
  gsize length;

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_bytes (stmt, 1, self->form_key, sizeof self->form_key);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  *id = has_row ? vouch_lookup_stmt_get_number (stmt, 0) : 0;
  if (has_row && memcmp (hash, vouch_lookup_stmt_get_bytes (stmt, 1, &length), VOUCH_HASH_SIZE) != 0)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, "This form was sent before with other words");
      return FALSE;
    }
  return TRUE;
}

static void
bind_text_or_null (VouchLookupStmt *stmt, int index, const char *text)
{
  vouch_lookup_stmt_bind_text (stmt, index, *text != '\0' ? text : NULL);
}

static gboolean
insert (const VouchLookupProblem *self, VouchLookupDb *db, gint64 id, const guint8 hash[VOUCH_HASH_SIZE], gint64 now_us,
        GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "INSERT INTO problem (id, form_key, content_hash, lot, serial, code_state, kind, text, "
                               "contact, consent_at, language, created_at, due_at) "
                               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
                               error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, id);
  vouch_lookup_stmt_bind_bytes (stmt, 2, self->form_key, sizeof self->form_key);
  vouch_lookup_stmt_bind_bytes (stmt, 3, hash, VOUCH_HASH_SIZE);
  bind_text_or_null (stmt, 4, self->lot);
  bind_text_or_null (stmt, 5, self->serial);
  vouch_lookup_stmt_bind_text (stmt, 6, self->code_state);
  vouch_lookup_stmt_bind_text (stmt, 7, self->kind);
  vouch_lookup_stmt_bind_text (stmt, 8, self->text);
  if (self->contact != NULL)
    vouch_lookup_stmt_bind_bytes (stmt, 9, g_bytes_get_data (self->contact, NULL), g_bytes_get_size (self->contact));
  vouch_lookup_stmt_bind_number_or_null (stmt, 10, self->contact != NULL ? now_us : 0);
  vouch_lookup_stmt_bind_text (stmt, 11, vouch_lookup_language_name (self->language));
  vouch_lookup_stmt_bind_number (stmt, 12, now_us);
  vouch_lookup_stmt_bind_number (stmt, 13, now_us + self->promised_hours * G_TIME_SPAN_HOUR);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_problem_save:
 * @self: a report
 * @db: the writing connection, in a transaction
 * @ids: makes the case's id
 * @now_us: the time
 * @id: (out): the case's id; the same one if the form was sent before
 * @is_new: (out): whether the form was not sent before
 * @error: CONFLICT if the same form was sent with other words; INVALID, field "photo_room"; STORAGE
 *
 * Saves a report as a case.
 *
 * Returns: whether it is saved, once the transaction commits
 */
gboolean
vouch_lookup_problem_save (const VouchLookupProblem *self, VouchLookupDb *db, VouchIdSource *ids, gint64 now_us,
                           gint64 *id, gboolean *is_new, GError **error)
{
  guint8 hash[VOUCH_HASH_SIZE];
  gint64 last;

  hash_content (self, hash);
  if (!find_sent (self, db, hash, id, error))
    return FALSE;
  *is_new = *id == 0;
  if (!*is_new)
    return TRUE;
  /* Processes that share the database write one after the other: ids grow with the commits over all of them. */
  if (!vouch_lookup_db_get_number (db, "SELECT max (id) FROM problem", &last, error))
    return FALSE;
  vouch_id_source_raise (ids, last);
  *id = vouch_id_source_next (ids);
  return insert (self, db, *id, hash, now_us, error) &&
         (self->photo == NULL || vouch_lookup_photo_save (db, *id, self->photo, now_us, error));
}
