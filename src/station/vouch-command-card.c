#include "vouch-command-card.h"

#include "vouch-label-pdf.h"
#include "vouch-label.h"

/* An office printer's, which keeps the bars of an A4 page sharp. */
#define DPI 300

static VouchLabel *
make_card (VouchStation *station, GError **error)
{
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("command-card", error);
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  if (template == NULL)
    return NULL;
  g_hash_table_insert (fields, (gpointer) "prefix", (gpointer)vouch_station_get_command_prefix (station));
  return vouch_label_new (template, fields, DPI, error);
}

/**
 * vouch_command_card_write:
 * @station: the station, which says what its command codes begin with
 * @path: where the PDF goes
 * @error: STORAGE if it cannot be written
 *
 * Writes the card that a station is worked with by scanner alone: every command as a bar code, and the key that does
 * the same, on one A4 page.
 *
 * Returns: whether the card is there
 */
gboolean
vouch_command_card_write (VouchStation *station, const char *path, GError **error)
{
  g_autoptr (VouchLabel) card = make_card (station, error);
  g_autoptr (VouchLabelPdf) pdf = card != NULL ? vouch_label_pdf_new (path, error) : NULL;

  return pdf != NULL && vouch_label_pdf_add (pdf, card, error) && vouch_label_pdf_close (g_steal_pointer (&pdf), error);
}
