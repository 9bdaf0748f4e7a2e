#include "vouch-printer-settings.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-settings-register.h"
#include "vouch-sheet-settings.h"

const VouchEnum vouch_printer_use_values = { (const char *const[]){ "item", "lot", "carton", "sheet", NULL } };

static char *
dup_message (VouchRegisterFault fault, const char *name, guint number)
{
  switch (fault)
    {
    case VOUCH_REGISTER_FAULT_DAMAGED:
      return g_strdup_printf (_ ("Printer %u of the settings is damaged and not used (%s); set it up again"), number,
                              name);
    case VOUCH_REGISTER_FAULT_UNKNOWN:
      return g_strdup_printf (_ ("This station has no printer “%s”"), name);
    case VOUCH_REGISTER_FAULT_TAKEN:
      return g_strdup_printf (_ ("There is a printer “%s” already"), name);
    case VOUCH_REGISTER_FAULT_LOCKED:
    default:
      return g_strdup (_ ("The printers of this station were set up by its administrator and cannot be changed here"));
    }
}

/* What labels the sheets have that are in a printer is told with the sheets. */
static gboolean
put_sheet (GSettings *settings, gpointer record, GError **error)
{
  VouchPrinterProfile *profile = record;
  g_autoptr (VouchSheetStock) stock = NULL;

  if (profile->sheet == NULL)
    return TRUE;
  stock = vouch_sheet_settings_find (settings, profile->sheet, NULL);
  if (stock != NULL)
    vouch_printer_profile_put_sheet (profile, stock);
  else
    vouch_set_field_error (error, "stock", VOUCH_ERROR_INVALID,
                           _ ("“%s” is neither a size of labels, like 60x40, nor a sheet of labels that this station "
                              "knows"),
                           profile->sheet);
  return stock != NULL;
}

static gboolean
check (gconstpointer record, GError **error)
{
  return vouch_printer_profile_check (record, error);
}

static const VouchSettingsRegister printers = {
  .key = "printer-profiles",
  .type = &vouch_printer_profile_type,
  .field = "printer",
  .complete = put_sheet,
  .check = check,
  .dup_message = dup_message,
};

/**
 * vouch_printer_settings_list:
 * @settings: (nullable): the station's settings
 * @damage: (out) (optional) (nullable): what is to be said of printers that are not used
 *
 * Returns: (transfer full) (element-type VouchPrinterProfile): the printers, the one for PDF files first
 */
GPtrArray *
vouch_printer_settings_list (GSettings *settings, char **damage)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_printer_profile_free);

  g_ptr_array_add (profiles, vouch_printer_profile_new_pdf ());
  vouch_settings_register_append (&printers, settings, profiles, damage);
  return profiles;
}

/**
 * vouch_printer_settings_find:
 * @settings: (nullable): the station's settings
 * @name: a printer's name
 * @error: NOT_FOUND if the station has no such printer
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
VouchPrinterProfile *
vouch_printer_settings_find (GSettings *settings, const char *name, GError **error)
{
  g_autoptr (GPtrArray) profiles = vouch_printer_settings_list (settings, NULL);

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < profiles->len; i++)
    if (g_str_equal (((const VouchPrinterProfile *)g_ptr_array_index (profiles, i))->name, name))
      return g_ptr_array_steal_index (profiles, i);
  vouch_settings_register_refuse (&printers, VOUCH_REGISTER_FAULT_UNKNOWN, name, error);
  return NULL;
}

/* The PDF printer is not in the settings, so that it cannot be lost. */
static gboolean
check_name (const char *name, GError **error)
{
  if (!g_str_equal (name, VOUCH_PRINTER_PDF))
    return TRUE;
  vouch_set_field_error (error, "name", VOUCH_ERROR_INVALID,
                         _ ("The printer “%s” is every station’s, and stays as it is; give another name"), name);
  return FALSE;
}

static void
follow_name (GSettings *settings, const char *before, const char *name)
{
  for (int use = 0; vouch_enum_get_name (&vouch_printer_use_values, use) != NULL; use++)
    {
      g_autofree char *chosen = vouch_printer_settings_dup_default (settings, (VouchPrinterUse)use);

      if (g_str_equal (chosen, before))
        vouch_printer_settings_set_default (settings, (VouchPrinterUse)use, name, NULL);
    }
}

/**
 * vouch_printer_settings_store:
 * @settings: (nullable): the station's settings
 * @profile: a printer
 * @instead_of: (nullable): the name of the printer that it changes; %NULL for a new one
 * @error: INVALID if no printer is like that, CONFLICT if its name is taken, NOT_FOUND if the station has no printer
 *   @instead_of, DENIED and STORAGE if it cannot be kept
 *
 * Returns: whether it is kept
 */
