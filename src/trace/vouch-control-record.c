#include "vouch-control-record.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hash.h"

/* More than any lot has, and so few that the sealed record always fits into a publication. */
#define RANGES_MAX 10000
#define VOIDS_MAX 20000
#define KEYS_MAX 1000

static void
wipe_key (gpointer data)
{
  vouch_wipe (data, sizeof (VouchLotKey));
}

/**
 * vouch_control_record_new:
 * @lot: our lot number
 * @gtin: (nullable): 14 digits where the lot's addresses are in Digital Link form
 * @rev: revision of the lot's whole state, from 1
 *
 * Returns: (transfer full): a record of a lot without units
 */
VouchControlRecord *
vouch_control_record_new (const char *lot, const char *gtin, gint64 rev)
{
  VouchControlRecord *self = g_new0 (VouchControlRecord, 1);

  self->lot = g_strdup (lot);
  self->gtin = g_strdup (gtin);
  self->rev = rev;
  self->ranges = g_array_new (FALSE, FALSE, sizeof (VouchUnitRange));
  self->voids = g_array_new (FALSE, FALSE, sizeof (VouchVoidUnits));
  self->keys = g_array_new (FALSE, FALSE, sizeof (VouchLotKey));
  g_array_set_clear_func (self->keys, wipe_key);
  return self;
}

/**
 * vouch_control_record_free:
 * @self: (nullable) (transfer full): a record; its keys are wiped
 */
void
vouch_control_record_free (VouchControlRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->lot);
  g_free (self->gtin);
  g_array_unref (self->ranges);
  g_array_unref (self->voids);
  g_array_unref (self->keys);
  g_free (self);
}

/**
 * vouch_control_record_add_range:
 * @self: a record
 * @key_version: the version of the code key that the serials were made with
 * @first_unit: the first unit number
 * @count: how many
 */
void
vouch_control_record_add_range (VouchControlRecord *self, guint32 key_version, guint32 first_unit, guint32 count)
{
  VouchUnitRange range = { key_version, first_unit, count };

  g_array_append_val (self->ranges, range);
}

/**
 * vouch_control_record_add_void:
 * @self: a record
 * @first_unit: the first unit whose label was withdrawn
 * @count: how many
 *
 * Units that follow on the last ones added are joined with them.
 */
void
vouch_control_record_add_void (VouchControlRecord *self, guint32 first_unit, guint32 count)
{
  VouchVoidUnits units = { first_unit, count };

  if (self->voids->len > 0)
    {
      VouchVoidUnits *last = &g_array_index (self->voids, VouchVoidUnits, self->voids->len - 1);

      if ((guint64)last->first_unit + last->count == first_unit)
        {
          last->count += count;
          return;
        }
    }
  g_array_append_val (self->voids, units);
}

/**
 * vouch_control_record_add_key:
 * @self: a record
 * @key_version: a version of the code key
 * @revoked: whether it was revoked
 * @key: the lot's key under that version
 */
void
vouch_control_record_add_key (VouchControlRecord *self, guint32 key_version, gboolean revoked,
                              const guint8 key[VOUCH_TRACE_KEY_SIZE])
{
  VouchLotKey lot_key = { .key_version = key_version, .revoked = revoked };

  memcpy (lot_key.key, key, sizeof lot_key.key);
  g_array_append_val (self->keys, lot_key);
  wipe_key (&lot_key);
}

static gboolean
refuse (const char *name, GError **error)
{
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” is missing or not what it should be"), name);
  return FALSE;
}

static gboolean
units_exist (guint32 first_unit, guint32 count)
{
  return count >= 1 && (guint64)first_unit + count <= VOUCH_TRACE_UNIT_END;
}

static const VouchLotKey *
find_key (const VouchControlRecord *self, guint32 key_version)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const VouchLotKey *key = &g_array_index (self->keys, VouchLotKey, i);

      if (key->key_version == key_version)
        return key;
    }
  return NULL;
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const VouchUnitRange *left = a, *right = b;

  return (left->first_unit > right->first_unit) - (left->first_unit < right->first_unit);
}

