/* Labels looked at before they leave: their data, whether everything fits, and whether the printer's dots read. */
#include "vouch-label-proof.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-symbol.h"

/* How much of what is around a code is looked at with it. */
#define AROUND_UM 3000

void
vouch_label_fault_free (VouchLabelFault *self)
{
  g_free (self->field);
  g_free (self->message);
  g_free (self);
}

static gboolean
symbol_is_there (const GPtrArray *symbols, const VouchExpectedCode *code)
{
  for (guint i = 0; i < symbols->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);
      gsize length;
      const char *text = g_bytes_get_data (symbol->bytes, &length);

      if (vouch_expected_code_matches (code, symbol->aim, text, length))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  guint8 *pixels;
  guint width;
  guint height;
  guint stride;
} Dots;

/* What a hand-held reader sees when it is held over one code: the code and what stands close to it. */
static Dots
look_at (const Dots *label, const VouchExpectedCode *code, guint dpi)
{
  int around = vouch_dots_from_um (AROUND_UM, dpi);
  guint left = (guint)MAX (0, code->dots.x - around);
  guint top = (guint)MAX (0, code->dots.y - around);

  return (Dots){ .pixels = label->pixels + (gsize)top * label->stride + left,
                 .width = MIN (label->width, (guint)(code->dots.x + code->dots.width + around)) - left,
                 .height = MIN (label->height, (guint)(code->dots.y + code->dots.height + around)) - top,
                 .stride = label->stride };
}

/* What was drawn by us mostly reads at the first glance; only what does not is looked at in every way. */
static gboolean
reads (VouchDecoder *decoder, const Dots *dots, const VouchExpectedCode *code, gboolean *found, GError **error)
{
  g_autoptr (GPtrArray) glance = vouch_decoder_read_drawn (decoder, vouch_symbology_get_kinds (code->symbology),
                                                           dots->pixels, dots->width, dots->height, dots->stride, NULL);
  g_autoptr (GPtrArray) symbols = NULL;

  *found = glance != NULL && symbol_is_there (glance, code);
  if (*found)
    return TRUE;
  symbols = vouch_decoder_read_grey (decoder, dots->pixels, dots->width, dots->height, dots->stride, error);
  *found = symbols != NULL && symbol_is_there (symbols, code);
  return symbols != NULL;
}

static gboolean
read_codes (VouchDecoder *decoder, const VouchLabel *label, const Dots *dots, GError **error)
{
  for (guint i = 0; i < vouch_label_get_n_codes (label); i++)
    {
      const VouchExpectedCode *code = vouch_label_get_code (label, i);
      Dots seen = look_at (dots, code, vouch_label_get_dpi (label));
      gboolean found;

      if (!reads (decoder, &seen, code, &found, error))
        return FALSE;
      if (found)
        continue;
      vouch_set_field_error (error, code->field, VOUCH_ERROR_INVALID,
                             _ ("The %s on the label does not read at %u dots an inch; no label was given out. Choose "
                                "a larger label or a finer printer"),
                             vouch_symbology_get_title (code->symbology), vouch_label_get_dpi (label));
      return FALSE;
    }
  return TRUE;
}

/**
 * vouch_label_decode_back:
 * @decoder: what reads pictures
 * @label: a label
 * @error: INVALID, naming the field, if one of its codes does not read
 *
 * The rendered dots go through the same decoder as any scan; a label that does not read is not given out.
 *
 * Returns: whether every code of the label reads as it should
 */
gboolean
vouch_label_decode_back (VouchDecoder *decoder, const VouchLabel *label, GError **error)
{
  g_autofree guint8 *pixels = NULL;
  Dots dots;

  if (vouch_label_get_n_codes (label) == 0)
    return TRUE;
  if (!vouch_label_render_grey (label, &pixels, &dots.width, &dots.height, &dots.stride))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The label cannot be drawn"));
      return FALSE;
    }
  dots.pixels = pixels;
  return read_codes (decoder, label, &dots, error);
}

