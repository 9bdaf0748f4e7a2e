/* “vouch label print”: labels of a lot, of a carton, of a place, or of a table on standard input. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-order.h"
#include "vouch-label-table.h"
#include "vouch-label-verb.h"
#include "vouch-pack-work.h"
#include "vouch-place-label.h"
#include "vouch-template-shelf.h"

#define DPI_DEFAULT 203
#define COPIES_MAX 1000

typedef struct
{
  gint64 lot_id;
  VouchPrintPurpose purpose;
  gint64 units;
  gint64 batch_id;
  char *sscc;
  char *location;
  char *name_zh;
  char *name_en;
  char *template;
  gint64 copies;
  char *language;
  char *printer;
  char *sheet;
  char *first_position;
  char *directory;
  gint64 dpi;
} PrintRequest;

static const VouchField fields[] = {
  VOUCH_FIELD (PrintRequest, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (PrintRequest, purpose, vouch_print_purpose_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, units, NUMBER, VOUCH_FIELD_COUNT),
  VOUCH_FIELD (PrintRequest, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, sscc, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, location, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, name_zh, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, name_en, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, template, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, copies, NUMBER, VOUCH_FIELD_COUNT),
  VOUCH_FIELD (PrintRequest, language, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, printer, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, sheet, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, first_position, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, directory, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (PrintRequest, dpi, NUMBER, VOUCH_FIELD_PLAIN),
};

static const VouchRecordType print_type = {
  .name = "print", .size = sizeof (PrintRequest), .fields = fields, .n_fields = G_N_ELEMENTS (fields)
};

/* Unit labels are each of a code of their own, and the others of a lot say how it stands: one is enough. */
static gboolean
check (const PrintRequest *request, gboolean is_table, GError **error)
{
  int n_subjects = (request->lot_id != 0) + (request->sscc != NULL) + (request->location != NULL) + is_table;

  if (n_subjects != 1)
    vouch_set_field_error (error, "lot_id", VOUCH_ERROR_INVALID,
                           _ ("Say what the labels are of: --lot, --sscc, --location, or --template and --stdin"));
  else if (request->copies > COPIES_MAX)
    vouch_set_field_error (error, "copies", VOUCH_ERROR_INVALID, _ ("Between 1 and %d copies can be printed"),
                           COPIES_MAX);
  else if (request->copies > 1 && !is_table && request->location == NULL)
    vouch_set_field_error (error, "copies", VOUCH_ERROR_INVALID,
                           _ ("Labels of a lot or a carton are printed once; print them again with a reason"));
  else if (is_table && request->template == NULL)
    vouch_set_field_error (error, "template", VOUCH_ERROR_INVALID, _ ("Name a label template"));
  else
    return TRUE;
  return FALSE;
}

static gpointer
find_pack (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_pack_load_by (conn, 0, data, error);
}

static gboolean
take_pack (VouchStation *station, const PrintRequest *request, VouchLabelOrder *order, GError **error)
{
  g_autoptr (VouchPack) pack = vouch_station_read (station, find_pack, request->sscc, error);

  order->purpose = VOUCH_PRINT_PURPOSE_CARTON;
  order->pack_id = pack != NULL ? pack->id : 0;
  return pack != NULL;
}

static gpointer
read_template (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_template_load (conn, data, error);
}

static VouchPrintPurpose
get_purpose (const VouchLabelTemplate *template)
{
  int purpose = template->purpose != NULL ? vouch_enum_find (&vouch_print_purpose_values, template->purpose) : -1;

  return purpose >= 0 ? (VouchPrintPurpose)purpose : VOUCH_PRINT_PURPOSE_OTHER;
}

/* What is known to the station is not printed from a table: a release label hangs on goods that were released. */
static gboolean
check_may_be_table (VouchPrintPurpose purpose, const char *name, GError **error)
{
  if (vouch_print_purpose_may_be_of_table (purpose))
    return TRUE;
  vouch_set_field_error (error, "template", VOUCH_ERROR_DENIED,
                         _ ("What stands on %s is known to the station: print it of a lot or a person"), name);
  return FALSE;
}

static VouchLabelTable *
take_table (VouchStation *station, const PrintRequest *request, VouchLabelOrder *order, GError **error)
{
  g_autoptr (VouchLabelTemplate) template = vouch_station_read (station, read_template, request->template, error);
  g_autoptr (VouchLabelTable) table = NULL;

  if (template == NULL)
    return NULL;
  order->purpose = get_purpose (template);
  if (!check_may_be_table (order->purpose, template->name, error))
    return NULL;
  table = vouch_label_table_read (template, error);
  if (table == NULL)
    return NULL;
  vouch_label_table_set_language (table, request->language);
  if (!vouch_label_table_check (table, station, template, order->dpi != 0 ? order->dpi : DPI_DEFAULT, error))
    return NULL;
  order->rows = table->rows;
  return g_steal_pointer (&table);
}

static VouchAnswer *
print (VouchCli *cli, gconstpointer data, const char *key, gpointer is_table, GError **error)
{
  const PrintRequest *request = data;
  VouchLabelOrder order = {
    .lot_id = request->lot_id,
    .purpose = request->purpose,
    .units = request->units,
    .batch_id = request->batch_id,
    .template = request->template,
    .copies = (guint)CLAMP (request->copies, 0, COPIES_MAX),
    .language = request->language,
    .sheet = request->sheet,
    .directory = request->directory,
    .dpi = (guint)request->dpi,
  };
  g_autoptr (VouchLabelTable) table = NULL;
  g_autoptr (GPtrArray) location = NULL;
  VouchStation *station;
  VouchActor *actor;

  if (!check (request, is_table != NULL, error) || !vouch_label_order_check (&print_type, request, request->dpi, error))
    return NULL;
  station = vouch_cli_open_as (cli, &actor, error);
  if (station == NULL || (request->sscc != NULL && !take_pack (station, request, &order, error)))
    return NULL;
  if (is_table != NULL && (table = take_table (station, request, &order, error)) == NULL)
    return NULL;
  if (request->location != NULL)
    {
      order.rows = location = vouch_place_label_make_rows (request->location, request->name_zh, request->name_en);
      order.purpose = VOUCH_PRINT_PURPOSE_LOCATION;
    }
  return vouch_label_order_run (cli, station, actor, &order, request->printer, request->first_position, error);
}

/* “-” alone is requests, a line each, as for every command; with options it is a table. */
void
vouch_label_run_print (VouchCli *cli, const VouchVerb *verb)
{
  VouchArguments *arguments = vouch_cli_get_arguments (cli);
  gboolean is_table = vouch_arguments_has_options (arguments) && vouch_arguments_take_flag (arguments, "stdin");

  vouch_run_requests (cli, &print_type, NULL, print, is_table ? cli : NULL);
}
