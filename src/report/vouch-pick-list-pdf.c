/* How a pick list looks: what lot and which draw, then the units, sample by sample. */
#include <glib/gi18n-lib.h>

#include "vouch-pick-list-private.h"
#include "vouch-report-pages.h"
#include "vouch-report-text.h"

static void
add_facts (VouchDocument *document, const VouchPickList *self)
{
  g_autofree char *lot_size = g_strdup_printf ("%" G_GINT64_FORMAT, self->lot_size);
  g_autofree char *seed = vouch_pick_list_dup_seed (self);
  const VouchDocumentPair pairs[] = {
    { _ ("Product"), self->product_name, TRUE },
    { _ ("Supplier"), self->supplier, TRUE },
    { _ ("Article no."), self->sku },
    { _ ("Lot size"), lot_size },
    { _ ("Lot"), self->lot },
    { _ ("Supplier lot"), self->supplier_lot },
    { _ ("Plan"), self->plan, TRUE },
    { _ ("Seed of the draw"), seed, TRUE },
  };

  vouch_document_add_pairs (document, pairs, G_N_ELEMENTS (pairs));
}

static void
add_units (VouchDocument *document, const GArray *units)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (units->len, g_free);

  for (guint i = 0; i < units->len; i++)
    g_ptr_array_add (texts, g_strdup_printf ("%u", g_array_index (units, guint32, i)));
  vouch_document_add_ticks (document, (const char *const *)texts->pdata, texts->len);
}

static void
add_place (VouchDocument *document, const VouchPickPlace *place)
{
  g_autofree char *name = NULL, *units = NULL;

  if (place->carton == 0)
    {
      add_units (document, place->units);
      return;
    }
  name = vouch_pick_place_dup_name (place);
  units = vouch_pick_place_dup_units (place);
  vouch_document_add_tick_row (document, name, units);
}

static void
add_sample (VouchDocument *document, const VouchPickList *self, guint index)
{
  const VouchPickSample *sample = self->samples->pdata[index];
  g_autofree char *heading = vouch_pick_list_dup_heading (self, index);

  vouch_document_add_heading (document, heading);
  for (guint i = 0; i < sample->places->len; i++)
    add_place (document, sample->places->pdata[i]);
}

/* Each on a line of its own: what opens the list is not beside what acts on it. */
static void
add_codes (VouchDocument *document, const VouchPickList *self, gboolean are_commands)
{
  g_autofree VouchDocumentCode *codes = g_new0 (VouchDocumentCode, MAX (1, self->codes->len));
  guint n_codes = 0;

  for (guint i = 0; i < self->codes->len; i++)
    {
      const VouchPickCode *code = self->codes->pdata[i];

      if (code->is_command == are_commands)
        codes[n_codes++] = (VouchDocumentCode){ code->caption, code->columns, code->rows, code->quiet, code->modules };
    }
  if (n_codes > 0)
    vouch_document_add_codes (document, codes, n_codes);
}

/**
 * vouch_pick_list_lay_out:
 * @self: a list, filled in
 *
 * Sets the list on pages, with labels in the current language.
 *
 * Returns: (transfer full): the pages, to be drawn on a screen or a printer
 */
VouchDocument *
vouch_pick_list_lay_out (const VouchPickList *self)
{
  g_autofree char *footer = NULL;
  g_autofree char *subtitle = NULL;
  VouchDocument *document;

  g_return_val_if_fail (self != NULL, NULL);

  footer = vouch_report_dup_footer (self->number, self->printed_at, self->printed_by);
  if (self->product_name != NULL && self->lot != NULL)
    /* Translators: a product, a lot's number. */
    subtitle = g_strdup_printf (_ ("%s · lot %s"), self->product_name, self->lot);
  /* With what is scanned from it, it lies beside the samples. */
  document = vouch_document_new (self->codes->len > 0 ? _ ("Sample sheet") : _ ("Pick list"), footer);
  vouch_document_add_title (document, self->station, self->number, subtitle);
  add_facts (document, self);
  add_codes (document, self, FALSE);
  add_codes (document, self, TRUE);
  for (guint i = 0; i < self->samples->len; i++)
    add_sample (document, self, i);
  return document;
}

/**
 * vouch_pick_list_write_pdf:
 * @self: a list, filled in
 * @path: the file; an older one is replaced as a whole, or stays as it is
 * @error: STORAGE if the file cannot be written
 *
 * Writes the list as a PDF of A4 pages, with labels in the current language.
 *
 * Returns: whether the file is there
 */
gboolean
vouch_pick_list_write_pdf (const VouchPickList *self, const char *path, GError **error)
{
  g_autoptr (VouchDocument) document = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  document = vouch_pick_list_lay_out (self);
  return vouch_document_write_pdf (document, path, self->printed_at, error);
}
