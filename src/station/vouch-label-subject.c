/* What labels are about, and what stands on them. */
#include "vouch-label-subject.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-code-batch-store.h"
#include "vouch-error.h"
#include "vouch-label-choice.h"
#include "vouch-label-rule.h"
#include "vouch-policy-work.h"
#include "vouch-row.h"
#include "vouch-template-shelf.h"
#include "vouch-user-store.h"

void
vouch_label_subject_clear (VouchLabelSubject *self)
{
  g_clear_pointer (&self->file, vouch_lot_file_free);
  g_clear_pointer (&self->batch, vouch_code_batch_free);
  g_clear_pointer (&self->user, vouch_user_free);
  g_clear_pointer (&self->load, vouch_pack_load_free);
  g_clear_pointer (&self->template, vouch_label_template_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->station, g_free);
  g_clear_pointer (&self->copied, vouch_print_job_free);
  g_clear_pointer (&self->resumed, vouch_print_job_free);
}

static gboolean
load_user (VouchLabelSubject *self, VouchConn *conn, gint64 user_id, GError **error)
{
  g_autoptr (GPtrArray) roles = NULL;

  self->user = vouch_row_load (conn, &vouch_user_type, user_id, error);
  if (self->user == NULL)
    return FALSE;
  roles = vouch_user_store_list_roles (conn, user_id, error);
  for (guint i = 0; roles != NULL && i < roles->len; i++)
    self->roles |= VOUCH_ROLES_OF (((const VouchUserRole *)g_ptr_array_index (roles, i))->role);
  return roles != NULL;
}

/* A repetition says what the first print said, and counts. */
static gboolean
load_copied (VouchLabelSubject *self, VouchConn *conn, gint64 job_id, GError **error)
{
  g_autoptr (GPtrArray) copies = NULL;

  self->copied = vouch_row_load (conn, &vouch_print_job_type, job_id, error);
  if (self->copied == NULL)
    return FALSE;
  self->copy_of = self->copied->copy_of != 0 ? self->copied->copy_of : self->copied->id;
  copies = vouch_code_batch_store_list_copies (conn, self->copy_of, error);
  self->copy_number = copies != NULL ? copies->len + 1 : 0;
  return copies != NULL;
}

/* Somebody who looked may know that fewer came out than the printer took, but never than it said. */
static gboolean
load_resumed (VouchLabelSubject *self, VouchConn *conn, const VouchLabelOrder *order, GError **error)
{
  self->resumed = vouch_row_load (conn, &vouch_print_job_type, order->resume_of, error);
  if (self->resumed == NULL)
    return FALSE;
  if (!vouch_print_job_is_open (self->resumed))
    {
      vouch_set_field_error (error, "resume_of", VOUCH_ERROR_DENIED,
                             self->resumed->state == VOUCH_PRINT_STATE_GIVEN_UP
                                 ? _ ("This job was given up; print what is missing anew")
                                 : _ ("All labels of this job are out; print them again with a reason"));
      return FALSE;
    }
  self->n_done = order->knows_printed ? order->printed : self->resumed->sent;
  self->copy_of = self->resumed->copy_of;
  self->copy_number = self->resumed->copy_number;
  if (self->n_done >= self->resumed->confirmed && self->n_done <= self->resumed->sent)
    return TRUE;
  vouch_set_field_error (error, "printed", VOUCH_ERROR_INVALID, _ ("Of this job %d to %d labels came out"),
                         (int)self->resumed->confirmed, (int)self->resumed->sent);
  return FALSE;
}

