#include "vouch-printer-profile.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-printer-address.h"
#include "vouch-text.h"

#define NAME_MAX_BYTES 60
#define URI_MAX_BYTES 300
#define OFFSET_MAX_UM 10000
#define STOCK_MIN_UM 5000
#define STOCK_MAX_UM 500000
#define GAP_MAX_UM 25000
#define SPEED_MAX 14
#define ZPL_DARKNESS_MAX 30
#define TSPL_DARKNESS_MAX 15

/* Paper that is cut to half a millimetre is the same stock. */
#define STOCK_TOLERANCE_UM 500

const VouchEnum vouch_printer_language_values = { (const char *const[]){ "pdf", "cups", "zpl", "tspl", NULL } };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPrinterProfile, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPrinterProfile, uri, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPrinterProfile, language, vouch_printer_language_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, dpi, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, dx_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, dy_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, darkness, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, speed, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, width_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, height_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, gap_um, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPrinterProfile, sheet, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPrinterProfile, vouch_printer_profile, "printer_profile", fields)

/**
 * vouch_printer_profile_new_pdf:
 *
 * Returns: (transfer full): the printer that every station has
 */
VouchPrinterProfile *
vouch_printer_profile_new_pdf (void)
{
  VouchPrinterProfile *self = vouch_printer_profile_new ();

  self->name = g_strdup (VOUCH_PRINTER_PDF);
  self->dpi = VOUCH_PRINTER_DPI;
  return self;
}

static gboolean
check_range (const char *field, gint64 value, gint64 min, gint64 max, GError **error)
{
  if (value >= min && value <= max)
    return TRUE;
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID, _ ("%s is %d to %d"), field, (int)min, (int)max);
  return FALSE;
}

/* A label is laid out on whole dots, so that a resolution that a printer does not have spoils every bar. */
static gboolean
check_dpi (const VouchPrinterProfile *self, GError **error)
{
  if (self->dpi == 203 || self->dpi == 300 || self->dpi == 600)
    return TRUE;
  vouch_set_field_error (error, "dpi", VOUCH_ERROR_INVALID, _ ("Printers have 203, 300 or 600 dots an inch"));
  return FALSE;
}

static gboolean
check_stock (const VouchPrinterProfile *self, GError **error)
{
  if (self->width_um == 0 && self->height_um == 0)
    {
      if (self->language == VOUCH_PRINTER_LANGUAGE_PDF)
        return TRUE;
      vouch_set_field_error (error, "width_um", VOUCH_ERROR_INVALID, _ ("Say how large the labels in the printer are"));
      return FALSE;
    }
  return check_range ("width_um", self->width_um, STOCK_MIN_UM, STOCK_MAX_UM, error) &&
         check_range ("height_um", self->height_um, STOCK_MIN_UM, STOCK_MAX_UM, error) &&
         check_range ("gap_um", self->gap_um, 0, GAP_MAX_UM, error);
}

static gboolean
check_address (const VouchPrinterProfile *self, GError **error)
{
  g_auto (VouchPrinterAddress) address = { 0 };
  gboolean fits;

  if (!vouch_printer_address_parse (&address, self->uri, error))
    return FALSE;
  if (self->language == VOUCH_PRINTER_LANGUAGE_PDF)
    fits = address.place == VOUCH_PRINTER_PLACE_FOLDER;
  else if (self->language == VOUCH_PRINTER_LANGUAGE_CUPS)
    fits = address.place == VOUCH_PRINTER_PLACE_QUEUE;
  else
    fits = address.place != VOUCH_PRINTER_PLACE_FOLDER;
  if (!fits)
    vouch_set_field_error (error, "uri", VOUCH_ERROR_INVALID,
                           _ ("Such an address belongs to another kind of printer: PDF goes to a folder, cups to a "
                              "queue, ZPL and TSPL to a host, a device or a queue"));
  return fits;
}

/**
 * vouch_printer_profile_prints_pages:
 * @self: a profile
 *
 * Returns: whether it prints pages, as office printers do, and so can have sheets of labels in it
 */
gboolean
vouch_printer_profile_prints_pages (const VouchPrinterProfile *self)
{
  return self->language == VOUCH_PRINTER_LANGUAGE_PDF || self->language == VOUCH_PRINTER_LANGUAGE_CUPS;
}

/**
 * vouch_printer_profile_is_queue:
 * @self: a profile
 *
 * Returns: whether it is reached through the printing system
 */
gboolean
vouch_printer_profile_is_queue (const VouchPrinterProfile *self)
{
  g_auto (VouchPrinterAddress) address = { 0 };

  return vouch_printer_address_parse (&address, self->uri, NULL) && address.place == VOUCH_PRINTER_PLACE_QUEUE;
}

