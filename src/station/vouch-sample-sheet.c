/* The sheet of bar codes to try the example data with; declared in vouch-sample-work.h. */
#include <glib/gi18n-lib.h>

#include "vouch-code-sheet.h"
#include "vouch-command.h"
#include "vouch-error.h"
#include "vouch-gs1-date.h"
#include "vouch-gs1-write.h"
#include "vouch-permission.h"
#include "vouch-sample-data-private.h"
#include "vouch-sample-work.h"
#include "vouch-words.h"

typedef struct
{
  GPtrArray *entries;
  VouchDate today;
  const char *prefix; /* of command codes */
} Sheet;

static const char *
member (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) && !json_object_get_null_member (object, name)
             ? json_object_get_string_member (object, name)
             : NULL;
}

static void
add (Sheet *sheet, const char *section, const char *title, const char *subtitle, const char *text,
     VouchSymbology symbology)
{
  g_ptr_array_add (sheet->entries, vouch_code_sheet_entry_new (section, title, subtitle, text, symbology));
}

static void
add_badge (Sheet *sheet, JsonObject *user)
{
  JsonArray *roles = json_object_get_array_member (user, "roles");
  int role = vouch_enum_find (&vouch_role_values, json_array_get_string_element (roles, 0));
  const char *pin = member (user, "pin");
  g_autofree char *subtitle = pin != NULL
                                  ? g_strdup_printf (_ ("%s · PIN %s"), vouch_role_get_label ((VouchRole)role), pin)
                                  : g_strdup (vouch_role_get_label ((VouchRole)role));

  add (sheet, _ ("Badges"), member (user, "name"), subtitle, member (user, "badge"), VOUCH_SYMBOLOGY_CODE_128);
}

static void
add_delivery (Sheet *sheet, JsonObject *delivery)
{
  guint n = json_array_get_length (json_object_get_array_member (delivery, "lines"));
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u line", "%u lines", n), n);

  add (sheet, _ ("Delivery notes"), member (delivery, "number"), subtitle, member (delivery, "number"),
       VOUCH_SYMBOLOGY_CODE_128);
}

static void
add_date (GArray *pairs, Sheet *sheet, JsonObject *label, const char *name, const char *ai, char text[7])
{
  VouchGs1Pair pair = { ai, text };
  int days;

  if (!json_object_has_member (label, name))
    return;
  days = (int)json_object_get_int_member (label, name);
  if (vouch_gs1_date_write (vouch_date_add_days (sheet->today, days), text))
    g_array_append_val (pairs, pair);
}

static void
add_text (GArray *pairs, const char *ai, const char *value)
{
  VouchGs1Pair pair = { ai, value };

  if (value != NULL)
    g_array_append_val (pairs, pair);
}

/* What is encoded: a bare GTIN, a Digital Link, or element strings in brackets. */
static char *
dup_content (Sheet *sheet, JsonObject *label, VouchSymbology symbology, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (VouchGs1Pair));
  g_autoptr (VouchGs1Reading) reading = NULL;
  char produced[7], expiry[7];

  if (symbology == VOUCH_SYMBOLOGY_EAN_13)
    return g_strdup (member (label, "gtin"));
  add_text (pairs, "01", member (label, "gtin"));
  add_date (pairs, sheet, label, "produced_in_days", "11", produced);
  add_date (pairs, sheet, label, "expiry_in_days", "17", expiry);
  add_text (pairs, "10", member (label, "supplier_lot"));
  add_text (pairs, "30", member (label, "count"));
  if (symbology != VOUCH_SYMBOLOGY_QR)
    return vouch_gs1_element_string ((const VouchGs1Pair *)(gpointer)pairs->data, pairs->len,
                                     VOUCH_GS1_SYNTAX_BRACKETED, error);
  reading = vouch_gs1_reading_new_from_pairs ((const VouchGs1Pair *)(gpointer)pairs->data, pairs->len);
  return vouch_gs1_reading_to_digital_link (reading, NULL);
}

static gboolean
add_label (Sheet *sheet, JsonObject *label, GError **error)
{
  g_autofree char *content = NULL;
  VouchSymbology symbology;

  if (!vouch_symbology_find (member (label, "symbology"), &symbology))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The example data file %s cannot be read"),
                   "labels.json");
      return FALSE;
    }
  content = dup_content (sheet, label, symbology, error);
  if (content == NULL)
    return FALSE;
  add (sheet, _ ("Goods labels"), vouch_words_choose (member (label, "title_en"), member (label, "title_zh")),
       vouch_words_choose (member (label, "note_en"), member (label, "note_zh")), content, symbology);
  return TRUE;
}

