#include "vouch-label-trial.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-example.h"
#include "vouch-label-fill.h"
#include "vouch-label-subject.h"
#include "vouch-lot-store.h"

/* What label printers have: 8, 12 and 24 dots a millimetre. */
static const guint usual_dpi[] = { 203, 300, 600 };

static void
free_line (gpointer data)
{
  VouchLabelTrialLine *line = data;

  g_free (line->words);
  g_free (line);
}

static GHashTable *
read_lot (VouchConn *conn, VouchStation *station, const VouchLabelTemplate *template, const char *number,
          GError **error)
{
  int purpose = template->purpose != NULL ? vouch_enum_find (&vouch_print_purpose_values, template->purpose) : -1;
  VouchLabelOrder order = { .purpose = purpose >= 0 ? (VouchPrintPurpose)purpose : VOUCH_PRINT_PURPOSE_LOT };
  g_auto (VouchLabelSubject) subject = { 0 };
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchLot) lot = vouch_lot_store_find_by_number (conn, number, &local);

  if (lot == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        vouch_set_field_error (error, "lot", VOUCH_ERROR_NOT_FOUND, _ ("There is no lot “%s”"), number);
      return NULL;
    }
  order.lot_id = lot->id;
  if (!vouch_label_subject_load (&subject, conn, &order, error))
    return NULL;
  return vouch_label_subject_make_fields (&subject, station, 0);
}

/**
 * vouch_label_trial_read_fields:
 * @conn: a connection
 * @station: the station
 * @template: a template
 * @lot: (nullable): the number of a lot; %NULL for examples
 * @language: (nullable): "zh" or "en"; %NULL for both
 * @error: NOT_FOUND if there is no such lot, or what keeps it from having labels
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): what stands on a label of that lot
 */
GHashTable *
vouch_label_trial_read_fields (VouchConn *conn, VouchStation *station, const VouchLabelTemplate *template,
                               const char *lot, const char *language, GError **error)
{
  GHashTable *fields =
      lot != NULL ? read_lot (conn, station, template, lot, error) : vouch_label_example_fields (template);

  if (fields != NULL && language != NULL)
    g_hash_table_replace (fields, g_strdup (VOUCH_LABEL_LANGUAGE), g_strdup (language));
  return fields;
}

/**
 * vouch_label_trial_list_dpi:
 * @n_dpi: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_dpi): the resolutions that a label is tried at, dots an inch
 */
const guint *
vouch_label_trial_list_dpi (gsize *n_dpi)
{
  *n_dpi = G_N_ELEMENTS (usual_dpi);
  return usual_dpi;
}

static char *
say_faults (guint dpi, const GPtrArray *faults)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const VouchLabelFault *fault = g_ptr_array_index (faults, i);

      if (i == 0)
        g_string_append_printf (words, _ ("%u dots an inch: %s"), dpi, fault->message);
      else
        g_string_append_printf (words, "; %s", fault->message);
    }
  return g_string_free (words, FALSE);
}

static VouchLabelTrialLine *
try_at (VouchDecoder *decoder, const VouchLabelTemplate *template, const GPtrArray *labels, guint dpi)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelProof) proof = vouch_label_proof_new (decoder, template, labels, dpi, &error);
  VouchLabelTrialLine *line = g_new0 (VouchLabelTrialLine, 1);

  line->dpi = dpi;
  line->is_good = proof != NULL && proof->faults->len == 0;
  if (proof == NULL)
    line->words = g_strdup_printf (_ ("%u dots an inch: %s"), dpi, error->message);
  else if (!line->is_good)
    line->words = say_faults (dpi, proof->faults);
  else
    line->words = g_strdup_printf (_ ("%u dots an inch: everything fits, every code was read back"), dpi);
  return line;
}

/**
 * vouch_label_trial_new:
 * @decoder: what reads the drawn codes back
 * @template: a template; may break rules
 * @fields: (element-type utf8 utf8): what stands on the label
 * @dpi: for which printer the label is drawn, dots an inch
 *
 * Makes one label as each usual printer would have it: laid out, and its codes decoded from the dots.
 *
 * Returns: (transfer full): what came of it
 */
VouchLabelTrial *
vouch_label_trial_new (VouchDecoder *decoder, const VouchLabelTemplate *template, GHashTable *fields, guint dpi)
{
  VouchLabelTrial *self = g_new0 (VouchLabelTrial, 1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_add (labels, fields);
  self->label = vouch_label_new (template, fields, dpi, NULL);
  self->lines = g_ptr_array_new_with_free_func (free_line);
  for (gsize i = 0; i < G_N_ELEMENTS (usual_dpi); i++)
    g_ptr_array_add (self->lines, try_at (decoder, template, labels, usual_dpi[i]));
  return self;
}

void
vouch_label_trial_free (VouchLabelTrial *self)
{
  g_clear_pointer (&self->label, vouch_label_free);
  g_ptr_array_unref (self->lines);
  g_free (self);
}
