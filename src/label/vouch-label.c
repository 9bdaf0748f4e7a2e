#include "vouch-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-fill.h"
#include "vouch-label-private.h"
#include "vouch-label-text-private.h"

#define READBACK_EVERY 100

typedef struct
{
  const VouchLabelTemplate *template;
  GHashTable *fields;
  guint dpi;
  PangoContext *context;
} LayoutJob;

static gboolean
is_left_out (const LayoutJob *job, const VouchLabelElement *element)
{
  const char *value;

  if (element->condition == NULL)
    return FALSE;
  value = g_hash_table_lookup (job->fields, element->condition);
  return value == NULL || *value == '\0';
}

static gboolean
place_content (const LayoutJob *job, VouchLabelItem *item, const VouchLabelElement *element, GError **error)
{
  g_autofree char *text = NULL;

  if (element->kind == VOUCH_ELEMENT_BOX)
    return TRUE;
  text =
      element->literal ? g_strdup (element->text) : vouch_label_fill (job->template, element->text, job->fields, error);
  if (text == NULL)
    return FALSE;
  if (element->kind == VOUCH_ELEMENT_CODE)
    return vouch_label_item_place_code (item, element, text, job->dpi, error);
  if (element->kind == VOUCH_ELEMENT_TEXT)
    {
      item->layout =
          vouch_label_text_fit (job->context, text, &element->style, job->dpi, &item->dots, item->field, error);
      return item->layout != NULL;
    }
  if (vouch_label_mark_find (text, &item->mark))
    return TRUE;
  vouch_set_field_error (error, item->field, VOUCH_ERROR_INVALID,
                         _ ("There is no mark “%s”: correct label template %s"), text, job->template->name);
  return FALSE;
}

static void
add_expected (VouchLabel *self, const VouchLabelItem *item)
{
  VouchSymbology symbology = vouch_code_get_symbology (item->code);
  VouchExpectedCode expected = { .symbology = symbology,
                                 .aim = vouch_symbology_get_aim (symbology),
                                 .text = vouch_code_get_reading (item->code),
                                 .field = item->field,
                                 .dots = item->dots };

  g_array_append_val (self->codes, expected);
}

static gboolean
place_elements (VouchLabel *self, const LayoutJob *job, GError **error)
{
  for (guint i = 0; i < job->template->elements->len; i++)
    {
      const VouchLabelElement *element = g_ptr_array_index (job->template->elements, i);
      g_autoptr (VouchLabelItem) item = NULL;

      if (is_left_out (job, element))
        continue;
      item = vouch_label_item_new (element, job->dpi);
      if (!place_content (job, item, element, error))
        return FALSE;
      if (item->code != NULL)
        add_expected (self, item);
      g_ptr_array_add (self->items, g_steal_pointer (&item));
    }
  return TRUE;
}

