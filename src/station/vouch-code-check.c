#include "vouch-code-check.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-code-version-work.h"
#include "vouch-hash.h"
#include "vouch-lot-store.h"
#include "vouch-trace-address.h"
#include "vouch-void-unit.h"

#define LOTS_MAX 4096 /* in memory at once */

static const char *const state_names[] = { "unknown", "lot",     "active",     "printed",     "reserved",
                                           "void",    "revoked", "wrong_host", "key_missing", NULL };
const VouchEnum vouch_code_state_values = { state_names };

/* What the codes of some of a lot's batches are derived from. */
typedef struct
{
  gint64 version;
  const char *gtin; /* lent by the first batch of these; nullable */
  gboolean is_missing;
  gboolean is_revoked;
  guint8 key[VOUCH_TRACE_KEY_SIZE];
} DerivingKey;

typedef struct
{
  VouchLot *lot;
  GPtrArray *batches; /* VouchCodeBatch */
  GPtrArray *voids;   /* VouchVoidUnit */
  GArray *keys;       /* DerivingKey */
} CodedLot;

struct _VouchCodeCheck
{
  VouchConn *conn;
  VouchStation *station;
  GHashTable *lots; /* char * → CodedLot */
};

static void
wipe_key (gpointer data)
{
  vouch_wipe (data, sizeof (DerivingKey));
}

static void
free_lot (gpointer data)
{
  CodedLot *self = data;

  if (self == NULL)
    return;
  vouch_lot_free (self->lot);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->voids, g_ptr_array_unref);
  g_array_unref (self->keys);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CodedLot, free_lot)

/**
 * vouch_code_check_new:
 * @conn: a connection, lent
 * @station: the station, lent
 *
 * Returns: (transfer full): what looks at codes
 */
VouchCodeCheck *
vouch_code_check_new (VouchConn *conn, VouchStation *station)
{
  VouchCodeCheck *self = g_new0 (VouchCodeCheck, 1);

  self->conn = conn;
  self->station = station;
  self->lots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_lot);
  return self;
}

/**
 * vouch_code_check_free:
 * @self: (nullable) (transfer full): what looks at codes; its keys are wiped
 */
void
vouch_code_check_free (VouchCodeCheck *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lots);
  g_free (self);
}

