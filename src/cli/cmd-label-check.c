/* Labels before they are printed: what they look like and what is wrong with them. Needs a station only for its lots
 * and the house's own templates. */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-alias.h"
#include "vouch-clock.h"
#include "vouch-error.h"
#include "vouch-label-example.h"
#include "vouch-label-pdf.h"
#include "vouch-label-png.h"
#include "vouch-label-proof.h"
#include "vouch-label-subject.h"
#include "vouch-label-table.h"
#include "vouch-label-verb.h"
#include "vouch-sheet-place.h"
#include "vouch-sheet-settings.h"
#include "vouch-station-settings.h"

#define DPI_DEFAULT 203

/* What was asked for. */
typedef struct
{
  VouchLabelTemplate *template;
  GPtrArray *labels; /* of GHashTable: the fields of each */
  GArray *lines;     /* of guint: where each stands in a table; nullable: there is none */
  guint dpi;
  VouchSheetStock *sheet; /* nullable */
  gint64 first_position;
} Order;

static void
order_clear (Order *self)
{
  g_clear_pointer (&self->template, vouch_label_template_free);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->sheet, vouch_sheet_stock_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

static gboolean
take_template (VouchCli *cli, Order *order, GError **error)
{
  const char *name = vouch_arguments_take (vouch_cli_get_arguments (cli), "template");
  const char *path = vouch_arguments_take (vouch_cli_get_arguments (cli), "template-file");

  if ((name == NULL) == (path == NULL))
    {
      vouch_cli_fail_usage (cli, _ ("Name a template: --template NAME or --template-file FILE.json"));
      return FALSE;
    }
  order->template =
      path != NULL ? vouch_label_template_of_file (path, error) : vouch_label_template_of_name (cli, name, error);
  return order->template != NULL;
}

static gboolean
take_dpi (VouchCli *cli, Order *order, GError **error)
{
  const char *text = vouch_arguments_take (vouch_cli_get_arguments (cli), "dpi");
  guint64 dpi = DPI_DEFAULT;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, VOUCH_DPI_MIN, VOUCH_DPI_MAX, &dpi, NULL))
    {
      vouch_set_field_error (error, "dpi", VOUCH_ERROR_INVALID, _ ("A printer has %d to %d dots an inch"),
                             VOUCH_DPI_MIN, VOUCH_DPI_MAX);
      return FALSE;
    }
  order->dpi = (guint)dpi;
  return TRUE;
}

/* A PDF of sheets, beginning anywhere on the first. */
static gboolean
take_sheet (VouchCli *cli, Order *order, GError **error)
{
  const char *name = vouch_arguments_take (vouch_cli_get_arguments (cli), "sheet");
  const char *position = vouch_arguments_take (vouch_cli_get_arguments (cli), "first-position");
  g_autoptr (GSettings) settings = name != NULL ? vouch_station_settings_new () : NULL;

  if (name == NULL)
    return TRUE;
  order->sheet = vouch_sheet_settings_find (settings, name, error);
  order->first_position = 1;
  return order->sheet != NULL &&
         (position == NULL || vouch_sheet_place_parse (order->sheet, position, &order->first_position, error));
}

static void
set_language (Order *order, const char *language)
{
  for (guint i = 0; language != NULL && i < order->labels->len; i++)
    g_hash_table_replace (g_ptr_array_index (order->labels, i), g_strdup ("language"), g_strdup (language));
}

typedef struct
{
  VouchStation *station;
  VouchLabelOrder order;
} LotQuery;

static gpointer
read_lot (VouchConn *conn, gpointer data, GError **error)
{
  LotQuery *query = data;
  g_auto (VouchLabelSubject) subject = { 0 };

  if (!vouch_label_subject_load (&subject, conn, &query->order, error) || !vouch_label_subject_check (&subject, error))
    return NULL;
  return vouch_label_subject_make_fields (&subject, query->station, 0);
}