static gboolean
check_quiet_zones (const VouchLabel *self, const char *name, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const VouchLabelItem *code = g_ptr_array_index (self->items, i);

      for (guint k = 0; code->code != NULL && k < self->items->len; k++)
        {
          if (k == i || !vouch_label_item_touches (g_ptr_array_index (self->items, k), &code->dots))
            continue;
          vouch_set_field_error (error, code->field, VOUCH_ERROR_INVALID,
                                 _ ("Something stands in the quiet zone of “%s”: correct label template %s"),
                                 vouch_code_get_reading (code->code), name);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * vouch_label_new:
 * @template: what it looks like; not needed afterwards
 * @fields: (element-type utf8 utf8): what is on it, by field; fields that the template does not know are ignored
 * @dpi: the printer's resolution, 150 to 1200
 * @error: INVALID, naming the field, if a field is missing or unfit, or does not fit on the label
 *
 * Lays a label out on whole printer dots. Texts wrap and shrink as far as the template allows; what then does not fit
 * is refused, never cut.
 *
 * Returns: (transfer full): the label, or %NULL
 */
VouchLabel *
vouch_label_new (const VouchLabelTemplate *template, GHashTable *fields, guint dpi, GError **error)
{
  g_autoptr (VouchLabel) self = NULL;
  LayoutJob job = { template, fields, dpi, NULL };
  gboolean placed;

  g_return_val_if_fail (template != NULL && fields != NULL, NULL);

  if (dpi < VOUCH_DPI_MIN || dpi > VOUCH_DPI_MAX)
    {
      vouch_set_field_error (error, "dpi", VOUCH_ERROR_INVALID,
                             _ ("A printer of %u dots per inch is not served: give %d to %d"), dpi, VOUCH_DPI_MIN,
                             VOUCH_DPI_MAX);
      return NULL;
    }
  if (!vouch_label_fill_check_fields (template, fields, error))
    return NULL;

  self = g_new0 (VouchLabel, 1);
  self->dpi = dpi;
  self->width = vouch_dots_from_um (template->width_um, dpi);
  self->height = vouch_dots_from_um (template->height_um, dpi);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_item_free);
  self->codes = g_array_new (FALSE, FALSE, sizeof (VouchExpectedCode));
  job.context = vouch_label_text_create_context ();
  placed = place_elements (self, &job, error);
  g_object_unref (job.context);
  if (!placed || !check_quiet_zones (self, template->name, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_label_free:
 * @self: (nullable): a label
 */
void
vouch_label_free (VouchLabel *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_array_unref (self->codes);
  g_free (self);
}

/**
 * vouch_label_get_dpi:
 * @self: a label
 *
 * Returns: the resolution that it is laid out for
 */
guint
vouch_label_get_dpi (const VouchLabel *self)
{
  return self->dpi;
}

/**
 * vouch_label_get_width:
 * @self: a label
 *
 * Returns: its width, dots
 */
int
vouch_label_get_width (const VouchLabel *self)
{
  return self->width;
}

/**
 * vouch_label_get_height:
 * @self: a label
 *
 * Returns: its height, dots
 */
int
vouch_label_get_height (const VouchLabel *self)
{
  return self->height;
}

/**
 * vouch_label_get_n_codes:
 * @self: a label
 *
 * Returns: how many symbols it carries, all of which must be read back
 */
guint
vouch_label_get_n_codes (const VouchLabel *self)
{
  return self->codes->len;
}

/**
 * vouch_label_get_code:
 * @self: a label
 * @index: which of its symbols, from 0
 *
 * Returns: (transfer none): what must be read back; lives as long as the label
 */
const VouchExpectedCode *
vouch_label_get_code (const VouchLabel *self, guint index)
{
  g_return_val_if_fail (index < self->codes->len, NULL);

  return &g_array_index (self->codes, VouchExpectedCode, index);
}

/**
 * vouch_expected_code_matches:
 * @self: a symbol that was printed
 * @aim: (nullable): the AIM identifier that was read, like "]Q1"
 * @text: what was read; may hold NUL
 * @length: of @text, bytes
 *
 * The last character of a plain symbol's identifier only tells options of the reader, and so is not compared; of a
 * GS1 symbol it tells that it is one.
 *
 * Returns: whether that is the very symbol
 */
gboolean
vouch_expected_code_matches (const VouchExpectedCode *self, const char *aim, const char *text, gsize length)
{
  gsize compared = vouch_symbology_is_gs1 (self->symbology) ? 3 : 2;

  if (aim != NULL && strncmp (aim, self->aim, compared) != 0)
    return FALSE;
  return length == strlen (self->text) && memcmp (text, self->text, length) == 0;
}

/**
 * vouch_label_plan_readback:
 * @count: how many labels a batch has
 *
 * Returns: (transfer full) (element-type guint): which labels are decoded back before the batch is given out, from 0
 *     and ascending: the first, every hundredth, and the last
 */
GArray *
vouch_label_plan_readback (guint count)
{
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = count - 1;

  if (count == 0)
    return plan;
  g_array_append_val (plan, (guint){ 0 });
  for (guint i = READBACK_EVERY - 1; i < last; i += READBACK_EVERY)
    {
      g_array_append_val (plan, i);
      if (i > G_MAXUINT - READBACK_EVERY)
        break;
    }
  if (last > 0)
    g_array_append_val (plan, last);
  return plan;
}
