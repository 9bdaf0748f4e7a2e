#include "vouch-held-lines.h"

#define KEPT_PAGES 16

/* A line that somebody holds. */
typedef struct
{
  gint64 id;
  VouchHeldLines *held;
  VouchListItem *item; /* weak */
  gboolean is_asked;   /* its row is read, or on its way */
} Line;

struct _VouchHeldLines
{
  GHashTable *lines; /* gint64 → Line */
  GQueue pages;      /* GPtrArray of VouchListItem */
};

static void
line_gone_cb (gpointer data, GObject *item)
{
  Line *line = data;

  line->item = NULL;
  g_hash_table_remove (line->held->lines, &line->id);
}

static void
free_line (gpointer data)
{
  Line *line = data;

  if (line->item != NULL)
    g_object_weak_unref (G_OBJECT (line->item), line_gone_cb, line);
  g_free (line);
}

/* Returns: (transfer full): lines of which nobody holds any */
VouchHeldLines *
vouch_held_lines_new (void)
{
  VouchHeldLines *self = g_new0 (VouchHeldLines, 1);

  self->lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_line);
  g_queue_init (&self->pages);
  return self;
}

void
vouch_held_lines_free (VouchHeldLines *self)
{
  vouch_held_lines_drop_pages (self);
  g_hash_table_unref (self->lines);
  g_free (self);
}

/**
 * vouch_held_lines_ref_item:
 * @self: lines
 * @id: of a record
 *
 * Returns: (transfer full): the record's line; a new one if nobody holds it
 */
VouchListItem *
vouch_held_lines_ref_item (VouchHeldLines *self, gint64 id)
{
  Line *line = g_hash_table_lookup (self->lines, &id);

  if (line != NULL)
    return g_object_ref (line->item);
  line = g_new0 (Line, 1);
  *line = (Line){ id, self, vouch_list_item_new (id), FALSE };
  g_object_weak_ref (G_OBJECT (line->item), line_gone_cb, line);
  g_hash_table_insert (self->lines, &line->id, line);
  return line->item;
}

/* Whether a line's row is read, or on its way; a line that nobody holds is not. */
gboolean
vouch_held_lines_is_asked (VouchHeldLines *self, gint64 id)
{
  const Line *line = g_hash_table_lookup (self->lines, &id);

  return line != NULL && line->is_asked;
}

void
vouch_held_lines_set_asked (VouchHeldLines *self, gint64 id, gboolean is_asked)
{
  Line *line = g_hash_table_lookup (self->lines, &id);

  if (line != NULL)
    line->is_asked = is_asked;
}

/* Returns: (transfer full) (element-type gint64): of every line that is held, in no order */
GArray *
vouch_held_lines_dup_ids (VouchHeldLines *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (self->lines));
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    g_array_append_val (ids, ((Line *)line)->id);
  return ids;
}

/**
 * vouch_held_lines_keep_page:
 * @self: lines
 * @items: (transfer full) (element-type VouchListItem): lines that were read together
 *
 * Holds them until enough other pages were read.
 */
void
vouch_held_lines_keep_page (VouchHeldLines *self, GPtrArray *items)
{
  g_queue_push_head (&self->pages, items);
  while (g_queue_get_length (&self->pages) > KEPT_PAGES)
    g_ptr_array_unref (g_queue_pop_tail (&self->pages));
}

void
vouch_held_lines_drop_pages (VouchHeldLines *self)
{
  while (!g_queue_is_empty (&self->pages))
    g_ptr_array_unref (g_queue_pop_tail (&self->pages));
}