/* The first label as the lot would have it printed now. */
static gboolean
take_lot (VouchCli *cli, Order *order, const char *number, GError **error)
{
  LotQuery query = { .station = vouch_cli_open (cli, VOUCH_DB_LOOK, error) };
  int purpose =
      order->template->purpose != NULL ? vouch_enum_find (&vouch_print_purpose_values, order->template->purpose) : -1;
  GHashTable *fields;

  if (query.station == NULL)
    return FALSE;
  query.order.lot_id = vouch_alias_find_lot (query.station, number, error);
  query.order.purpose = purpose >= 0 ? (VouchPrintPurpose)purpose : VOUCH_PRINT_PURPOSE_LOT;
  if (query.order.lot_id == 0)
    return FALSE;
  fields = vouch_station_read (query.station, read_lot, &query, error);
  if (fields != NULL)
    g_ptr_array_add (order->labels, fields);
  return fields != NULL;
}

static gboolean
take_table (Order *order, GError **error)
{
  g_autoptr (VouchLabelTable) table = vouch_label_table_read (order->template, error);

  if (table == NULL)
    return FALSE;
  g_ptr_array_unref (order->labels);
  order->labels = g_ptr_array_ref (table->rows);
  order->lines = g_array_ref (table->lines);
  return TRUE;
}

/* Rows of standard input, a lot's label, or examples. */
static gboolean
take_order (VouchCli *cli, Order *order, GError **error)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  const char *language = vouch_arguments_take (arguments, "language");
  const char *lot = vouch_arguments_take (arguments, "lot");
  gboolean from_stdin = vouch_arguments_take_flag (arguments, "stdin");

  if (!take_template (cli, order, error) || !take_dpi (cli, order, error))
    return FALSE;
  order->labels = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  if (from_stdin ? !take_table (order, error) : lot != NULL && !take_lot (cli, order, lot, error))
    return FALSE;
  if (!from_stdin && lot == NULL)
    g_ptr_array_add (order->labels, vouch_label_example_fields (order->template));
  set_language (order, language);
  return TRUE;
}

static JsonArray *
make_faults (const Order *order, const VouchLabelProof *proof)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < proof->faults->len; i++)
    {
      const VouchLabelFault *fault = g_ptr_array_index (proof->faults, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "row", fault->row);
      if (order->lines != NULL)
        json_object_set_int_member (object, "line", g_array_index (order->lines, guint, fault->row - 1));
      if (fault->field != NULL)
        json_object_set_string_member (object, "field", fault->field);
      else
        json_object_set_null_member (object, "field");
      json_object_set_string_member (object, "message", fault->message);
      json_array_add_object_element (array, object);
    }
  return array;
}

static char *
say_proof (const Order *order, const VouchLabelProof *proof)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < proof->faults->len; i++)
    {
      const VouchLabelFault *fault = g_ptr_array_index (proof->faults, i);

      if (order->lines != NULL)
        g_string_append_printf (text, _ ("line %u: %s"), g_array_index (order->lines, guint, fault->row - 1),
                                fault->message);
      else
        g_string_append_printf (text, _ ("Label %d: %s"), (int)fault->row, fault->message);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (
      text, ngettext ("%d label looked at, %d read back", "%d labels looked at, %d read back", (gulong)proof->labels),
      (int)proof->labels, (int)proof->read_back);
  return g_string_free (text, FALSE);
}

void
vouch_label_run_check (VouchCli *cli, const VouchVerb *verb)
{
  g_autoptr (GError) error = NULL;
  g_auto (Order) order = { 0 };
  g_autoptr (VouchDecoder) decoder = NULL;
  g_autoptr (VouchLabelProof) proof = NULL;
  g_autoptr (VouchAnswer) answer = NULL;
  JsonObject *object;

  if (take_order (cli, &order, &error) && vouch_cli_check_taken (cli))
    {
      decoder = vouch_decoder_new (NULL);
      proof = vouch_label_proof_new (decoder, order.template, order.labels, order.dpi, &error);
    }
  if (error != NULL)
    vouch_cli_fail (cli, error);
  if (proof == NULL)
    return;
  object = json_object_new ();
  json_object_set_string_member (object, "template", order.template->name);
  json_object_set_int_member (object, "version", order.template->version);
  json_object_set_int_member (object, "labels", proof->labels);
  json_object_set_int_member (object, "read_back", proof->read_back);
  json_object_set_array_member (object, "faults", make_faults (&order, proof));
  answer = vouch_answer_new (object, say_proof (&order, proof));
  vouch_cli_tell (cli, answer);
  if (proof->faults->len == 0)
    return;
  g_set_error_literal (&error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                       _ ("The labels cannot be printed as they are: correct what is said above"));
  vouch_cli_fail (cli, error);
}