static gboolean
has_key (const CodedLot *lot, const VouchCodeBatch *batch)
{
  for (guint i = 0; i < lot->keys->len; i++)
    {
      const DerivingKey *key = &g_array_index (lot->keys, DerivingKey, i);

      if (key->version == batch->key_version && g_strcmp0 (key->gtin, batch->gtin) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_key (VouchCodeCheck *self, CodedLot *lot, const VouchCodeBatch *batch, GError **error)
{
  const guint8 *master =
      vouch_key_file_get_code_key (vouch_station_get_keys (self->station), (guint)batch->key_version);
  DerivingKey key = { .version = batch->key_version, .gtin = batch->gtin, .is_missing = master == NULL };

  if (!vouch_code_version_is_revoked (self->conn, self->station, key.version, &key.is_revoked, error))
    return FALSE;
  if (master != NULL)
    vouch_trace_lot_key (master, batch->gtin, lot->lot->number, key.key);
  g_array_append_val (lot->keys, key);
  wipe_key (&key);
  return TRUE;
}

static CodedLot *
load_lot (VouchCodeCheck *self, const char *number, GError **error)
{
  g_autoptr (CodedLot) lot = g_new0 (CodedLot, 1);
  g_autoptr (GError) local = NULL;

  lot->keys = g_array_new (FALSE, FALSE, sizeof (DerivingKey));
  g_array_set_clear_func (lot->keys, wipe_key);
  lot->lot = vouch_lot_store_find_by_number (self->conn, number, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (lot->lot == NULL)
    return g_steal_pointer (&lot);
  lot->batches = vouch_code_batch_store_list (self->conn, lot->lot->id, error);
  lot->voids = lot->batches != NULL ? vouch_code_batch_store_list_voids (self->conn, lot->lot->id, error) : NULL;
  if (lot->voids == NULL)
    return NULL;
  for (guint i = 0; i < lot->batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (lot->batches, i);

      if (!has_key (lot, batch) && !add_key (self, lot, batch, error))
        return NULL;
    }
  return g_steal_pointer (&lot);
}

static const CodedLot *
find_lot (VouchCodeCheck *self, const char *number, GError **error)
{
  CodedLot *lot = g_hash_table_lookup (self->lots, number);

  if (lot != NULL)
    return lot;
  lot = load_lot (self, number, error);
  if (lot == NULL)
    return NULL;
  if (g_hash_table_size (self->lots) >= LOTS_MAX)
    g_hash_table_remove_all (self->lots);
  g_hash_table_insert (self->lots, g_strdup (number), lot);
  return lot;
}

static const VouchCodeBatch *
find_batch (const CodedLot *lot, const DerivingKey *key, gint64 unit)
{
  for (guint i = 0; i < lot->batches->len; i++)
    {
      const VouchCodeBatch *batch = g_ptr_array_index (lot->batches, i);

      if (batch->key_version == key->version && g_strcmp0 (batch->gtin, key->gtin) == 0 && unit >= batch->first_unit &&
          unit - batch->first_unit < batch->units)
        return batch;
    }
  return NULL;
}

static gboolean
is_void (const CodedLot *lot, const VouchCodeBatch *batch, gint64 unit)
{
  if (batch->state == VOUCH_CODE_BATCH_STATE_VOIDED)
    return TRUE;
  for (guint i = 0; i < lot->voids->len; i++)
    {
      const VouchVoidUnit *units = g_ptr_array_index (lot->voids, i);

      if (unit >= units->first_unit && unit - units->first_unit < units->units)
        return TRUE;
    }
  return FALSE;
}

static VouchCodeState
judge (const CodedLot *lot, const VouchCodeBatch *batch, const DerivingKey *key, gint64 unit, const char *host)
{
  if (host != NULL && g_ascii_strcasecmp (host, batch->host) != 0)
    return VOUCH_CODE_STATE_WRONG_HOST;
  if (is_void (lot, batch, unit))
    return VOUCH_CODE_STATE_VOID;
  if (batch->state == VOUCH_CODE_BATCH_STATE_RESERVED)
    return VOUCH_CODE_STATE_RESERVED;
  if (key->is_revoked)
    return VOUCH_CODE_STATE_REVOKED;
  return batch->state == VOUCH_CODE_BATCH_STATE_ACTIVE ? VOUCH_CODE_STATE_ACTIVE : VOUCH_CODE_STATE_PRINTED;
}

/* Every version that has a range in the lot is tried; only a unit inside a range of that very version is one. */
static void
look_at_serial (const CodedLot *lot, const char *serial, const char *host, VouchCodeFinding *finding)
{
  for (guint i = 0; i < lot->keys->len; i++)
    {
      const DerivingKey *key = &g_array_index (lot->keys, DerivingKey, i);
      const VouchCodeBatch *batch = NULL;
      guint32 unit;

      if (key->is_missing)
        finding->state = VOUCH_CODE_STATE_KEY_MISSING;
      else if (vouch_trace_serial_open (key->key, serial, &unit))
        batch = find_batch (lot, key, unit);
      if (batch == NULL)
        continue;
      finding->batch_id = batch->id;
      finding->unit = unit;
      finding->state = judge (lot, batch, key, unit, host);
      return;
    }
}

/**
 * vouch_code_check_look:
 * @self: what looks at codes
 * @text: an address as on a label, or lot and serial with a space between, or a lot's number
 * @finding: (out): what it comes to
 * @error: what the database said
 *
 * Returns: whether it could be looked up; a code that is not ours is no error
 */
gboolean
vouch_code_check_look (VouchCodeCheck *self, const char *text, VouchCodeFinding *finding, GError **error)
{
  g_autoptr (VouchTraceAddress) address = vouch_trace_address_parse (text, NULL);
  const char *space = address == NULL ? strchr (text, ' ') : NULL;
  g_autofree char *typed =
      address == NULL ? g_strndup (text, space != NULL ? (gsize)(space - text) : strlen (text)) : NULL;
  char number[VOUCH_TRACE_LOT_MAX + 1], serial[VOUCH_TRACE_SERIAL_LENGTH + 1] = "";
  const CodedLot *lot;

  *finding = (VouchCodeFinding){ 0 };
  if (!vouch_trace_lot_number_normalise (address != NULL ? address->lot : typed, number))
    return TRUE;
  lot = find_lot (self, number, error);
  if (lot == NULL)
    return FALSE;
  if (lot->lot == NULL)
    return TRUE;
  finding->lot_id = lot->lot->id;
  finding->lot = lot->lot->number;
  finding->status = lot->lot->status;
  if (address != NULL)
    g_strlcpy (serial, address->serial, sizeof serial);
  else if (space != NULL && !vouch_trace_serial_normalise (space, serial))
    return TRUE;
  if (*serial == '\0')
    finding->state = VOUCH_CODE_STATE_LOT;
  else
    look_at_serial (lot, serial, address != NULL ? address->host : NULL, finding);
  return TRUE;
}

/**
 * vouch_code_state_describe:
 * @state: what a code comes to
 *
 * Returns: (transfer none): the same in the user's language
 */
const char *
vouch_code_state_describe (VouchCodeState state)
{
  switch (state)
    {
    case VOUCH_CODE_STATE_UNKNOWN:
      return _ ("not a code of this station");
    case VOUCH_CODE_STATE_LOT:
      return _ ("a lot’s address");
    case VOUCH_CODE_STATE_ACTIVE:
      return _ ("genuine");
    case VOUCH_CODE_STATE_PRINTED:
      return _ ("printed, not scanned back yet");
    case VOUCH_CODE_STATE_RESERVED:
      return _ ("never printed");
    case VOUCH_CODE_STATE_VOID:
      return _ ("label withdrawn");
    case VOUCH_CODE_STATE_REVOKED:
      return _ ("made with a revoked key");
    case VOUCH_CODE_STATE_WRONG_HOST:
      return _ ("another host name than ours");
    case VOUCH_CODE_STATE_KEY_MISSING:
      return _ ("its key is missing in the key file");
    default:
      g_return_val_if_reached ("");
    }
}
