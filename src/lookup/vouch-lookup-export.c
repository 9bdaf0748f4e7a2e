#include "vouch-lookup-export.h"

#include <string.h>

#include "vouch-clock.h"
#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lookup-document.h"
#include "vouch-lookup-export-folder.h"
#include "vouch-lookup-linkset.h"
#include "vouch-lookup-lots.h"
#include "vouch-lookup-product-page.h"
#include "vouch-lookup-resources.h"

#define RECALLED_MAX 50
#define RELEASED_MAX 10

typedef struct
{
  VouchLookupDb *db;
  VouchLookupLots *lots;
  VouchLookupTexts *texts[2];
  VouchLookupExportFolder *folder;
  const char *host; /* nullable */
  VouchDate today;
  GPtrArray *shown; /* VouchLookupLot * */
} Export;

/* A page in one of the languages. */
typedef GBytes *(*MakePage) (const VouchLookupFrame *frame, gconstpointer subject);

static gboolean
write_pages (Export *self, const char *place, const char *root, MakePage make, gconstpointer subject, GError **error)
{
  for (int i = VOUCH_LOOKUP_ENGLISH; i <= VOUCH_LOOKUP_CHINESE; i++)
    {
      const VouchLookupFrame frame = {
        .texts = self->texts[i], .root = root, .today = self->today, .policy = &vouch_lookup_policy_default
      };
      g_autofree char *name = g_strconcat (place, vouch_lookup_page_file ((VouchLookupLanguage)i), NULL);

      if (!vouch_lookup_export_folder_write (self->folder, name, make (&frame, subject), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_named (Export *self, const char *place, const char *name, GBytes *content, GError **error)
{
  g_autofree char *full = g_strconcat (place, name, NULL);

  return vouch_lookup_export_folder_write (self->folder, full, content, error);
}

static VouchLookupStatement
state (const Export *self, const VouchLookupRoute *route, const VouchLookupAnswer *answer)
{
  return (VouchLookupStatement){ .route = route,
                                 .host = self->host != NULL ? self->host : answer->lot->record->host,
                                 .answer = answer,
                                 .today = self->today };
}

static GBytes *
make_lot_page (const VouchLookupFrame *frame, gconstpointer subject)
{
  return vouch_lookup_code_page (frame, subject);
}

static gboolean
write_record (Export *self, const char *place, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *line = vouch_lookup_lot_load_line (self->db, number, &local);
  gsize length;

  if (line == NULL && g_error_matches (local, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND))
    return TRUE;
  if (line == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  length = strlen (line);
  return write_named (self, place, "record.json", g_bytes_new_take (g_steal_pointer (&line), length), error);
}

/* A report that its station has not sent is not on the lot's pages either: they link to files that are there. */
static gboolean
write_report (Export *self, const char *place, VouchPublicRecord *record, GError **error)
{
  GError *local = NULL;
  g_autofree char *hex = NULL;
  g_autofree char *name = NULL;
  GBytes *pdf;

  if (record->report_sha256 == NULL)
    return TRUE;
  pdf = vouch_lookup_document_load (self->db, g_bytes_get_data (record->report_sha256, NULL), &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (pdf == NULL)
    {
      g_clear_pointer (&record->report_sha256, g_bytes_unref);
      return TRUE;
    }
  hex = vouch_hex_write (g_bytes_get_data (record->report_sha256, NULL), g_bytes_get_size (record->report_sha256));
  name = g_strconcat (hex, ".pdf", NULL);
  return write_named (self, place, name, pdf, error);
}

/* What customers may have of a lot that is not on hold. */
static gboolean
write_papers (Export *self, const char *place, VouchLookupLot *lot, GError **error)
{
  return write_report (self, place, lot->record, error) && write_record (self, place, lot->record->lot, error);
}

static gboolean
write_lot (Export *self, VouchLookupLot *lot, GError **error)
{
  const VouchLookupAnswer answer = { vouch_lookup_lot_judge (lot, NULL, self->today), lot, VOUCH_LOOKUP_SUBJECT_LOT };
  VouchLookupRoute route = { .kind = VOUCH_LOOKUP_ROUTE_LOT };
  VouchLookupStatement said = state (self, &route, &answer);
  g_autofree char *place = g_strdup_printf ("t/%s/", lot->record->lot);

  if (answer.state == VOUCH_LOOKUP_STATE_UNKNOWN)
    return TRUE;
  g_strlcpy (route.lot, lot->record->lot, sizeof route.lot);
  g_ptr_array_add (self->shown, vouch_lookup_lot_ref (lot));
  return (answer.state == VOUCH_LOOKUP_STATE_NOT_RELEASED || write_papers (self, place, lot, error)) &&
         write_pages (self, place, "../../", make_lot_page, &answer, error) &&
         write_named (self, place, "data.jsonld", vouch_lookup_linked_data (&said), error) &&
         write_named (self, place, "linkset.json", vouch_lookup_linkset (&said), error) &&
         write_named (self, place, "recall.json", vouch_lookup_recall_status (&said), error);
}

static GBytes *
make_product_page (const VouchLookupFrame *frame, gconstpointer subject)
{
  return vouch_lookup_product_page (frame, subject);
}

static gboolean
write_product (Export *self, const char *gtin, GError **error)
{
  g_autoptr (GPtrArray) recalled =
      vouch_lookup_lots_list_of_product (self->lots, gtin, VOUCH_PUBLIC_STATUS_RECALLED, RECALLED_MAX, error);
  g_autoptr (GPtrArray) released =
      recalled != NULL
          ? vouch_lookup_lots_list_of_product (self->lots, gtin, VOUCH_PUBLIC_STATUS_RELEASED, RELEASED_MAX, error)
          : NULL;
  g_autofree char *place = g_strdup_printf ("01/%s/", gtin);
  VouchLookupRoute route = { .kind = VOUCH_LOOKUP_ROUTE_PRODUCT };
  VouchLookupProduct product = { .released = released, .recalled = recalled };
  VouchLookupAnswer answer = { .state = VOUCH_LOOKUP_STATE_GENUINE, .subject = VOUCH_LOOKUP_SUBJECT_PRODUCT };
  VouchLookupStatement said;

  if (released == NULL)
    return FALSE;
  product.newest = g_ptr_array_index (released->len > 0 ? released : recalled, 0);
  answer.lot = product.newest;
  g_strlcpy (route.gtin, gtin, sizeof route.gtin);
  said = state (self, &route, &answer);
  said.recalled = recalled;
  return write_pages (self, place, "../../", make_product_page, &product, error) &&
         write_named (self, place, "data.jsonld", vouch_lookup_linked_data (&said), error) &&
         write_named (self, place, "linkset.json", vouch_lookup_linkset (&said), error);
}

static GPtrArray *
list_texts (Export *self, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (self->db, sql, error);
  gboolean has_row = stmt != NULL;

  if (stmt == NULL)
    return NULL;
  while (has_row)
    {
      if (!vouch_lookup_stmt_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        g_ptr_array_add (texts, vouch_lookup_stmt_dup_text (stmt, 0));
    }
  return g_steal_pointer (&texts);
}

static gboolean
write_lots (Export *self, GError **error)
{
  g_autoptr (GPtrArray) numbers = list_texts (self, "SELECT lot FROM lot WHERE was_released = 1 ORDER BY lot", error);

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    {
      g_autoptr (VouchLookupLot) lot = NULL;

      if (!vouch_lookup_lots_find (self->lots, g_ptr_array_index (numbers, i), &lot, error) ||
          (lot != NULL && !write_lot (self, lot, error)))
        return FALSE;
    }
  return numbers != NULL;
}

typedef struct
{
  const GPtrArray *products;
  const GPtrArray *lots;
} Index;

static GBytes *
make_index (const VouchLookupFrame *frame, gconstpointer subject)
{
  const Index *index = subject;

  return vouch_lookup_product_index (frame, index->products, index->lots);
}

static const char *
choose_host (const Export *self)
{
  const VouchLookupLot *first = self->shown->len > 0 ? g_ptr_array_index (self->shown, 0) : NULL;

  return self->host != NULL || first == NULL ? self->host : first->record->host;
}

static gboolean
write_all (Export *self, GError **error)
{
  g_autoptr (GPtrArray) products = NULL;
  GBytes *robots = g_resource_lookup_data (vouch_lookup_get_resource (), "/app/vouch/Lookup/robots.txt", 0, NULL);
  Index index;

  if (!vouch_lookup_export_folder_write (self->folder, "robots.txt", robots, error) || !write_lots (self, error))
    return FALSE;
  products = list_texts (
      self, "SELECT DISTINCT gtin FROM lot WHERE gtin IS NOT NULL AND status IN (1, 3) ORDER BY gtin", error);
  for (guint i = 0; products != NULL && i < products->len; i++)
    if (!write_product (self, g_ptr_array_index (products, i), error))
      return FALSE;
  if (products == NULL)
    return FALSE;
  index = (Index){ products, self->shown };
  if (choose_host (self) != NULL &&
      !vouch_lookup_export_folder_write (self->folder, ".well-known/gs1resolver",
                                         vouch_lookup_resolver_description (choose_host (self)), error))
    return FALSE;
  return write_pages (self, "", "", make_index, &index, error) &&
         vouch_lookup_export_folder_close (self->folder, error);
}

static void
unref_lot (gpointer lot)
{
  vouch_lookup_lot_unref (lot);
}

static gboolean
load_texts (Export *self, GError **error)
{
  for (int i = VOUCH_LOOKUP_ENGLISH; i <= VOUCH_LOOKUP_CHINESE; i++)
    if ((self->texts[i] = vouch_lookup_texts_load ((VouchLookupLanguage)i, error)) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * vouch_lookup_export:
 * @place: where; a service may run on it
 * @folder: where the files go
 * @host: (nullable): the host name in the data; %NULL for each lot's own
 * @error: STORAGE
 *
 * Writes what the public may know of lots and products as files for any web server. Control records and counts never
 * leave the database.
 *
 * Returns: whether all is written
 */
gboolean
vouch_lookup_export (const VouchLookupPlace *place, const char *folder, const char *host, GError **error)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  g_autoptr (VouchLookupKeys) keys = vouch_lookup_keys_open (place->data_dir, error);
  g_autoptr (VouchLookupDb) db = keys != NULL ? vouch_lookup_db_open_reader (place, error) : NULL;
  g_autoptr (VouchLookupLots) lots = db != NULL ? vouch_lookup_lots_new (db, keys) : NULL;
  g_autoptr (VouchLookupExportFolder) opened = db != NULL ? vouch_lookup_export_folder_open (folder, error) : NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (unref_lot);
  gint64 now_us = vouch_clock_now (clock);
  Export self = { db,   lots, { NULL }, opened, host, vouch_date_from_time (now_us, vouch_clock_offset (clock, now_us)),
                  shown };
  gboolean is_done = opened != NULL && load_texts (&self, error) && write_all (&self, error);

  for (int i = VOUCH_LOOKUP_ENGLISH; i <= VOUCH_LOOKUP_CHINESE; i++)
    if (self.texts[i] != NULL)
      vouch_lookup_texts_free (self.texts[i]);
  return is_done;
}
