#include "vouch-run-key.h"

#include "vouch-error.h"

/* Nobody fills in and submits the same form twice on purpose within so long. */
#define TWICE_US (G_USEC_PER_SEC)

struct _VouchRunKey
{
  GBytes *content; /* (nullable): of the last submit */
  char *key;
  gint64 submitted_at;
  gboolean is_open; /* the disk refused it, or did not tell */
};

/**
 * vouch_run_key_new:
 *
 * Returns: (transfer full): a giver of keys that has given none
 */
VouchRunKey *
vouch_run_key_new (void)
{
  return g_new0 (VouchRunKey, 1);
}

void
vouch_run_key_free (VouchRunKey *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->key);
  g_free (self);
}

static GBytes *
dup_content (const VouchUseCase *use_case, gint64 actor_id, gconstpointer request)
{
  g_autoptr (VouchCanon) canon = vouch_canon_new ("vouch-submit/1");

  vouch_canon_text (canon, use_case->name);
  vouch_canon_number (canon, actor_id);
  vouch_record_write_canon (use_case->request, request, canon);
  return vouch_canon_end (canon);
}

/**
 * vouch_run_key_choose:
 * @self: a giver of keys
 * @use_case: what is about to be done
 * @actor_id: who does it
 * @request: the request
 * @now: Unix microseconds
 *
 * Returns: (transfer none): the key to do it with, until the next is chosen
 */
const char *
vouch_run_key_choose (VouchRunKey *self, const VouchUseCase *use_case, gint64 actor_id, gconstpointer request,
                      gint64 now)
{
  g_autoptr (GBytes) content = dup_content (use_case, actor_id, request);
  gboolean is_same = self->content != NULL && g_bytes_equal (self->content, content);

  if (is_same && (self->is_open || ABS (now - self->submitted_at) < TWICE_US))
    return self->key;
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->key);
  self->content = g_steal_pointer (&content);
  self->key = g_uuid_string_random ();
  self->submitted_at = now;
  self->is_open = FALSE;
  return self->key;
}

/**
 * vouch_run_key_settle:
 * @self: a giver of keys
 * @error: (nullable): how what the last key was given for ended; %NULL where it was done
 */
void
vouch_run_key_settle (VouchRunKey *self, const GError *error)
{
  self->is_open = g_error_matches (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}