/* Which of the batch's units: all of them, or those of a repetition. */
static gboolean
choose_units (VouchLabelSubject *self, const VouchLabelOrder *order, GError **error)
{
  gint64 last = self->batch->first_unit + self->batch->units - 1;
  gint64 first = self->batch->first_unit;

  if (self->resumed != NULL)
    {
      self->first_unit = self->resumed->first_unit;
      self->count = self->resumed->labels;
      return TRUE;
    }
  if (self->copied != NULL && self->copied->first_unit != 0)
    first = self->copied->first_unit;
  self->first_unit = order->first_unit != 0 ? order->first_unit : first;
  self->count = self->copied != NULL ? self->copied->labels - (self->first_unit - first) : self->batch->units;
  if (self->copied != NULL && order->units != 0)
    self->count = order->units;
  if (self->first_unit >= self->batch->first_unit && self->count >= 1 && self->first_unit + self->count - 1 <= last)
    return TRUE;
  vouch_set_field_error (error, "first_unit", VOUCH_ERROR_INVALID, _ ("The batch has the units %d to %d"),
                         (int)self->batch->first_unit, (int)last);
  return FALSE;
}

/* The template that a job was begun with, and for that job the same version. */
static gboolean
choose_template (VouchLabelSubject *self, VouchConn *conn, const VouchLabelOrder *order, GError **error)
{
  const VouchPrintJob *job = self->resumed != NULL ? self->resumed : self->copied;
  const char *name = order->template != NULL || job == NULL ? order->template : job->template;
  g_autofree char *mark = NULL;

  self->template = vouch_label_choose_template (conn, self->purpose, name, error);
  self->language = order->language != NULL ? g_strdup (order->language) : vouch_label_choose_language (conn);
  if (self->template == NULL || self->resumed == NULL || strchr (self->resumed->template, '@') == NULL)
    return self->template != NULL;
  mark = vouch_template_dup_mark (self->template);
  if (g_str_equal (mark, self->resumed->template))
    return TRUE;
  vouch_set_field_error (error, "template", VOUCH_ERROR_CONFLICT,
                         _ ("This job was begun with label template %s: give it up, and print the rest anew"),
                         self->resumed->template);
  return FALSE;
}

/* What stood in a table is not kept. */
static gboolean
take_rows (VouchLabelSubject *self, const VouchLabelOrder *order, GError **error)
{
  self->rows = order->rows;
  self->copies = MAX (1, order->copies);
  if (self->rows != NULL && self->rows->len > 0)
    {
      self->count = self->rows->len * self->copies;
      return TRUE;
    }
  vouch_set_field_error (error, "csv", VOUCH_ERROR_INVALID,
                         _ ("What stands on these labels was in a table: print them from it"));
  return FALSE;
}

static gboolean
load_lot (VouchLabelSubject *self, VouchConn *conn, const VouchLabelOrder *order, gint64 lot_id, gint64 batch_id,
          GError **error)
{
  self->file = vouch_lot_file_load (conn, lot_id, error);
  if (self->file == NULL)
    return FALSE;
  if (self->purpose == VOUCH_PRINT_PURPOSE_SAMPLE && self->file->inspection != NULL)
    self->count = self->file->inspection->sample_size;
  if (batch_id == 0)
    return TRUE;
  self->batch = vouch_row_load (conn, &vouch_code_batch_type, batch_id, error);
  return self->batch != NULL && choose_units (self, order, error);
}

/**
 * vouch_label_subject_load:
 * @self: (out caller-allocates): a subject, all zero
 * @conn: a connection
 * @order: what is wanted
 * @error: what the database said; INVALID if the units are not of the batch
 *
 * Returns: whether everything was read; clear it in any case
 */
