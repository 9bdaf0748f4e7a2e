#include "vouch-pack-content.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-batch-store.h"
#include "vouch-label-choice.h"
#include "vouch-lot.h"
#include "vouch-pack-store.h"
#include "vouch-row.h"

static void
free_line (gpointer data)
{
  VouchPackLine *line = data;

  g_free (line->what);
  g_free (line->detail);
  g_free (line);
}

void
vouch_pack_content_free (VouchPackContent *self)
{
  if (self == NULL)
    return;
  vouch_pack_free (self->pack);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  vouch_print_job_free (self->job);
  g_free (self);
}

static void
add_line (VouchPackContent *self, const char *what, char *detail)
{
  VouchPackLine *line = g_new0 (VouchPackLine, 1);

  line->what = g_strdup (what);
  line->detail = detail;
  g_ptr_array_add (self->lines, line);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const VouchPackItem *one = *(const VouchPackItem *const *)a, *other = *(const VouchPackItem *const *)b;

  if (one->lot_id != other->lot_id)
    return one->lot_id < other->lot_id ? -1 : 1;
  return one->unit < other->unit ? -1 : one->unit > other->unit;
}

static void
append_run (GString *units, gint64 first, gint64 last)
{
  g_string_append_printf (units, "%s%" G_GINT64_FORMAT, units->len > 0 ? ", " : "", first);
  if (last > first)
    g_string_append_printf (units, "–%" G_GINT64_FORMAT, last);
}

/* The units of one lot, which are sorted, with those that follow on each other as one. */
static char *
dup_units (const GPtrArray *items, guint from, guint to)
{
  g_autoptr (GString) units = g_string_new (NULL);
  gint64 first = 0, last = 0;

  for (guint i = from; i < to; i++)
    {
      const VouchPackItem *item = g_ptr_array_index (items, i);

      if (i > from && item->unit == last + 1)
        {
          last++;
          continue;
        }
      if (i > from)
        append_run (units, first, last);
      first = last = item->unit;
    }
  append_run (units, first, last);
  /* Translators: numbers of units, as in 1–12, 15. */
  return g_strdup_printf (_ ("Units: %s"), units->str);
}

static gboolean
add_lots (VouchPackContent *self, VouchConn *conn, GPtrArray *items, GError **error)
{
  guint to;

  g_ptr_array_sort (items, compare_units);
  for (guint from = 0; from < items->len; from = to)
    {
      gint64 lot_id = ((const VouchPackItem *)g_ptr_array_index (items, from))->lot_id;
      g_autoptr (VouchLot) lot = vouch_row_load (conn, &vouch_lot_type, lot_id, error);

      if (lot == NULL)
        return FALSE;
      for (to = from; to < items->len; to++)
        if (((const VouchPackItem *)g_ptr_array_index (items, to))->lot_id != lot_id)
          break;
      add_line (self, lot->number, dup_units (items, from, to));
    }
  return TRUE;
}

static gboolean
add_cartons (VouchPackContent *self, VouchConn *conn, const GPtrArray *items, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = ((const VouchPackItem *)g_ptr_array_index (items, i))->child_id;
      g_autoptr (VouchPack) carton = vouch_row_load (conn, &vouch_pack_type, id, error);
      g_autoptr (GPtrArray) units = carton != NULL ? vouch_pack_store_list_items (conn, id, error) : NULL;

      if (units == NULL)
        return FALSE;
      add_line (self, carton->sscc, g_strdup_printf (_ ("Units: %d"), (int)units->len));
    }
  return TRUE;
}

static gboolean
read_job (VouchPackContent *self, VouchConn *conn, GError **error)
{
  g_autoptr (GPtrArray) jobs = vouch_code_batch_store_list_jobs_of_pack (conn, self->pack->id, error);

  if (jobs != NULL && jobs->len > 0)
    self->job = vouch_record_copy (&vouch_print_job_type, g_ptr_array_index (jobs, jobs->len - 1));
  return jobs != NULL;
}

/**
 * vouch_pack_content_read:
 * @conn: a connection
 * @pack_id: a carton or a pallet
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): what is in it, and what was printed for it
 */
VouchPackContent *
vouch_pack_content_read (VouchConn *conn, gint64 pack_id, GError **error)
{
  g_autoptr (VouchPackContent) self = g_new0 (VouchPackContent, 1);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (VouchLabelTemplate) template = NULL;

  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->pack = vouch_row_load (conn, &vouch_pack_type, pack_id, error);
  items = self->pack != NULL ? vouch_pack_store_list_items (conn, pack_id, error) : NULL;
  if (items == NULL || !read_job (self, conn, error) ||
      !(self->pack->kind == VOUCH_PACK_KIND_CARTON ? add_lots (self, conn, items, error)
                                                   : add_cartons (self, conn, items, error)))
    return NULL;
  template = vouch_label_choose_template (conn, VOUCH_PRINT_PURPOSE_CARTON, NULL, NULL);
  if (template != NULL)
    {
      self->width_um = template->width_um;
      self->height_um = template->height_um;
    }
  return g_steal_pointer (&self);
}
