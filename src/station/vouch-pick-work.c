#include "vouch-pick-work.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-pick-codes.h"
#include "vouch-sample-draw.h"
#include "vouch-sample-words.h"
#include "vouch-words.h"

#define FOLDER "pick-lists"

static void
fill_head (VouchPickList *list, VouchStation *station, const VouchLotFile *file)
{
  VouchClock *clock = vouch_station_get_clock (station);
  gint64 now = vouch_clock_now (clock);

  list->station = vouch_station_dup_policy (station, "station-name");
  list->number = g_strdup (file->inspection->number);
  list->printed_at = vouch_time_to_string (now - now % G_USEC_PER_SEC, vouch_clock_offset (clock, now));
  list->product_name = g_strdup (vouch_words_choose (file->product->name_en, file->product->name_zh));
  list->sku = g_strdup (file->product->sku);
  list->supplier = g_strdup (vouch_words_choose (file->supplier->name_en, file->supplier->name_zh));
  list->lot = g_strdup (file->lot->number);
  list->supplier_lot = g_strdup (file->lot->supplier_lot);
  list->lot_size = file->inspection->lot_size;
  list->plan = vouch_words_dup_plans (file);
  list->seed =
      vouch_hex_write (g_bytes_get_data (file->inspection->seed, NULL), g_bytes_get_size (file->inspection->seed));
}

/* The numbers that the units from @from to @end are judged by, which several classes have each for itself. */
static void
fill_stage (const VouchLotFile *file, guint from, guint end, VouchSamplingStage *stage)
{
  const VouchClassStanding *only = vouch_judgement_get_class (file->judgement, 0);

  *stage = (VouchSamplingStage){ .n = end - from };
  for (guint i = 0; i < only->samples.n_stages; i++)
    if (vouch_sampling_stages_get_size (&only->samples, i + 1) >= end)
      {
        stage->ac = only->samples.stages[i].ac;
        stage->re = only->samples.stages[i].re;
        return;
      }
}

static gboolean
has_one_stage_numbers (const VouchLotFile *file)
{
  return vouch_judgement_get_n_classes (file->judgement) == 1 &&
         vouch_judgement_get_class (file->judgement, 0)->plan->method != VOUCH_SAMPLING_METHOD_VARIABLES;
}

static void
add_place (VouchPickSample *sample, gint64 package, GArray *units)
{
  if (units->len > 0)
    vouch_pick_sample_add_units (sample, (guint)package, (const guint32 *)units->data, units->len);
  g_array_set_size (units, 0);
}

/* The units of a step are ascending, so that those of a carton follow each other. */
static void
add_units (VouchPickSample *sample, const VouchLotFile *file, guint from, guint end)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
  gint64 package = 0;

  for (guint i = from; i < end; i++)
    {
      const VouchSampleUnit *unit = g_ptr_array_index (file->units, i);
      gint64 in_package;
      gint64 at = vouch_inspection_find_package (file->inspection, unit->unit, &in_package);
      guint32 number = (guint32)in_package;

      if (at != package)
        add_place (sample, package, units);
      package = at;
      g_array_append_val (units, number);
    }
  add_place (sample, package, units);
}

static void
add_step (VouchPickList *list, const VouchLotFile *file, guint from, guint end)
{
  VouchSamplingStage stage;
  VouchPickSample *sample;

  fill_stage (file, from, end, &stage);
  sample = vouch_pick_list_add_sample (list, &stage);
  if (!has_one_stage_numbers (file))
    sample->purpose = vouch_words_dup_classes_at (file, end);
  add_units (sample, file, from, end);
}

/**
 * vouch_pick_work_make:
 * @station: the station
 * @file: the file of a lot
 * @error: CONFLICT where nothing is drawn from the lot
 *
 * This list is the sample sheet, too: beside the units with their places it has what is scanned from it.
 *
 * Returns: (transfer full) (nullable): what is drawn from the lot so far, a sample for each step of the draw
 */
VouchPickList *
vouch_pick_work_make (VouchStation *station, const VouchLotFile *file, GError **error)
{
  g_autoptr (VouchPickList) list = NULL;
  g_autoptr (GArray) ends = NULL;
  guint from = 0;

  if (file->inspection == NULL)
    {
      vouch_set_field_error (error, "lot", VOUCH_ERROR_CONFLICT, _ ("Nothing is drawn from lot %s"), file->lot->number);
      return NULL;
    }
  list = vouch_pick_list_new ();
  fill_head (list, station, file);
  if (!vouch_pick_codes_add (list, station, file, error))
    return NULL;
  ends = vouch_sample_draw_list_ends (file->inspection, file->class_plans);
  for (guint i = 0; i < ends->len && from < file->units->len; i++)
    {
      guint end = MIN (g_array_index (ends, guint32, i), file->units->len);

      add_step (list, file, from, end);
      from = end;
    }
  if (from < file->units->len)
    add_step (list, file, from, file->units->len);
  return g_steal_pointer (&list);
}

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

/**
 * vouch_pick_work_load:
 * @station: the station
 * @lot_id: the lot
 * @error: NOT_FOUND where there is no such lot, CONFLICT where nothing is drawn from it
 *
 * Returns: (transfer full) (nullable): what is drawn from the lot so far
 */
VouchPickList *
vouch_pick_work_load (VouchStation *station, gint64 lot_id, GError **error)
{
  g_autoptr (VouchLotFile) file = vouch_station_read (station, read_file, &lot_id, error);

  return file != NULL ? vouch_pick_work_make (station, file, error) : NULL;
}

/**
 * vouch_pick_work_print:
 * @station: the station
 * @file: the file of a lot
 * @printed_by: (nullable): the name of who asks for it
 * @error: CONFLICT where nothing is drawn from the lot, STORAGE if the file cannot be written
 *
 * Writes the list as a PDF among the station's other papers. There is one a lot: the next sample's replaces it.
 *
 * Returns: (transfer full) (nullable): the file
 */
char *
vouch_pick_work_print (VouchStation *station, const VouchLotFile *file, const char *printed_by, GError **error)
{
  g_autoptr (VouchPickList) list = vouch_pick_work_make (station, file, error);
  g_autofree char *folder = g_build_filename (vouch_station_get_directory (station), FOLDER, NULL);
  g_autofree char *name = list != NULL ? g_strconcat (list->number, ".pdf", NULL) : NULL;
  g_autofree char *path = list != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (list == NULL)
    return NULL;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), folder, g_strerror (errno));
      return NULL;
    }
  list->printed_by = g_strdup (printed_by);
  return vouch_pick_list_write_pdf (list, path, error) ? g_steal_pointer (&path) : NULL;
}
