/* What stands on a label, by the field names of its template. */
#include "vouch-label-subject.h"

#include "vouch-label-fill.h"
#include "vouch-quantity.h"
#include "vouch-trace-address.h"
#include "vouch-words.h"

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

static void
set_carton_fields (GHashTable *fields, const VouchLabelSubject *self)
{
  const VouchPackLoad *load = self->load;

  set (fields, "sscc", g_strdup (load->pack->sscc));
  set (fields, "product_name_en", g_strdup (load->product_en));
  set (fields, "product_name_zh", g_strdup (load->product_zh));
  set (fields, "gtin", g_strdup (load->gtin));
  set (fields, "lot", g_strdup (load->lot));
  set (fields, "expiry", vouch_date_to_string (load->expiry));
  set (fields, "count", g_strdup_printf ("%d", (int)load->units));
  set (fields, "from", g_strdup (self->station));
}

static void
set_lot_fields (GHashTable *fields, const VouchLabelSubject *self)
{
  const VouchLotFile *file = self->file;

  set (fields, "lot", g_strdup (file->lot->number));
  set (fields, "product_name_en", g_strdup (file->product->name_en));
  set (fields, "product_name_zh", g_strdup (file->product->name_zh));
  set (fields, "produced", vouch_date_to_string (file->lot->produced));
  set (fields, "expiry", vouch_date_to_string (file->lot->expiry));
}

static void
set_unit_fields (GHashTable *fields, const VouchLabelSubject *self, VouchStation *station, gint64 unit)
{
  char serial[17] = "";

  set (fields, "address", vouch_label_dup_address (station, self->batch, self->file->lot->number, unit, serial));
  set (fields, "host", g_strdup (self->batch->host));
  set (fields, "serial", g_strdup (serial));
}

static void
set_state_fields (GHashTable *fields, const VouchLabelSubject *self, gint64 index)
{
  const VouchLot *lot = self->file->lot;
  g_autofree char *quantity = vouch_quantity_to_string (lot->received);

  set (fields, "address", vouch_trace_address_format (self->host, NULL, lot->number, NULL));
  set (fields, "host", g_strdup (self->host));
  set (fields, "supplier_lot", g_strdup (lot->supplier_lot));
  set (fields, "quantity", g_strdup_printf ("%s %s", quantity, lot->unit));
  if (self->purpose == VOUCH_PRINT_PURPOSE_HOLD)
    set (fields, "reason", g_strdup (vouch_words_of_hold (lot)));
  set (fields, "status", g_strdup (vouch_enum_get_name (&vouch_lot_status_values, (int)lot->status)));
  if (self->purpose != VOUCH_PRINT_PURPOSE_SAMPLE)
    return;
  set (fields, "sample", g_strdup_printf ("%d", (int)index + 1));
  set (fields, "n", g_strdup_printf ("%d", (int)self->count));
}

static GHashTable *
copy_row (const VouchLabelSubject *self, gint64 index)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, g_ptr_array_index (self->rows, (guint)index / self->copies));
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_hash_table_insert (fields, g_strdup (name), g_strdup (value));
  return fields;
}

/**
 * vouch_label_subject_make_fields:
 * @self: a subject
 * @station: the station, for the keys of codes
 * @index: which of its labels, from 0
 *
 * Returns: (transfer full): what stands on the label, by the template's field names
 */
GHashTable *
vouch_label_subject_make_fields (const VouchLabelSubject *self, VouchStation *station, gint64 index)
{
  GHashTable *fields =
      self->rows != NULL ? copy_row (self, index) : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (self->user != NULL)
    set_badge_fields (fields, self);
  else if (self->load != NULL)
    set_carton_fields (fields, self);
  else if (self->file != NULL)
    set_lot_fields (fields, self);
  if (self->batch != NULL)
    set_unit_fields (fields, self, station, self->first_unit + index);
  else if (self->file != NULL)
    set_state_fields (fields, self, index);
  if (self->copy_number > 0)
    set (fields, "reprint", g_strdup_printf ("%d", (int)self->copy_number));
  if (self->language != NULL && !g_hash_table_contains (fields, VOUCH_LABEL_LANGUAGE))
    set (fields, VOUCH_LABEL_LANGUAGE, g_strdup (self->language));
  return fields;
}