static gboolean
ranges_overlap (const VouchControlRecord *self)
{
  g_autoptr (GArray) sorted = g_array_copy (self->ranges);

  g_array_sort (sorted, compare_ranges);
  for (guint i = 1; i < sorted->len; i++)
    {
      const VouchUnitRange *before = &g_array_index (sorted, VouchUnitRange, i - 1);

      if (before->first_unit + before->count > g_array_index (sorted, VouchUnitRange, i).first_unit)
        return TRUE;
    }
  return FALSE;
}

/**
 * vouch_control_record_check:
 * @self: a record
 * @error: INVALID, naming the member: a lot number, GTIN or revision that is none; a range without a key or beyond the
 *   unit numbers; two ranges that share a unit; two keys of one version; more of anything than a lot has
 *
 * Returns: whether the record may be published
 */
gboolean
vouch_control_record_check (const VouchControlRecord *self, GError **error)
{
  if (!vouch_trace_lot_number_is_valid (self->lot))
    return refuse ("lot", error);
  if (self->gtin != NULL && !vouch_trace_gtin_is_valid (self->gtin))
    return refuse ("gtin", error);
  if (self->rev < 1)
    return refuse ("rev", error);
  if (self->ranges->len > RANGES_MAX)
    return refuse ("ranges", error);
  if (self->voids->len > VOIDS_MAX)
    return refuse ("void_units", error);
  if (self->keys->len > KEYS_MAX)
    return refuse ("lot_keys", error);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const VouchUnitRange *range = &g_array_index (self->ranges, VouchUnitRange, i);

      if (!units_exist (range->first_unit, range->count) || find_key (self, range->key_version) == NULL)
        return refuse ("ranges", error);
    }
  if (ranges_overlap (self))
    return refuse ("ranges", error);
  for (guint i = 0; i < self->voids->len; i++)
    {
      const VouchVoidUnits *units = &g_array_index (self->voids, VouchVoidUnits, i);

      if (!units_exist (units->first_unit, units->count))
        return refuse ("void_units", error);
    }
  for (guint i = 0; i < self->keys->len; i++)
    {
      const VouchLotKey *key = &g_array_index (self->keys, VouchLotKey, i);

      if (key->key_version == 0 || find_key (self, key->key_version) != key)
        return refuse ("lot_keys", error);
    }
  return TRUE;
}

static gboolean
was_printed (const VouchControlRecord *self, guint32 key_version, guint32 unit)
{
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const VouchUnitRange *range = &g_array_index (self->ranges, VouchUnitRange, i);

      if (range->key_version == key_version && unit >= range->first_unit && unit - range->first_unit < range->count)
        return TRUE;
    }
  return FALSE;
}

static gboolean
was_withdrawn (const VouchControlRecord *self, guint32 unit)
{
  for (guint i = 0; i < self->voids->len; i++)
    {
      const VouchVoidUnits *units = &g_array_index (self->voids, VouchVoidUnits, i);

      if (unit >= units->first_unit && unit - units->first_unit < units->count)
        return TRUE;
    }
  return FALSE;
}

/**
 * vouch_control_record_find_unit:
 * @self: a lot's record
 * @serial: a normalised serial
 * @unit: (out) (optional): its unit number, unless the answer is UNKNOWN
 *
 * Tries every version of the code key that has units in the lot, and knows only units inside a printed range of that
 * version.
 *
 * Returns: what is known of the unit
 */
VouchUnitState
vouch_control_record_find_unit (const VouchControlRecord *self, const char *serial, guint32 *unit)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      const VouchLotKey *key = &g_array_index (self->keys, VouchLotKey, i);
      guint32 found;

      if (!vouch_trace_serial_open (key->key, serial, &found) || !was_printed (self, key->key_version, found))
        continue;
      if (unit != NULL)
        *unit = found;
      return key->revoked || was_withdrawn (self, found) ? VOUCH_UNIT_VOID : VOUCH_UNIT_ACTIVE;
    }
  return VOUCH_UNIT_UNKNOWN;
}