/**
 * vouch_printer_profile_put_sheet:
 * @self: a profile
 * @stock: (nullable): the sheets that are in the printer; %NULL for none
 *
 * The labels in the printer are those of the sheet.
 */
void
vouch_printer_profile_put_sheet (VouchPrinterProfile *self, const VouchSheetStock *stock)
{
  g_return_if_fail (self != NULL);

  g_free (self->sheet);
  self->sheet = stock != NULL ? g_strdup (stock->name) : NULL;
  self->width_um = stock != NULL ? stock->width_um : 0;
  self->height_um = stock != NULL ? stock->height_um : 0;
}

static gboolean
check_sheet (const VouchPrinterProfile *self, GError **error)
{
  if (self->sheet == NULL || vouch_printer_profile_prints_pages (self))
    return TRUE;
  vouch_set_field_error (error, "sheet", VOUCH_ERROR_INVALID,
                         _ ("Sheets of labels are for printers of pages: choose PDF or the printing system"));
  return FALSE;
}

/**
 * vouch_printer_profile_check:
 * @self: a profile
 * @error: INVALID, with the field that is wrong
 *
 * Returns: whether a printer can be like that
 */
gboolean
vouch_printer_profile_check (const VouchPrinterProfile *self, GError **error)
{
  gint64 darkest = self->language == VOUCH_PRINTER_LANGUAGE_TSPL ? TSPL_DARKNESS_MAX : ZPL_DARKNESS_MAX;

  g_return_val_if_fail (self != NULL, FALSE);

  return vouch_record_check (&vouch_printer_profile_type, self, error) &&
         vouch_text_check_line (self->name, "name", NAME_MAX_BYTES, error) &&
         (self->uri == NULL || *self->uri == '\0' || vouch_text_check_line (self->uri, "uri", URI_MAX_BYTES, error)) &&
         check_dpi (self, error) && check_range ("dx_um", self->dx_um, -OFFSET_MAX_UM, OFFSET_MAX_UM, error) &&
         check_range ("dy_um", self->dy_um, -OFFSET_MAX_UM, OFFSET_MAX_UM, error) &&
         check_range ("darkness", self->darkness, 0, darkest, error) &&
         check_range ("speed", self->speed, 0, SPEED_MAX, error) && check_stock (self, error) &&
         check_sheet (self, error) && check_address (self, error);
}

static char *
dup_size (gint64 width_um, gint64 height_um)
{
  return g_strdup_printf ("%.4g × %.4g mm", (double)width_um / 1000, (double)height_um / 1000);
}

/**
 * vouch_printer_profile_dup_stock:
 * @self: a profile
 *
 * Returns: (transfer full): how large the labels in the printer are, for people
 */
char *
vouch_printer_profile_dup_stock (const VouchPrinterProfile *self)
{
  g_autofree char *size = NULL;

  if (self->width_um == 0)
    return g_strdup (_ ("any size"));
  size = dup_size (self->width_um, self->height_um);
  return self->sheet != NULL ? g_strdup_printf ("%s · %s", self->sheet, size) : g_steal_pointer (&size);
}

/* On a sheet a smaller label has room; a roll has to be of its size, since the printer measures it. */
static gboolean
fits (const VouchPrinterProfile *self, int width_um, int height_um)
{
  if (self->sheet != NULL)
    return width_um <= self->width_um && height_um <= self->height_um;
  return ABS (self->width_um - width_um) <= STOCK_TOLERANCE_UM &&
         ABS (self->height_um - height_um) <= STOCK_TOLERANCE_UM;
}

/**
 * vouch_printer_profile_takes:
 * @self: a profile
 * @width_um: of a label
 * @height_um: of a label
 * @error: (optional): DENIED, with the reason
 *
 * Returns: whether such labels can be printed on those in the printer
 */
gboolean
vouch_printer_profile_takes (const VouchPrinterProfile *self, int width_um, int height_um, GError **error)
{
  g_autofree char *wanted = NULL;
  g_autofree char *stock = NULL;

  if (self->width_um == 0 || fits (self, width_um, height_um))
    return TRUE;
  wanted = dup_size (width_um, height_um);
  stock = vouch_printer_profile_dup_stock (self);
  vouch_set_field_error (
      error, "printer", VOUCH_ERROR_DENIED,
      _ ("“%s” has labels of %s, and these are %s: choose another printer, or put such labels in and "
         "say so in its settings"),
      self->name, stock, wanted);
  return FALSE;
}