gboolean
vouch_label_subject_load (VouchLabelSubject *self, VouchConn *conn, const VouchLabelOrder *order, GError **error)
{
  gint64 lot_id = order->lot_id, batch_id = order->batch_id, user_id = order->user_id, pack_id = order->pack_id;

  self->purpose = order->purpose;
  self->count = 1;
  if (order->copy_of != 0)
    {
      if (!load_copied (self, conn, order->copy_of, error))
        return FALSE;
      self->purpose = self->copied->purpose;
      lot_id = self->copied->lot_id;
      batch_id = self->copied->batch_id;
      user_id = self->copied->user_id;
      pack_id = self->copied->pack_id;
    }
  if (order->resume_of != 0)
    {
      if (!load_resumed (self, conn, order, error))
        return FALSE;
      self->purpose = self->resumed->purpose;
      lot_id = self->resumed->lot_id;
      batch_id = self->resumed->batch_id;
      user_id = self->resumed->user_id;
      pack_id = self->resumed->pack_id;
    }
  self->host = vouch_policy_dup (conn, "host");
  self->station = vouch_policy_dup (conn, "station-name");
  if (!choose_template (self, conn, order, error))
    return FALSE;
  if (vouch_print_purpose_may_be_of_table (self->purpose) && pack_id == 0)
    return take_rows (self, order, error);
  if (self->purpose == VOUCH_PRINT_PURPOSE_CARTON)
    {
      self->load = vouch_pack_load_read (conn, pack_id, error);
      return self->load != NULL;
    }
  if (user_id != 0)
    return load_user (self, conn, user_id, error);
  return load_lot (self, conn, order, lot_id, batch_id, error);
}

/**
 * vouch_label_subject_check:
 * @self: a subject
 * @error: DENIED or INVALID with the reason why its labels cannot be printed now
 *
 * Returns: whether they can be printed
 */
gboolean
vouch_label_subject_check (const VouchLabelSubject *self, GError **error)
{
  if (self->load != NULL)
    return vouch_pack_load_check (self->load, error);
  if (self->file == NULL)
    return TRUE;
  if (!vouch_label_check_lot (self->file->lot, self->purpose, error))
    return FALSE;
  if (self->host == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The host name of the codes is not set; an administrator sets the policy “host”"));
      return FALSE;
    }
  if (self->purpose == VOUCH_PRINT_PURPOSE_UNIT && self->batch == NULL)
    {
      vouch_set_field_error (error, "batch_id", VOUCH_ERROR_INVALID, _ ("No codes of lot %s are issued yet"),
                             self->file->lot->number);
      return FALSE;
    }
  if (self->purpose == VOUCH_PRINT_PURPOSE_SAMPLE && self->count < 1)
    {
      vouch_set_field_error (error, "lot_id", VOUCH_ERROR_DENIED, _ ("No sample of lot %s is drawn yet"),
                             self->file->lot->number);
      return FALSE;
    }
  if (self->batch == NULL || self->batch->state != VOUCH_CODE_BATCH_STATE_VOIDED)
    return TRUE;
  vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                         _ ("The batch was voided; its codes are worth nothing. Issue new ones"));
  return FALSE;
}

/**
 * vouch_label_subject_dup_name:
 * @self: a subject
 *
 * Returns: (transfer full): the name of a file with its labels
 */
char *
vouch_label_subject_dup_name (const VouchLabelSubject *self)
{
  const char *purpose = vouch_enum_get_name (&vouch_print_purpose_values, (int)self->purpose);
  GString *name = g_string_new (self->user != NULL   ? self->user->badge
                                : self->load != NULL ? self->load->pack->sscc
                                : self->file != NULL ? self->file->lot->number
                                                     : self->template->name);

  g_string_append_printf (name, "-%s", purpose);
  if (self->batch != NULL)
    g_string_append_printf (name, "-%d", (int)self->first_unit);
  if (self->copy_number > 0)
    g_string_append_printf (name, "-R%d", (int)self->copy_number);
  g_string_append (name, ".pdf");
  return g_string_free (name, FALSE);
}

/**
 * vouch_label_subject_dup_about:
 * @self: a subject
 *
 * Returns: (transfer full) (nullable): what labels of a table or a pack are of, in a word
 */
char *
vouch_label_subject_dup_about (const VouchLabelSubject *self)
{
  const char *location;

  if (self->load != NULL)
    return g_strdup (self->load->pack->sscc);
  if (self->rows == NULL)
    return NULL;
  location = g_hash_table_lookup (g_ptr_array_index (self->rows, 0), "location");
  return g_strdup (location != NULL ? location : self->template->name);
}
