#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-ledger.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-shelf.h"

#define HELD_MAX 10000

/* The last publication in place: of an epoch never heard of, number 0 with a hash of zeros. */
typedef struct
{
  gint64 seq;
  guint8 hash[VOUCH_HASH_SIZE];
} Head;

static void
bind_place (VouchLookupStmt *stmt, const VouchPublication *publication, gint64 seq)
{
  vouch_lookup_stmt_bind_number (stmt, 1, publication->station);
  vouch_lookup_stmt_bind_number (stmt, 2, publication->epoch);
  vouch_lookup_stmt_bind_number (stmt, 3, seq);
}

static gboolean
load_head (const VouchLookupLedger *self, const VouchPublication *publication, Head *head, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (self->db, "SELECT seq, hash FROM origin WHERE station = ?1 AND epoch = ?2", error);
  gboolean has_row;
  gsize length;

  *head = (Head){ 0 };
  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, publication->station);
  vouch_lookup_stmt_bind_number (stmt, 2, publication->epoch);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      head->seq = vouch_lookup_stmt_get_number (stmt, 0);
      memcpy (head->hash, vouch_lookup_stmt_get_bytes (stmt, 1, &length), VOUCH_HASH_SIZE);
    }
  return TRUE;
}

static gboolean
save_head (const VouchLookupLedger *self, const VouchPublication *publication, Head *head, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (self->db,
                                                              "INSERT INTO origin (station, epoch, seq, hash) "
                                                              "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (station, epoch) "
                                                              "DO UPDATE SET seq = ?3, hash = ?4",
                                                              error);

  if (stmt == NULL)
    return FALSE;
  head->seq = publication->seq;
  vouch_publication_hash (publication, head->hash);
  bind_place (stmt, publication, head->seq);
  vouch_lookup_stmt_bind_bytes (stmt, 4, head->hash, sizeof head->hash);
  return vouch_lookup_stmt_run (stmt, error);
}

/* Whether this place of the chain is taken, by what, and whether that still waits. */
static gboolean
load_known (const VouchLookupLedger *self, const VouchPublication *publication, gboolean *is_known,
            guint8 hash[VOUCH_HASH_SIZE], gboolean *is_held, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      self->db, "SELECT hash, is_held FROM publication WHERE station = ?1 AND epoch = ?2 AND seq = ?3", error);
  gsize length;

  if (stmt == NULL)
    return FALSE;
  bind_place (stmt, publication, publication->seq);
  if (!vouch_lookup_stmt_step (stmt, is_known, error))
    return FALSE;
  if (*is_known)
    {
      memcpy (hash, vouch_lookup_stmt_get_bytes (stmt, 0, &length), VOUCH_HASH_SIZE);
      *is_held = vouch_lookup_stmt_get_number (stmt, 1) != 0;
    }
  return TRUE;
}

static gboolean
save_publication (const VouchLookupLedger *self, const VouchPublication *publication, const char *line,
                  gboolean is_held, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (self->db,
                               "INSERT INTO publication (station, epoch, seq, hash, is_held, "
                               "type, line, received_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                               "ON CONFLICT (station, epoch, seq) DO UPDATE SET is_held = ?5",
                               error);
  guint8 hash[VOUCH_HASH_SIZE];

  if (stmt == NULL)
    return FALSE;
  vouch_publication_hash (publication, hash);
  bind_place (stmt, publication, publication->seq);
  vouch_lookup_stmt_bind_bytes (stmt, 4, hash, sizeof hash);
  vouch_lookup_stmt_bind_number (stmt, 5, is_held);
  vouch_lookup_stmt_bind_text (stmt, 6, publication->type);
  vouch_lookup_stmt_bind_text (stmt, 7, line);
  vouch_lookup_stmt_bind_number (stmt, 8, self->now_us);
  return vouch_lookup_stmt_run (stmt, error);
}

static gboolean
save_fork (const VouchLookupLedger *self, const VouchPublication *publication, const char *line, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (self->db,
                               "INSERT INTO fork (station, epoch, seq, hash, line, seen_at) "
                               "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
                               error);
  guint8 hash[VOUCH_HASH_SIZE];

  if (stmt == NULL)
    return FALSE;
  vouch_publication_hash (publication, hash);
  bind_place (stmt, publication, publication->seq);
  vouch_lookup_stmt_bind_bytes (stmt, 4, hash, sizeof hash);
  vouch_lookup_stmt_bind_text (stmt, 5, line);
  vouch_lookup_stmt_bind_number (stmt, 6, self->now_us);
  return vouch_lookup_stmt_run (stmt, error);
}

static gboolean
drop_held (const VouchLookupLedger *self, const VouchPublication *publication, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      self->db, "DELETE FROM publication WHERE station = ?1 AND epoch = ?2 AND seq = ?3 AND is_held = 1", error);

  if (stmt == NULL)
    return FALSE;
  bind_place (stmt, publication, publication->seq);
  return vouch_lookup_stmt_run (stmt, error);
}