gboolean
vouch_printer_settings_store (GSettings *settings, const VouchPrinterProfile *profile, const char *instead_of,
                              GError **error)
{
  g_autoptr (VouchPrinterProfile) kept = NULL;

  g_return_val_if_fail (profile != NULL, FALSE);

  kept = vouch_record_copy (&vouch_printer_profile_type, profile);
  if (!put_sheet (settings, kept, error) || !vouch_printer_profile_check (kept, error) ||
      !check_name (kept->name, error) || (instead_of != NULL && !check_name (instead_of, error)) ||
      !vouch_settings_register_store (&printers, settings, kept, instead_of, error))
    return FALSE;
  if (instead_of != NULL)
    follow_name (settings, instead_of, kept->name);
  return TRUE;
}

/**
 * vouch_printer_settings_remove:
 * @settings: (nullable): the station's settings
 * @name: a printer
 * @error: NOT_FOUND if the station has none of that name, INVALID of the PDF printer, DENIED and STORAGE
 *
 * What went to it by default is written as PDF from now on.
 *
 * Returns: whether the station has no such printer any more
 */
gboolean
vouch_printer_settings_remove (GSettings *settings, const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, FALSE);

  if (!check_name (name, error) || !vouch_settings_register_remove (&printers, settings, name, error))
    return FALSE;
  follow_name (settings, name, "");
  return TRUE;
}

/**
 * vouch_printer_use_of:
 * @purpose: labels
 *
 * Returns: which default printer they go to
 */
VouchPrinterUse
vouch_printer_use_of (VouchPrintPurpose purpose)
{
  switch (purpose)
    {
    case VOUCH_PRINT_PURPOSE_UNIT:
      return VOUCH_PRINTER_USE_ITEM;
    case VOUCH_PRINT_PURPOSE_BADGE:
    case VOUCH_PRINT_PURPOSE_SHEET:
      return VOUCH_PRINTER_USE_SHEET;
    case VOUCH_PRINT_PURPOSE_LOT:
    case VOUCH_PRINT_PURPOSE_HOLD:
    case VOUCH_PRINT_PURPOSE_REJECT:
    case VOUCH_PRINT_PURPOSE_RELEASED:
    case VOUCH_PRINT_PURPOSE_CARTON:
    case VOUCH_PRINT_PURPOSE_LOCATION:
    case VOUCH_PRINT_PURPOSE_SAMPLE:
    case VOUCH_PRINT_PURPOSE_OTHER:
    default:
      return VOUCH_PRINTER_USE_LOT;
    }
}

static char *
dup_key (VouchPrinterUse use)
{
  return g_strdup_printf ("default-printer-%s", vouch_enum_get_name (&vouch_printer_use_values, (int)use));
}

/**
 * vouch_printer_settings_dup_default:
 * @settings: (nullable): the station's settings
 * @use: which labels
 *
 * Returns: (transfer full): the name of the printer that was chosen for them; "" if none was
 */
char *
vouch_printer_settings_dup_default (GSettings *settings, VouchPrinterUse use)
{
  g_autofree char *key = dup_key (use);

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * vouch_printer_settings_set_default:
 * @settings: (nullable): the station's settings
 * @use: which labels
 * @name: the printer that they go to; "" for PDF files
 * @error: NOT_FOUND if the station has no such printer, DENIED and STORAGE
 *
 * Returns: whether they go there from now on
 */
gboolean
vouch_printer_settings_set_default (GSettings *settings, VouchPrinterUse use, const char *name, GError **error)
{
  g_autofree char *key = dup_key (use);
  g_autoptr (VouchPrinterProfile) profile = NULL;

  if (*name != '\0')
    profile = vouch_printer_settings_find (settings, name, error);
  return (*name == '\0' || profile != NULL) &&
         vouch_settings_register_set (&printers, settings, key, g_variant_new_string (name), error);
}

/**
 * vouch_printer_settings_find_default:
 * @settings: (nullable): the station's settings
 * @use: which labels
 *
 * Returns: (transfer full): the printer that they go to; the one for PDF files where none was chosen, or where the
 *   chosen one is not there any more
 */
VouchPrinterProfile *
vouch_printer_settings_find_default (GSettings *settings, VouchPrinterUse use)
{
  g_autofree char *name = vouch_printer_settings_dup_default (settings, use);
  VouchPrinterProfile *profile = *name != '\0' ? vouch_printer_settings_find (settings, name, NULL) : NULL;

  return profile != NULL ? profile : vouch_printer_profile_new_pdf ();
}
