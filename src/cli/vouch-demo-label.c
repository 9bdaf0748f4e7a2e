/* The demonstration's labels: printed, read back by the program, and scanned back from the print. */
#include <glib/gi18n-lib.h>

#include "vouch-demo-private.h"
#include "vouch-label-work.h"
#include "vouch-label.h"

#define PRINTER_DPI 203

static void
set (GHashTable *fields, const char *name, char *value)
{
  if (value != NULL)
    g_hash_table_insert (fields, (gpointer)name, value);
}

/* The same dots as on the printed label. */
static VouchLabel *
draw_unit (VouchDemo *self, const VouchLotFile *file, const VouchCodeBatch *batch, gint64 unit, char **code,
           GError **error)
{
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-60x40", error);
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  char serial[17];
  char *address = vouch_label_dup_address (self->station, batch, file->lot->number, unit, serial);

  if (code != NULL)
    *code = g_strdup (address);
  set (fields, "address", address);
  set (fields, "serial", g_strdup (serial));
  set (fields, "host", g_strdup (batch->host));
  set (fields, "lot", g_strdup (file->lot->number));
  set (fields, "product_name_en", g_strdup (file->product->name_en));
  set (fields, "product_name_zh", g_strdup (file->product->name_zh));
  set (fields, "produced", vouch_date_to_string (file->lot->produced));
  set (fields, "expiry", vouch_date_to_string (file->lot->expiry));
  return template != NULL ? vouch_label_new (template, fields, PRINTER_DPI, error) : NULL;
}

/**
 * vouch_demo_scan_unit:
 * @self: the demonstration
 * @lot_id: a lot with codes
 * @unit: one of its units, 0 for the last one
 * @address: (out) (optional): the address on its label
 * @error: what did not hold
 *
 * Returns: whether the session got the code on the unit's label
 */
gboolean
vouch_demo_scan_unit (VouchDemo *self, gint64 lot_id, gint64 unit, char **address, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_demo_load_lot (self, lot_id, error);
  g_autoptr (VouchLabel) label = NULL;
  g_autofree guint8 *pixels = NULL;
  guint width, height, stride;
  const VouchCodeBatch *batch;

  if (file == NULL)
    return FALSE;
  if (file->batches->len == 0)
    return vouch_demo_fail (error, _ ("Lot %s has no codes"), file->lot->number);
  batch = g_ptr_array_index (file->batches, file->batches->len - 1);
  label = draw_unit (self, file, batch, unit != 0 ? unit : batch->first_unit + batch->units - 1, address, error);
  return label != NULL &&
         (vouch_label_render_grey (label, &pixels, &width, &height, &stride) ||
          vouch_demo_fail (error, _ ("The label cannot be drawn"))) &&
         vouch_demo_scan_dots (self, "label", pixels, width, height, stride, error);
}

/* Codes are issued and labels printed; the first and the last one, scanned from the print, make the codes active. */
gboolean
vouch_demo_label (VouchDemo *self, VouchDemoLot *lot, GError **error)
{
  g_autoptr (VouchDeskState) printed = NULL;

  if (!vouch_demo_scan (self, "XCPRINT", error) || !vouch_demo_expect (self, VOUCH_STAGE_SCAN_BACK, error))
    return FALSE;
  printed = vouch_session_dup_state (self->session);
  vouch_demo_say (self, "label", "%s: %s", printed->detail, printed->printed);
  if (!vouch_demo_scan_unit (self, lot->id, 1, &lot->first, error) ||
      !vouch_demo_scan_unit (self, lot->id, 0, &lot->last, error) ||
      !vouch_demo_expect (self, VOUCH_STAGE_LABELS, error))
    return FALSE;
  vouch_demo_say (self, "scan_back", _ ("First and last label scanned back: the codes are active"));
  return TRUE;
}