static gboolean
follows (const Head *head, const VouchPublication *publication)
{
  return publication->seq == head->seq + 1 && memcmp (publication->prev, head->hash, VOUCH_HASH_SIZE) == 0;
}

static gboolean
put_in_place (const VouchLookupLedger *self, const VouchPublication *publication, const char *line, Head *head,
              GError **error)
{
  const VouchLookupShelf shelf = { self->db, self->keys };

  return vouch_lookup_shelf_put (&shelf, publication, error) &&
         save_publication (self, publication, line, FALSE, error) && save_head (self, publication, head, error);
}

static char *
load_held_line (const VouchLookupLedger *self, const VouchPublication *origin, gint64 seq, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (self->db,
                               "SELECT line FROM publication WHERE station = ?1 AND epoch = ?2 "
                               "AND seq = ?3 AND is_held = 1",
                               error);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  bind_place (stmt, origin, seq);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error) || !has_row)
    return NULL;
  return vouch_lookup_stmt_dup_text (stmt, 0);
}

/* A gap was closed: what waited behind it comes in, as far as it goes on. One that does not follow after all is a fork;
 * one that breaks a rule is let go, so that the station is told when it sends it again. */
static gboolean
release_held (const VouchLookupLedger *self, const VouchPublication *origin, Head *head, GError **error)
{
  g_autofree char *line = NULL;

  while ((line = load_held_line (self, origin, head->seq + 1, error)) != NULL)
    {
      g_autoptr (VouchPublication) next = vouch_publication_read (line, -1, error);
      g_autoptr (GError) refusal = NULL;

      if (next == NULL)
        return FALSE;
      if (!follows (head, next))
        return save_fork (self, next, line, error) && drop_held (self, next, error);
      if (!put_in_place (self, next, line, head, &refusal))
        {
          if (g_error_matches (refusal, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
            {
              g_propagate_error (error, g_steal_pointer (&refusal));
              return FALSE;
            }
          g_message ("Publication %d of station %u was let go: %s", (int)next->seq, next->station, refusal->message);
          return drop_held (self, next, error);
        }
      g_clear_pointer (&line, g_free);
    }
  return error == NULL || *error == NULL;
}

static gboolean
hold (const VouchLookupLedger *self, const VouchPublication *publication, const char *line, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      self->db, "SELECT count (*) FROM publication WHERE station = ?1 AND epoch = ?2 AND is_held = 1", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, publication->station);
  vouch_lookup_stmt_bind_number (stmt, 2, publication->epoch);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (vouch_lookup_stmt_get_number (stmt, 0) >= HELD_MAX)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY,
                   _ ("Too many publications of station %u wait for an earlier one; send that one first"),
                   publication->station);
      return FALSE;
    }
  return save_publication (self, publication, line, TRUE, error);
}

/**
 * vouch_lookup_ledger_enter:
 * @self: the ledger
 * @publication: a publication whose signature holds
 * @line: the line that it came as
 * @state: (out): what became of it
 * @error: INVALID or DENIED if what it says breaks a rule; BUSY if too much is held; STORAGE
 *
 * Enters a publication in its chain: in order, once, and never against what is known.
 *
 * Returns: whether it was entered, or set aside as @state says
 */
gboolean
vouch_lookup_ledger_enter (const VouchLookupLedger *self, const VouchPublication *publication, const char *line,
                           VouchLookupLedgerState *state, GError **error)
{
  guint8 hash[VOUCH_HASH_SIZE], known_hash[VOUCH_HASH_SIZE];
  gboolean is_known, is_held = FALSE;
  Head head;

  if (!load_head (self, publication, &head, error) ||
      !load_known (self, publication, &is_known, known_hash, &is_held, error))
    return FALSE;
  vouch_publication_hash (publication, hash);
  if (is_known && memcmp (hash, known_hash, sizeof hash) == 0)
    {
      *state = is_held ? VOUCH_LOOKUP_LEDGER_HELD : VOUCH_LOOKUP_LEDGER_ALREADY;
      return TRUE;
    }
  if (is_known || publication->seq <= head.seq || (publication->seq == head.seq + 1 && !follows (&head, publication)))
    {
      *state = VOUCH_LOOKUP_LEDGER_FORKED;
      return save_fork (self, publication, line, error);
    }
  if (self->is_closed)
    {
      *state = VOUCH_LOOKUP_LEDGER_CLOSED;
      return TRUE;
    }
  if (publication->seq > head.seq + 1)
    {
      *state = VOUCH_LOOKUP_LEDGER_HELD;
      return hold (self, publication, line, error);
    }
  *state = VOUCH_LOOKUP_LEDGER_STORED;
  return put_in_place (self, publication, line, &head, error) && release_held (self, publication, &head, error);
}