static gboolean
write_pdf (const Order *order, const char *path, GError **error)
{
  gboolean fits = order->sheet == NULL ||
                  vouch_sheet_stock_takes (order->sheet, order->template->width_um, order->template->height_um, error);
  g_autoptr (VouchLabelPress) press = fits ? vouch_label_press_new (order->template, order->dpi, error) : NULL;
  g_autoptr (VouchLabelPdf) pdf = press != NULL ? vouch_label_pdf_new (path, error) : NULL;

  if (pdf != NULL && order->sheet != NULL)
    vouch_label_pdf_use_sheets (pdf, order->sheet, order->first_position);
  for (guint i = 0; pdf != NULL && i < order->labels->len; i++)
    {
      g_autoptr (VouchLabel) label = vouch_label_press_make (press, g_ptr_array_index (order->labels, i), error);

      if (label == NULL || !vouch_label_pdf_add (pdf, label, error))
        return FALSE;
    }
  return pdf != NULL && vouch_label_pdf_close (pdf, error);
}

static gboolean
write_preview (const Order *order, const VouchLabel *first, const char *path, GError **error)
{
  if (path == NULL)
    return TRUE;
  if (g_str_has_suffix (path, ".png"))
    return vouch_label_png_write (first, path, error);
  if (g_str_has_suffix (path, ".pdf"))
    return write_pdf (order, path, error);
  vouch_set_field_error (error, "file", VOUCH_ERROR_INVALID,
                         _ ("A preview is a picture or a document: name it FILE.png or FILE.pdf"));
  return FALSE;
}

static JsonArray *
make_codes (const VouchLabel *label)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < vouch_label_get_n_codes (label); i++)
    {
      const VouchExpectedCode *code = vouch_label_get_code (label, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "symbology", vouch_symbology_get_name (code->symbology));
      json_object_set_string_member (object, "text", code->text);
      json_object_set_int_member (object, "left", code->dots.x);
      json_object_set_int_member (object, "top", code->dots.y);
      json_object_set_int_member (object, "width", code->dots.width);
      json_object_set_int_member (object, "height", code->dots.height);
      json_array_add_object_element (array, object);
    }
  return array;
}

static void
tell_preview (VouchCli *cli, const Order *order, const VouchLabel *label, const char *path)
{
  JsonObject *object = json_object_new ();
  g_autoptr (VouchAnswer) answer = NULL;

  json_object_set_string_member (object, "template", order->template->name);
  json_object_set_int_member (object, "version", order->template->version);
  json_object_set_int_member (object, "dpi", order->dpi);
  json_object_set_int_member (object, "width", vouch_label_get_width (label));
  json_object_set_int_member (object, "height", vouch_label_get_height (label));
  json_object_set_array_member (object, "codes", make_codes (label));
  if (path != NULL)
    json_object_set_string_member (object, "file", path);
  else
    json_object_set_null_member (object, "file");
  answer =
      vouch_answer_new (object, g_strdup_printf (_ ("%s: %d × %d dots at %u an inch, %u codes"), order->template->name,
                                                 vouch_label_get_width (label), vouch_label_get_height (label),
                                                 order->dpi, vouch_label_get_n_codes (label)));
  vouch_cli_tell (cli, answer);
}

void
vouch_label_run_preview (VouchCli *cli, const VouchVerb *verb)
{
  const char *path = vouch_arguments_take (vouch_cli_get_arguments (cli), "file");
  g_autoptr (GError) error = NULL;
  g_auto (Order) order = { 0 };
  g_autoptr (VouchLabel) first = NULL;

  if (take_sheet (cli, &order, &error) && take_order (cli, &order, &error) && vouch_cli_check_taken (cli))
    first = vouch_label_new (order.template, g_ptr_array_index (order.labels, 0), order.dpi, &error);
  if (first != NULL && write_preview (&order, first, path, &error))
    tell_preview (cli, &order, first, path);
  if (error != NULL)
    vouch_cli_fail (cli, error);
}
