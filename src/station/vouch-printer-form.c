#include "vouch-printer-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-length.h"

static const struct
{
  const char *name;
  const char *field;
  gboolean is_length;
} properties[] = {
  { "name", "name", FALSE },   { "uri", "uri", FALSE },  { "language", "language", FALSE },
  { "dpi", "dpi", FALSE },     { "stock", NULL, FALSE }, { "gap", "gap_um", TRUE },
  { "dx", "dx_um", TRUE },     { "dy", "dy_um", TRUE },  { "darkness", "darkness", FALSE },
  { "speed", "speed", FALSE },
};

/**
 * vouch_printer_form_list_names:
 *
 * Returns: (transfer none): the properties in their order; ends with %NULL
 */
const char *const *
vouch_printer_form_list_names (void)
{
  static const char *const names[] = { "name", "uri", "language", "dpi",   "stock", "gap",
                                       "dx",   "dy",  "darkness", "speed", NULL };

  return names;
}

/* A size, or the name of sheets of labels; whether there are such is for whoever keeps the profile. */
static gboolean
take_stock (VouchPrinterProfile *profile, const char *text, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  if (*name != '\0' && !g_ascii_isdigit (*name))
    {
      vouch_printer_profile_put_sheet (profile, &(VouchSheetStock){ .name = name });
      return TRUE;
    }
  vouch_printer_profile_put_sheet (profile, NULL);
  return vouch_length_parse_size (text, "stock", &profile->width_um, &profile->height_um, error);
}

static gboolean
take_number (const VouchField *field, VouchPrinterProfile *profile, const char *text, GError **error)
{
  g_autofree char *digits = g_strstrip (g_strdup (text));
  guint64 number = 0;

  if (*digits != '\0' && !g_ascii_string_to_unsigned (digits, 10, 0, G_MAXINT, &number, NULL))
    {
      vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("“%s” is no whole number"), text);
      return FALSE;
    }
  vouch_record_set_number (field, profile, (gint64)number);
  return TRUE;
}

static gboolean
take_choice (const VouchField *field, VouchPrinterProfile *profile, const char *text, GError **error)
{
  int value = vouch_enum_find (field->values, text);

  if (value >= 0)
    {
      vouch_record_set_number (field, profile, value);
      return TRUE;
    }
  vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID,
                         _ ("“%s” is no language of printers: choose pdf, cups, zpl or tspl"), text);
  return FALSE;
}

static gboolean
take_length (const VouchField *field, VouchPrinterProfile *profile, const char *text, GError **error)
{
  gint64 um;

  if (!vouch_length_parse (text, field->name, &um, error))
    return FALSE;
  vouch_record_set_number (field, profile, um);
  return TRUE;
}

static gboolean
take (gsize property, VouchPrinterProfile *profile, const char *text, GError **error)
{
  const VouchField *field = properties[property].field != NULL
                                ? vouch_record_find_field (&vouch_printer_profile_type, properties[property].field)
                                : NULL;
  char **kept;

  if (field == NULL)
    return take_stock (profile, text, error);
  if (properties[property].is_length)
    return take_length (field, profile, text, error);
  if (field->kind == VOUCH_FIELD_ENUM)
    return take_choice (field, profile, text, error);
  if (field->kind == VOUCH_FIELD_NUMBER)
    return take_number (field, profile, text, error);
  kept = &VOUCH_RECORD_TEXT (field, profile);
  g_free (*kept);
  *kept = g_strstrip (g_strdup (text));
  return TRUE;
}

/**
 * vouch_printer_form_take:
 * @profile: a printer, which is changed
 * @name: which of its properties
 * @text: as somebody wrote it
 * @error: INVALID if it is no such property, or the text is none for it
 *
 * Whether the profile as a whole is one is asked with vouch_printer_profile_check().
 *
 * Returns: whether it was taken
 */
gboolean
vouch_printer_form_take (VouchPrinterProfile *profile, const char *name, const char *text, GError **error)
{
  g_return_val_if_fail (profile != NULL && name != NULL && text != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (properties[i].name, name) == 0)
      return take (i, profile, text, error);
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("Printers have no “%s”"), name);
  return FALSE;
}

static char *
dup_stock (const VouchPrinterProfile *profile)
{
  if (profile->sheet != NULL)
    return g_strdup (profile->sheet);
  return profile->width_um != 0 ? vouch_length_size_to_string (profile->width_um, profile->height_um) : g_strdup ("");
}

/**
 * vouch_printer_form_dup:
 * @profile: a printer
 * @name: which of its properties
 *
 * Returns: (transfer full): as somebody would write it; "" for what is left to the printer
 */
char *
vouch_printer_form_dup (const VouchPrinterProfile *profile, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const VouchField *field;
      gint64 number;

      if (strcmp (properties[i].name, name) != 0)
        continue;
      if (properties[i].field == NULL)
        return dup_stock (profile);
      field = vouch_record_find_field (&vouch_printer_profile_type, properties[i].field);
      if (field->kind == VOUCH_FIELD_TEXT)
        return g_strdup (VOUCH_RECORD_TEXT (field, profile) != NULL ? VOUCH_RECORD_TEXT (field, profile) : "");
      number = vouch_record_get_number (field, profile);
      if (properties[i].is_length)
        return vouch_length_to_string (number);
      if (field->kind == VOUCH_FIELD_ENUM)
        return g_strdup (vouch_enum_get_name (field->values, (int)number));
      return number != 0 ? g_strdup_printf ("%d", (int)number) : g_strdup ("");
    }
  g_return_val_if_reached (g_strdup (""));
}