static void
add_command (Sheet *sheet, VouchCommand command, int argument, const char *title)
{
  g_autofree char *text = vouch_command_format (command, sheet->prefix, argument);

  add (sheet, _ ("Commands"), title != NULL ? title : vouch_command_get_label (command), text, text,
       VOUCH_SYMBOLOGY_CODE_128);
}

static void
add_commands (Sheet *sheet)
{
  static const VouchCommand plain[] = {
    VOUCH_COMMAND_PASS,   VOUCH_COMMAND_FAIL, VOUCH_COMMAND_UNDO,    VOUCH_COMMAND_HOLD,    VOUCH_COMMAND_ACCEPT,
    VOUCH_COMMAND_REJECT, VOUCH_COMMAND_NEXT, VOUCH_COMMAND_BACK,    VOUCH_COMMAND_SAVE,    VOUCH_COMMAND_PRINT,
    VOUCH_COMMAND_OK,     VOUCH_COMMAND_NO,   VOUCH_COMMAND_DAMAGED, VOUCH_COMMAND_LOG_OUT,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    add_command (sheet, plain[i], 0, NULL);
  for (int digit = 0; digit <= 9; digit++)
    {
      char title[2] = { (char)('0' + digit), '\0' };

      add_command (sheet, VOUCH_COMMAND_DIGIT, digit, title);
    }
  add_command (sheet, VOUCH_COMMAND_DOT, 0, NULL);
  add_command (sheet, VOUCH_COMMAND_DELETE, 0, NULL);
  add_command (sheet, VOUCH_COMMAND_ENTER, 0, NULL);
}

static void
add_defects (Sheet *sheet, JsonArray *defects)
{
  for (guint i = 0; i < json_array_get_length (defects); i++)
    {
      JsonObject *defect = json_array_get_object_element (defects, i);
      g_autofree char *text =
          vouch_command_format (VOUCH_COMMAND_DEFECT, sheet->prefix, atoi (member (defect, "code")));

      add (sheet, _ ("Defects"), vouch_words_choose (member (defect, "name_en"), member (defect, "name_zh")), text,
           text, VOUCH_SYMBOLOGY_CODE_128);
    }
}

static gboolean
add_labels (Sheet *sheet, JsonArray *labels, GError **error)
{
  for (guint i = 0; i < json_array_get_length (labels); i++)
    if (!add_label (sheet, json_array_get_object_element (labels, i), error))
      return FALSE;
  return TRUE;
}

/**
 * vouch_sample_dup_sheet:
 * @station: the station; its clock gives the dates on the goods labels
 * @error: STORAGE if the program was built without its data
 *
 * Returns: (transfer full) (nullable) (element-type VouchCodeSheetEntry): the codes to try the example data with
 */
GPtrArray *
vouch_sample_dup_sheet (VouchStation *station, GError **error)
{
  Sheet sheet = { NULL, vouch_clock_today (vouch_station_get_clock (station)),
                  vouch_station_get_command_prefix (station) };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_code_sheet_entry_free);
  g_autoptr (JsonArray) users = vouch_sample_data_load ("users.json", error);
  g_autoptr (JsonArray) deliveries = users != NULL ? vouch_sample_data_load ("deliveries.json", error) : NULL;
  g_autoptr (JsonArray) labels = deliveries != NULL ? vouch_sample_data_load ("labels.json", error) : NULL;
  g_autoptr (JsonArray) defects = labels != NULL ? vouch_sample_data_load ("defect-codes.json", error) : NULL;

  if (defects == NULL)
    return NULL;
  sheet.entries = entries;
  for (guint i = 0; i < json_array_get_length (users); i++)
    add_badge (&sheet, json_array_get_object_element (users, i));
  for (guint i = 0; i < json_array_get_length (deliveries); i++)
    add_delivery (&sheet, json_array_get_object_element (deliveries, i));
  if (!add_labels (&sheet, labels, error))
    return NULL;
  add_commands (&sheet);
  add_defects (&sheet, defects);
  return g_steal_pointer (&entries);
}

/**
 * vouch_sample_write_sheet:
 * @station: the station
 * @path: where the PDF goes
 * @error: STORAGE if it cannot be written
 *
 * Returns: whether the sheet is there, on A4 pages
 */
gboolean
vouch_sample_write_sheet (VouchStation *station, const char *path, GError **error)
{
  g_autoptr (GPtrArray) entries = vouch_sample_dup_sheet (station, error);
  g_autoptr (VouchCodeSheet) sheet = NULL;

  if (entries == NULL)
    return FALSE;
  sheet = vouch_code_sheet_new (_ ("Bar codes to try Vouch with"), entries, error);
  return sheet != NULL && vouch_code_sheet_write_pdf (sheet, path, error);
}
