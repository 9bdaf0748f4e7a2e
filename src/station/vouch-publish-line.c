#include "vouch-publish-line.h"

#include "vouch-outbox-store.h"
#include "vouch-outbox.h"
#include "vouch-publication.h"

/* The place of the next publication in the epoch's order. */
static gboolean
find_next (VouchAct *act, gint64 epoch, gint64 *seq, guint8 prev[VOUCH_HASH_SIZE], GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchOutbox) last = vouch_outbox_store_find_last (act->conn, epoch, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  memset (prev, 0, VOUCH_HASH_SIZE);
  *seq = last != NULL ? last->seq + 1 : 1;
  if (last != NULL && g_bytes_get_size (last->body_hash) == VOUCH_HASH_SIZE)
    memcpy (prev, g_bytes_get_data (last->body_hash, NULL), VOUCH_HASH_SIZE);
  return TRUE;
}

/**
 * vouch_publish_find_revision:
 * @act: the act
 * @lot_id: a lot
 * @type: a publication's type
 * @rev: (out): the revision of the next one of that type
 * @error: what the database said
 *
 * Returns: whether it could be counted
 */
gboolean
vouch_publish_find_revision (VouchAct *act, gint64 lot_id, const char *type, gint64 *rev, GError **error)
{
  gint64 earlier;

  if (!vouch_outbox_store_count_of_lot (act->conn, lot_id, type, &earlier, error))
    return FALSE;
  *rev = earlier + 1;
  return TRUE;
}

static gboolean
put_into (VouchAct *act, gint64 epoch, gint64 lot_id, gint64 rev, const char *type, GBytes *body, GError **error)
{
  g_autoptr (VouchOutbox) row = vouch_outbox_new ();
  g_autoptr (VouchPublication) publication = NULL;
  guint8 prev[VOUCH_HASH_SIZE], hash[VOUCH_HASH_SIZE];

  if (!find_next (act, epoch, &row->seq, prev, error))
    return FALSE;
  publication = vouch_publication_new (vouch_station_get_number (act->station), epoch, row->seq, type, body);
  memcpy (publication->prev, prev, sizeof prev);
  row->line =
      vouch_publication_write (vouch_key_file_get_signer (vouch_station_get_keys (act->station)), publication, hash);
  row->id = vouch_act_next_id (act);
  row->epoch = epoch;
  row->type = g_strdup (type);
  row->lot_id = lot_id;
  row->rev = rev;
  row->body_hash = g_bytes_new (hash, sizeof hash);
  row->published_at = vouch_act_get_now (act);
  vouch_tx_ask_anchor (act->tx);
  return vouch_act_insert (act, &vouch_outbox_type, row, error);
}

/**
 * vouch_publish_put:
 * @act: the act
 * @lot_id: whose
 * @rev: its revision
 * @type: what @body is
 * @body: the exact bytes
 * @error: what the database said
 *
 * Signs a publication in its place of the chain and puts it into the outbox.
 *
 * Returns: whether it waits to be sent
 */
gboolean
vouch_publish_put (VouchAct *act, gint64 lot_id, gint64 rev, const char *type, GBytes *body, GError **error)
{
  return put_into (act, vouch_station_get_epoch (act->station), lot_id, rev, type, body, error);
}

/* The line stays as it was signed; it only waits no more. */
static gboolean
carry_one (VouchAct *act, gint64 epoch, VouchOutbox *row, GError **error)
{
  g_autoptr (VouchPublication) publication = vouch_publication_read (row->line, -1, error);

  if (publication == NULL || !put_into (act, epoch, row->lot_id, row->rev, row->type, publication->body, error))
    return FALSE;
  row->state = VOUCH_OUTBOX_STATE_SENT;
  g_clear_pointer (&row->refusal, g_free);
  return vouch_act_update (act, &vouch_outbox_type, row, error);
}

/**
 * vouch_publish_carry_over:
 * @act: the act by which an epoch begins
 * @epoch: that epoch
 * @error: what the database said
 *
 * Publishes what still waits from earlier epochs in the new one: once that is taken over, the service takes nothing new
 * in the others.
 *
 * Returns: whether nothing waits in an earlier epoch
 */
gboolean
vouch_publish_carry_over (VouchAct *act, gint64 epoch, GError **error)
{
  for (;;)
    {
      g_autoptr (GPtrArray) waiting = vouch_outbox_store_list_waiting (act->conn, error);

      if (waiting == NULL)
        return FALSE;
      /* In the order of their epochs: the new one's come last. */
      if (waiting->len == 0 || ((const VouchOutbox *)g_ptr_array_index (waiting, 0))->epoch >= epoch)
        return TRUE;
      for (guint i = 0; i < waiting->len; i++)
        {
          VouchOutbox *row = g_ptr_array_index (waiting, i);

          if (row->epoch < epoch && !carry_one (act, epoch, row, error))
            return FALSE;
        }
    }
}