/**
 * vouch_label_check_columns:
 * @csv: a table
 * @template: a template
 * @error: INVALID if a column is no field of the template
 *
 * Returns: whether every column is a field: one that is spelt wrongly would be left off the labels in silence
 */
gboolean
vouch_label_check_columns (const VouchCsv *csv, const VouchLabelTemplate *template, GError **error)
{
  for (guint i = 0; i < csv->names->len; i++)
    {
      const char *name = g_ptr_array_index (csv->names, i);

      if (g_hash_table_contains (template->fields, name) || g_str_equal (name, "language"))
        continue;
      vouch_set_field_error (error, "csv", VOUCH_ERROR_INVALID,
                             _ ("Label %s has no field “%s”: correct the first line of the table"), template->name,
                             name);
      return FALSE;
    }
  return TRUE;
}

/**
 * vouch_label_row_fields:
 * @csv: a table
 * @row: which row, from 0
 *
 * Returns: (transfer full) (element-type utf8 utf8): what that row says, by field
 */
GHashTable *
vouch_label_row_fields (const VouchCsv *csv, guint row)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  char **cells = g_ptr_array_index (csv->rows, row);

  for (guint i = 0; i < csv->names->len; i++)
    if (*cells[i] != '\0')
      g_hash_table_insert (fields, g_strdup (g_ptr_array_index (csv->names, i)), g_strdup (cells[i]));
  return fields;
}

static void
add_fault (VouchLabelProof *self, guint index, const GError *error)
{
  VouchLabelFault *fault;

  if (self->faults->len >= VOUCH_LABEL_FAULTS_MAX)
    return;
  fault = g_new0 (VouchLabelFault, 1);
  fault->row = index + 1;
  fault->field = g_strdup (vouch_error_get_field (error));
  fault->message = g_strdup (error->message);
  g_ptr_array_add (self->faults, fault);
}

static gboolean
is_planned (const GArray *plan, guint index)
{
  for (guint i = 0; i < plan->len; i++)
    if (g_array_index (plan, guint, i) == index)
      return TRUE;
  return FALSE;
}

static void
check_label (VouchLabelProof *self, VouchDecoder *decoder, VouchLabelPress *press, GHashTable *fields, guint index,
             gboolean reads_back)
{
  g_autoptr (GPtrArray) faults = vouch_label_press_list_faults (press, fields);
  g_autoptr (VouchLabel) label = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < faults->len; i++)
    add_fault (self, index, g_ptr_array_index (faults, i));
  if (faults->len > 0 || !reads_back)
    return;
  label = vouch_label_press_make (press, fields, &error);
  if (label != NULL && vouch_label_decode_back (decoder, label, &error))
    self->read_back++;
  else
    add_fault (self, index, error);
}

/**
 * vouch_label_proof_new:
 * @decoder: what reads pictures
 * @template: what the labels look like
 * @labels: (element-type GHashTable): what is on each label, by field
 * @dpi: the printer's resolution
 * @error: INVALID if the printer cannot print such labels at all
 *
 * Looks at the data of every label and whether it fits, and reads the first, every hundredth and the last one back from
 * the printer's dots.
 *
 * Returns: (transfer full) (nullable): what was found
 */
VouchLabelProof *
vouch_label_proof_new (VouchDecoder *decoder, const VouchLabelTemplate *template, const GPtrArray *labels, guint dpi,
                       GError **error)
{
  g_autoptr (VouchLabelPress) press = vouch_label_press_new (template, dpi, error);
  g_autoptr (GArray) plan = vouch_label_plan_readback (labels->len, 1);
  VouchLabelProof *self;

  if (press == NULL)
    return NULL;
  self = g_new0 (VouchLabelProof, 1);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_fault_free);
  for (guint i = 0; i < labels->len; i++)
    check_label (self, decoder, press, g_ptr_array_index (labels, i), i, is_planned (plan, i));
  self->labels = labels->len;
  return self;
}

/**
 * vouch_label_proof_free:
 * @self: (nullable): a proof
 */
void
vouch_label_proof_free (VouchLabelProof *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->faults);
  g_free (self);
}
