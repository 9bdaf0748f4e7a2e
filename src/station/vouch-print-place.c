#define G_LOG_DOMAIN "vouch-station"

#include "vouch-print-place.h"

#include <glib/gi18n-lib.h>

#include "vouch-sheet-place.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"

/* What the order says counts before what the printer's settings say; "" is no sheet. */
static const char *
get_sheet_name (const VouchPrintPlace *self, const VouchLabelOrder *order)
{
  const char *name = order->sheet != NULL ? order->sheet : self->profile->sheet;

  return name != NULL && *name != '\0' ? name : NULL;
}

static gboolean
settle_sheet (VouchPrintPlace *self, GSettings *settings, const char *name, gint64 first_position, GError **error)
{
  self->sheet = vouch_sheet_settings_find (settings, name, error);
  if (self->sheet == NULL)
    return FALSE;
  vouch_printer_profile_put_sheet (self->profile, self->sheet);
  self->first_position = first_position != 0
                             ? first_position
                             : vouch_sheet_settings_get_position (settings, self->profile->name, self->sheet);
  return vouch_printer_profile_check (self->profile, error) &&
         vouch_sheet_place_check (self->sheet, self->first_position, error);
}

/**
 * vouch_print_place_settle:
 * @self: (out caller-allocates): a place, all zero; to be cleared in any case
 * @order: what is wanted
 * @error: NOT_FOUND if the station knows no such sheet, INVALID if the printer takes none or the sheet has no such
 *   position
 *
 * Returns: whether the labels have a place to go
 */
gboolean
vouch_print_place_settle (VouchPrintPlace *self, const VouchLabelOrder *order, GError **error)
{
  g_autoptr (GSettings) settings = vouch_station_settings_new ();
  const char *name;

  self->profile = order->printer != NULL ? vouch_record_copy (&vouch_printer_profile_type, order->printer)
                                         : vouch_printer_profile_new_pdf ();
  if (order->printer == NULL && order->dpi != 0)
    self->profile->dpi = order->dpi;
  name = get_sheet_name (self, order);
  if (name != NULL)
    return settle_sheet (self, settings, name, order->first_position, error);
  if (order->sheet != NULL && self->profile->sheet != NULL)
    vouch_printer_profile_put_sheet (self->profile, NULL);
  return TRUE;
}

/**
 * vouch_print_place_takes:
 * @self: a place
 * @template: what the labels look like
 * @error: DENIED, with both sizes
 *
 * Returns: whether such labels can be printed there
 */
gboolean
vouch_print_place_takes (const VouchPrintPlace *self, const VouchLabelTemplate *template, GError **error)
{
  if (self->sheet != NULL)
    return vouch_sheet_stock_takes (self->sheet, template->width_um, template->height_um, error);
  return vouch_printer_profile_takes (self->profile, template->width_um, template->height_um, error);
}

/**
 * vouch_print_place_remember:
 * @self: a place
 * @n_given: how many labels the printer was given whole
 *
 * Keeps which position of the sheet in the printer is the first free one now. Labels that are out are out: where that
 * cannot be kept, somebody says it the next time.
 */
void
vouch_print_place_remember (const VouchPrintPlace *self, gint64 n_given)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  if (self->sheet == NULL || n_given == 0)
    return;
  settings = vouch_station_settings_new ();
  if (!vouch_sheet_settings_set_position (settings, self->profile->name, self->sheet,
                                          vouch_sheet_place_after (self->sheet, self->first_position, n_given), &error))
    g_message ("The first free label of the sheet is not kept: %s", error->message);
}

/**
 * vouch_print_place_dup_stop:
 * @self: a place
 * @n_before: how many labels of the job were out before this run
 * @confirmed: how many are out for certain
 * @sent: how many may be out
 *
 * Returns: (transfer full) (nullable): which labels the sheets have that may or may not have come out; %NULL if there
 *   are none
 */
char *
vouch_print_place_dup_stop (const VouchPrintPlace *self, gint64 n_before, gint64 confirmed, gint64 sent)
{
  g_autofree char *ranges =
      self->sheet != NULL ? vouch_sheet_place_dup_ranges (self->sheet, self->first_position, n_before, confirmed, sent)
                          : NULL;

  /* Translators: numbers of labels, one range a sheet: "13–33, 34–54" */
  return ranges != NULL ? g_strdup_printf (_ ("look which sheets came out; they have labels %s"), ranges) : NULL;
}

/**
 * vouch_print_place_clear:
 * @self: a place
 */
void
vouch_print_place_clear (VouchPrintPlace *self)
{
  g_clear_pointer (&self->profile, vouch_printer_profile_free);
  g_clear_pointer (&self->sheet, vouch_sheet_stock_free);
}
