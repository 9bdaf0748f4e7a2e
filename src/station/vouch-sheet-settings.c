#include "vouch-sheet-settings.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-settings-register.h"
#include "vouch-sheet-place.h"

#define STOCKS "sheet-stocks"
#define POSITIONS "sheet-positions"
#define POSITIONS_TYPE "a{s(si)}"

static char *
dup_message (VouchRegisterFault fault, const char *name, guint number)
{
  switch (fault)
    {
    case VOUCH_REGISTER_FAULT_DAMAGED:
      return g_strdup_printf (_ ("Sheet %u of the settings is damaged and not used (%s); set it up again"), number,
                              name);
    case VOUCH_REGISTER_FAULT_UNKNOWN:
      return g_strdup_printf (_ ("This station knows no sheet of labels “%s”"), name);
    case VOUCH_REGISTER_FAULT_TAKEN:
      return g_strdup_printf (_ ("There is a sheet “%s” already"), name);
    case VOUCH_REGISTER_FAULT_LOCKED:
    default:
      return g_strdup (_ ("The sheets of this station were set up by its administrator and cannot be changed here"));
    }
}

static gboolean
check (gconstpointer record, GError **error)
{
  return vouch_sheet_stock_check (record, error);
}

static const VouchSettingsRegister stocks = {
  .key = STOCKS, .type = &vouch_sheet_stock_type, .field = "sheet", .check = check, .dup_message = dup_message
};

/**
 * vouch_sheet_settings_list:
 * @settings: (nullable): the station's settings
 * @damage: (out) (optional) (nullable): what is to be said of sheets that are not used
 *
 * Returns: (transfer full) (element-type VouchSheetStock): all sheets of labels, the built-in ones first
 */
GPtrArray *
vouch_sheet_settings_list (GSettings *settings, char **damage)
{
  GPtrArray *all = vouch_sheet_stock_list_built_in ();

  vouch_settings_register_append (&stocks, settings, all, damage);
  return all;
}

static VouchSheetStock *
steal_named (GPtrArray *all, const char *name)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((const VouchSheetStock *)g_ptr_array_index (all, i))->name, name))
      return g_ptr_array_steal_index (all, i);
  return NULL;
}

/**
 * vouch_sheet_settings_find:
 * @settings: (nullable): the station's settings
 * @name: a sheet's name
 * @error: NOT_FOUND if the station knows no such sheet
 *
 * Returns: (transfer full) (nullable): how it is
 */
VouchSheetStock *
vouch_sheet_settings_find (GSettings *settings, const char *name, GError **error)
{
  g_autoptr (GPtrArray) all = vouch_sheet_settings_list (settings, NULL);
  VouchSheetStock *found;

  g_return_val_if_fail (name != NULL, NULL);

  found = steal_named (all, name);
  if (found == NULL)
    vouch_settings_register_refuse (&stocks, VOUCH_REGISTER_FAULT_UNKNOWN, name, error);
  return found;
}

/**
 * vouch_sheet_settings_is_built_in:
 * @name: a sheet's name
 *
 * Returns: whether every station knows it, and nobody changes it
 */
gboolean
vouch_sheet_settings_is_built_in (const char *name)
{
  g_autoptr (GPtrArray) all = vouch_sheet_stock_list_built_in ();
  g_autoptr (VouchSheetStock) found = steal_named (all, name);

  return found != NULL;
}

static gboolean
check_own (const char *name, GError **error)
{
  if (name == NULL || !vouch_sheet_settings_is_built_in (name))
    return TRUE;
  vouch_set_field_error (error, "name", VOUCH_ERROR_INVALID,
                         _ ("The sheet “%s” is every station’s, and stays as it is; give another name"), name);
  return FALSE;
}

/**
 * vouch_sheet_settings_store:
 * @settings: (nullable): the station's settings
 * @stock: sheets of labels
 * @instead_of: (nullable): the name of those that it changes; %NULL for new ones
 * @error: INVALID if no sheets are like that, CONFLICT if the name is taken, NOT_FOUND if there are no @instead_of,
 *   DENIED and STORAGE if they cannot be kept
 *
 * Returns: whether they are kept
 */
gboolean
vouch_sheet_settings_store (GSettings *settings, const VouchSheetStock *stock, const char *instead_of, GError **error)
{
  g_return_val_if_fail (stock != NULL, FALSE);

  return vouch_sheet_stock_check (stock, error) && check_own (stock->name, error) && check_own (instead_of, error) &&
         vouch_settings_register_store (&stocks, settings, stock, instead_of, error);
}

/**
 * vouch_sheet_settings_remove:
 * @settings: (nullable): the station's settings
 * @name: sheets of the house
 * @error: NOT_FOUND if the station has none of that name, INVALID of built-in ones, DENIED and STORAGE
 *
 * A printer that has them in it is not used until other labels are set for it, and says so.
 *
 * Returns: whether the station has no such sheets any more
 */
gboolean
vouch_sheet_settings_remove (GSettings *settings, const char *name, GError **error)
{
  return check_own (name, error) && vouch_settings_register_remove (&stocks, settings, name, error);
}

/**
 * vouch_sheet_settings_get_position:
 * @settings: (nullable): the station's settings
 * @printer: a printer's name
 * @stock: the sheets that are in it
 *
 * Returns: the first free position of the sheet in it: as the last job left it, or 1
 */
gint64
vouch_sheet_settings_get_position (GSettings *settings, const char *printer, const VouchSheetStock *stock)
{
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, POSITIONS) : NULL;
  const char *sheet = NULL;
  gint32 position = 0;

  if (all == NULL || !g_variant_lookup (all, printer, "(&si)", &sheet, &position) ||
      !g_str_equal (sheet, stock->name) || !vouch_sheet_place_check (stock, position, NULL))
    return 1;
  return position;
}

/**
 * vouch_sheet_settings_set_position:
 * @settings: (nullable): the station's settings
 * @printer: a printer's name
 * @stock: the sheets that are in it
 * @position: the first free position of the sheet in it
 * @error: INVALID if a sheet has no such position, STORAGE if it cannot be kept
 *
 * Returns: whether it is kept
 */
gboolean
vouch_sheet_settings_set_position (GSettings *settings, const char *printer, const VouchSheetStock *stock,
                                   gint64 position, GError **error)
{
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, POSITIONS) : NULL;
  GVariantBuilder changed;

  if (!vouch_sheet_place_check (stock, position, error))
    return FALSE;
  g_variant_builder_init (&changed, G_VARIANT_TYPE (POSITIONS_TYPE));
  for (guint i = 0; all != NULL && i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);
      g_autoptr (GVariant) name = g_variant_get_child_value (entry, 0);

      if (!g_str_equal (g_variant_get_string (name, NULL), printer))
        g_variant_builder_add_value (&changed, entry);
    }
  g_variant_builder_add (&changed, "{s(si)}", printer, stock->name, (gint32)position);
  return vouch_settings_register_set (&stocks, settings, POSITIONS, g_variant_builder_end (&changed), error);
}
