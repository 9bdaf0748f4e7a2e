/* What labels are about, and what stands on them. */
#include "vouch-label-subject.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-error.h"
#include "vouch-label-rule.h"
#include "vouch-policy-rule.h"
#include "vouch-quantity.h"
#include "vouch-row.h"
#include "vouch-trace-address.h"
#include "vouch-user-store.h"
#include "vouch-words.h"

void
vouch_label_subject_clear (VouchLabelSubject *self)
{
  g_clear_pointer (&self->file, vouch_lot_file_free);
  g_clear_pointer (&self->batch, vouch_code_batch_free);
  g_clear_pointer (&self->user, vouch_user_free);
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
  if (self->resumed->state == VOUCH_PRINT_STATE_DONE)
    {
      vouch_set_field_error (error, "resume_of", VOUCH_ERROR_DENIED,
                             _ ("All labels of this job are out; print them again with a reason"));
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
  gint64 lot_id = order->lot_id, batch_id = order->batch_id, user_id = order->user_id;

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
    }
  if (order->resume_of != 0)
    {
      if (!load_resumed (self, conn, order, error))
        return FALSE;
      self->purpose = self->resumed->purpose;
      lot_id = self->resumed->lot_id;
      batch_id = self->resumed->batch_id;
      user_id = self->resumed->user_id;
    }
  self->host = vouch_policy_dup (conn, "host");
  self->station = vouch_policy_dup (conn, "station-name");
  if (user_id != 0)
    return load_user (self, conn, user_id, error);
  self->file = vouch_lot_file_load (conn, lot_id, error);
  if (self->file == NULL)
    return FALSE;
  if (batch_id == 0)
    return TRUE;
  self->batch = vouch_row_load (conn, &vouch_code_batch_type, batch_id, error);
  return self->batch != NULL && choose_units (self, order, error);
}

/**
 * vouch_label_subject_get_template:
 * @self: a subject
 *
 * Returns: (transfer none) (nullable): the name of the template that its labels are laid out by
 */
const char *
vouch_label_subject_get_template (const VouchLabelSubject *self)
{
  switch (self->purpose)
    {
    case VOUCH_PRINT_PURPOSE_UNIT:
      return "unit-40x30";
    case VOUCH_PRINT_PURPOSE_HOLD:
      return "hold-60x40";
    case VOUCH_PRINT_PURPOSE_REJECT:
      return "reject-60x40";
    case VOUCH_PRINT_PURPOSE_RELEASED:
      return "released-60x40";
    case VOUCH_PRINT_PURPOSE_LOT:
      return "lot-60x40";
    case VOUCH_PRINT_PURPOSE_BADGE:
      return "badge";
    case VOUCH_PRINT_PURPOSE_SHEET:
    default:
      return NULL;
    }
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
  if (self->user != NULL)
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
  if (self->batch == NULL || self->batch->state != VOUCH_CODE_BATCH_STATE_VOIDED)
    return TRUE;
  vouch_set_field_error (error, "batch_id", VOUCH_ERROR_DENIED,
                         _ ("The batch was voided; its codes are worth nothing. Issue new ones"));
  return FALSE;
}

static void
set (GHashTable *fields, const char *name, char *value)
{
  if (value != NULL && *value != '\0')
    g_hash_table_insert (fields, g_strdup (name), value);
  else
    g_free (value);
}

/* A badge carries one role: what its owner mainly is. */
static void
set_badge_fields (GHashTable *fields, const VouchLabelSubject *self)
{
  static const struct
  {
    VouchRole role;
    const char *english, *chinese;
  } roles[] = {
    { VOUCH_ROLE_QA_LEAD, "QA lead", "质量主管" },  { VOUCH_ROLE_INSPECTOR, "Inspector", "检验员" },
    { VOUCH_ROLE_SERVICE, "Service desk", "客服" }, { VOUCH_ROLE_ADMINISTRATOR, "Administrator", "管理员" },
    { VOUCH_ROLE_AUDITOR, "Auditor", "审计员" },
  };

  set (fields, "badge", g_strdup (self->user->badge));
  set (fields, "name", g_strdup (self->user->name));
  set (fields, "station", g_strdup (self->station));
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (self->roles & VOUCH_ROLES_OF (roles[i].role))
      {
        set (fields, "role_en", g_strdup (roles[i].english));
        set (fields, "role_zh", g_strdup (roles[i].chinese));
        return;
      }
}

/**
 * vouch_label_subject_make_fields:
 * @self: a subject
 * @station: the station, for the keys of codes
 * @unit: of unit labels: which unit
 *
 * Returns: (transfer full): what stands on the label, by the template's field names
 */
GHashTable *
vouch_label_subject_make_fields (const VouchLabelSubject *self, VouchStation *station, gint64 unit)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const VouchLotFile *file = self->file;
  g_autofree char *quantity = NULL;
  char serial[17] = "";

  if (self->user != NULL)
    {
      set_badge_fields (fields, self);
      return fields;
    }
  set (fields, "lot", g_strdup (file->lot->number));
  set (fields, "product_name_en", g_strdup (file->product->name_en));
  set (fields, "product_name_zh", g_strdup (file->product->name_zh));
  set (fields, "produced", vouch_date_to_string (file->lot->produced));
  set (fields, "expiry", vouch_date_to_string (file->lot->expiry));
  if (self->copy_number > 0)
    set (fields, "reprint", g_strdup_printf ("%d", (int)self->copy_number));
  if (self->batch != NULL)
    {
      set (fields, "address", vouch_label_dup_address (station, self->batch, file->lot->number, unit, serial));
      set (fields, "host", g_strdup (self->batch->host));
      set (fields, "serial", g_strdup (serial));
      return fields;
    }
  quantity = vouch_quantity_to_string (file->lot->received);
  set (fields, "address", vouch_trace_address_format (self->host, NULL, file->lot->number, NULL));
  set (fields, "host", g_strdup (self->host));
  set (fields, "supplier_lot", g_strdup (file->lot->supplier_lot));
  set (fields, "quantity", g_strdup_printf ("%s %s", quantity, file->lot->unit));
  if (self->purpose == VOUCH_PRINT_PURPOSE_HOLD)
    set (fields, "reason", g_strdup (vouch_words_of_hold (file->lot)));
  set (fields, "status", g_strdup (vouch_enum_get_name (&vouch_lot_status_values, (int)file->lot->status)));
  return fields;
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
  GString *name = g_string_new (self->user != NULL ? self->user->badge : self->file->lot->number);

  g_string_append_printf (name, "-%s", purpose);
  if (self->batch != NULL)
    g_string_append_printf (name, "-%d", (int)self->first_unit);
  if (self->copy_number > 0)
    g_string_append_printf (name, "-R%d", (int)self->copy_number);
  g_string_append (name, ".pdf");
  return g_string_free (name, FALSE);
}
