#include "vouch-lookup-lot.h"

#include "vouch-error.h"

static VouchLookupLot *
read_row (VouchLookupStmt *stmt, const VouchLookupKeys *keys, GError **error)
{
  g_autoptr (VouchLookupLot) self = g_new0 (VouchLookupLot, 1);
  g_autoptr (GBytes) sealed = vouch_lookup_stmt_dup_bytes (stmt, 1);

  g_atomic_ref_count_init (&self->refs);
  self->record = vouch_public_record_from_json (vouch_lookup_stmt_get_text (stmt, 0), -1, error);
  if (self->record == NULL)
    return NULL;
  if (sealed != NULL)
    {
      self->control = vouch_control_record_open (sealed, vouch_lookup_keys_get_public (keys),
                                                 vouch_lookup_keys_get_secret (keys), error);
      if (self->control == NULL)
        return NULL;
    }
  self->was_released = vouch_lookup_stmt_get_number (stmt, 2) != 0;
  self->station = vouch_lookup_stmt_get_number (stmt, 3);
  self->moulds = vouch_lookup_moulds_new ();
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_lot_load:
 * @db: the database
 * @keys: the service's keys
 * @number: a lot number
 * @error: NOT_FOUND if the lot was never published; STORAGE
 *
 * Loads a lot and opens its control record.
 *
 * Returns: (transfer full) (nullable): the lot
 */
VouchLookupLot *
vouch_lookup_lot_load (VouchLookupDb *db, const VouchLookupKeys *keys, const char *number, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db,
                                                              "SELECT record, control, was_released, station FROM lot "
                                                              "WHERE lot = ?1 AND record IS NOT NULL",
                                                              error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_text (stmt, 1, number);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return NULL;
  if (!has_row)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, "No such lot was published");
      return NULL;
    }
  return read_row (stmt, keys, error);
}

/**
 * vouch_lookup_lot_load_line:
 * @db: the database
 * @number: a lot number
 * @error: NOT_FOUND if there is none; STORAGE
 *
 * Loads the publication whose body is the lot's record, as its station signed it.
 *
 * Returns: (transfer full) (nullable): one line, without a line feed
 */
char *
vouch_lookup_lot_load_line (VouchLookupDb *db, const char *number, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db,
      "SELECT publication.line FROM lot JOIN publication ON publication.station = lot.station "
      "AND publication.epoch = lot.record_epoch AND publication.seq = lot.record_seq WHERE lot.lot = ?1",
      error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_text (stmt, 1, number);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return NULL;
  if (has_row)
    return vouch_lookup_stmt_dup_text (stmt, 0);
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, "No such lot was published");
  return NULL;
}

/**
 * vouch_lookup_lot_ref:
 * @self: a lot
 *
 * Takes another reference.
 *
 * Returns: (transfer full): @self
 */
VouchLookupLot *
vouch_lookup_lot_ref (VouchLookupLot *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * vouch_lookup_lot_unref:
 * @self: (nullable): a lot
 *
 * Gives a reference back.
 */
void
vouch_lookup_lot_unref (VouchLookupLot *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  vouch_public_record_free (self->record);
  vouch_control_record_free (self->control);
  vouch_lookup_moulds_free (self->moulds);
  g_free (self);
}

/* A unit number is issued once in a lot whatever the version, so the range it lies in says the version. */
static guint32
find_key_version (const VouchControlRecord *control, guint32 unit)
{
  for (guint i = 0; i < control->ranges->len; i++)
    {
      const VouchUnitRange *range = &g_array_index (control->ranges, VouchUnitRange, i);

      if (unit >= range->first_unit && unit - range->first_unit < range->count)
        return range->key_version;
    }
  return 0;
}

/**
 * vouch_lookup_lot_find_unit:
 * @self: (nullable): a lot; %NULL for one that does not exist, which takes as long
 * @serial: 16 characters, folded
 * @unit: (out caller-allocates): what the serial is
 *
 * Finds the unit that a serial stands for.
 */
void
vouch_lookup_lot_find_unit (const VouchLookupLot *self, const char *serial, VouchLookupUnit *unit)
{
  static const guint8 no_key[VOUCH_TRACE_KEY_SIZE];
  guint32 nobody;

  *unit = (VouchLookupUnit){ 0 };
  if (self == NULL || self->control == NULL)
    {
      vouch_trace_serial_open (no_key, serial, &nobody);
      return;
    }
  unit->state = vouch_control_record_find_unit (self->control, serial, &unit->unit);
  if (unit->state != VOUCH_UNIT_UNKNOWN)
    unit->key_version = find_key_version (self->control, unit->unit);
}

/**
 * vouch_lookup_lot_judge:
 * @self: a lot
 * @unit: (nullable): one of its units, or %NULL for the lot itself
 * @today: the date where the service runs
 *
 * Says what the page has to say. What protects the customer comes first: a recall is told on a withdrawn label too.
 *
 * Returns: the state
 */
VouchLookupState
vouch_lookup_lot_judge (const VouchLookupLot *self, const VouchLookupUnit *unit, VouchDate today)
{
  const VouchPublicRecord *record = self->record;

  if (!self->was_released || (unit != NULL && unit->state == VOUCH_UNIT_UNKNOWN))
    return VOUCH_LOOKUP_STATE_UNKNOWN;
  if (record->status == VOUCH_PUBLIC_STATUS_RECALLED)
    return VOUCH_LOOKUP_STATE_RECALLED;
  if (unit != NULL && unit->state == VOUCH_UNIT_VOID)
    return VOUCH_LOOKUP_STATE_WITHDRAWN_LABEL;
  if (record->status == VOUCH_PUBLIC_STATUS_ON_HOLD)
    return VOUCH_LOOKUP_STATE_NOT_RELEASED;
  if (record->status == VOUCH_PUBLIC_STATUS_WITHDRAWN)
    return VOUCH_LOOKUP_STATE_WITHDRAWN_LOT;
  if (record->status == VOUCH_PUBLIC_STATUS_EXPIRED || (record->expiry != VOUCH_DATE_NONE && record->expiry < today))
    return VOUCH_LOOKUP_STATE_EXPIRED;
  return VOUCH_LOOKUP_STATE_GENUINE;
}
