#include "vouch-work-entry.h"

#include <glib/gi18n-lib.h>

#include "vouch-row.h"

/* Labels that nobody has asked for in so many days are not wanted. */
#define LABELS_DAYS 7

static const VouchField fields[] = {
  VOUCH_FIELD (VouchWorkEntry, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchWorkEntry, kind, vouch_work_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, urgent, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, due_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, since, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, delivery, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, supplier_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, supplier_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, product_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, product_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchWorkEntry, received, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, inspector_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, inspector, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, badge, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, sample_size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, recorded_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchWorkEntry, is_printed, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchWorkEntry, vouch_work_entry, "work_entry", fields)

static char *
dup_inspection (const VouchWorkEntry *self)
{
  if (self->position == 0)
    /* Translators: an inspection that was begun; who has it. */
    return g_strdup_printf (_ ("Inspection begun by %s"), self->inspector != NULL ? self->inspector : "");
  /* Translators: an open inspection; who has it, the unit of the last entry, the sample's size. */
  return g_strdup_printf (_ ("Inspection open, %s: unit %d of %d"), self->inspector != NULL ? self->inspector : "",
                          (int)self->position, (int)self->sample_size);
}

/**
 * vouch_work_entry_dup_what:
 * @self: something that waits
 *
 * Returns: (transfer full): what there is to do, in the user's language
 */
char *
vouch_work_entry_dup_what (const VouchWorkEntry *self)
{
  switch (self->kind)
    {
    case VOUCH_WORK_DELIVERY:
      return g_strdup (self->since != 0 ? _ ("Count the goods") : _ ("Expected"));
    case VOUCH_WORK_INSPECT:
      return g_strdup (_ ("Begin the inspection"));
    case VOUCH_WORK_GO_ON:
      return dup_inspection (self);
    case VOUCH_WORK_LABELS:
      return g_strdup (self->is_printed ? _ ("Scan the labels back") : _ ("Print the labels"));
    case VOUCH_WORK_DECIDE:
    default:
      return g_strdup (_ ("Decide"));
    }
}

static GPtrArray *
read_rows (VouchConn *conn, const gint64 *ids, guint n, GError **error)
{
  return vouch_row_list_by_ids (
      conn, &vouch_work_entry_type,
      "SELECT work.id, work.kind, delivery.urgent, nullif (work.due_at, 9223372036854775807), nullif (work.since, 0), "
      "delivery.number, party.name_en, party.name_zh, lot.number, product.name_en, product.name_zh, lot.received, "
      "lot.unit, inspection.inspector_id, inspector.name, inspector.badge, reading.position, inspection.sample_size, "
      "reading.recorded_at, "
      "EXISTS (SELECT 1 FROM code_batch WHERE lot_id = lot.id AND state IN ('printed', 'verified')) "
      "FROM work LEFT JOIN lot ON lot.id = work.id LEFT JOIN product ON product.id = lot.product_id "
      "LEFT JOIN receipt_line line ON line.id = lot.receipt_line_id LEFT JOIN receipt ON receipt.id = line.receipt_id "
      "LEFT JOIN delivery ON delivery.id = coalesce (receipt.delivery_id, work.id) "
      "LEFT JOIN party ON party.id = delivery.supplier_id "
      "LEFT JOIN inspection ON inspection.id = "
      "(SELECT max (id) FROM inspection WHERE lot_id = lot.id AND state <> 'void') AND work.kind = 'go_on' "
      "LEFT JOIN \"user\" inspector ON inspector.id = inspection.inspector_id "
      "LEFT JOIN reading ON reading.id = (SELECT max (id) FROM reading WHERE inspection_id = inspection.id) "
      "WHERE work.id = ?1",
      ids, n, (GDestroyNotify)vouch_work_entry_free, error);
}

static gint64
get_id (gconstpointer row)
{
  return ((const VouchWorkEntry *)row)->id;
}

static GArray *
read_ids (VouchStation *station, VouchConn *conn, const char *query, gint64 after, guint limit, GError **error)
{
  gint64 now = vouch_clock_now (vouch_station_get_clock (station));
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) unlabelled = NULL;

  if (after != 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  ids = vouch_work_store_list_queue (conn, error);
  unlabelled = ids != NULL ? vouch_work_store_list_unlabelled (conn, now - LABELS_DAYS * G_TIME_SPAN_DAY, error) : NULL;
  if (unlabelled == NULL)
    return NULL;
  g_array_append_vals (ids, unlabelled->data, unlabelled->len);
  return g_steal_pointer (&ids);
}

const VouchListSource vouch_queue_source = { read_ids, read_rows, get_id };
