#include "vouch-label-press.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-label-condition.h"
#include "vouch-label-fill.h"
#include "vouch-label-pair-private.h"
#include "vouch-label-private.h"
#include "vouch-label-text-private.h"

/* A page of A4 at 600 dpi has 35 million dots. */
#define DOTS_MAX 40000000

/* What an element became on the last label that had it. */
typedef struct
{
  char *text; /* NULL: it was on none yet */
  VouchLabelItem *item;
  VouchLabelItem *hri; /* nullable */
} Slot;

struct _VouchLabelPress
{
  const VouchLabelTemplate *template;
  guint dpi;
  PangoContext *context;
  Slot *slots; /* as many as the template has elements */
};

static void
slot_clear (Slot *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->item, vouch_label_item_unref);
  g_clear_pointer (&self->hri, vouch_label_item_unref);
}

/**
 * vouch_label_press_new:
 * @template: what the labels look like; must outlive the press
 * @dpi: the printer's resolution, 150 to 1200
 * @error: INVALID if a label would have more dots than one can print
 *
 * Returns: (transfer full): a press, or %NULL
 */
VouchLabelPress *
vouch_label_press_new (const VouchLabelTemplate *template, guint dpi, GError **error)
{
  VouchLabelPress *self;

  g_return_val_if_fail (template != NULL, NULL);

  if (dpi < VOUCH_DPI_MIN || dpi > VOUCH_DPI_MAX)
    {
      vouch_set_field_error (error, "dpi", VOUCH_ERROR_INVALID,
                             _ ("A printer of %u dots per inch is not served: give %d to %d"), dpi, VOUCH_DPI_MIN,
                             VOUCH_DPI_MAX);
      return NULL;
    }
  if ((gint64)vouch_dots_from_um (template->width_um, dpi) * vouch_dots_from_um (template->height_um, dpi) > DOTS_MAX)
    {
      vouch_set_field_error (error, "dpi", VOUCH_ERROR_INVALID,
                             _ ("Label %s is too large for %u dots per inch: choose a coarser printer"), template->name,
                             dpi);
      return NULL;
    }
  self = g_new0 (VouchLabelPress, 1);
  self->template = template;
  self->dpi = dpi;
  self->context = vouch_label_text_create_context ();
  self->slots = g_new0 (Slot, MAX (1, template->elements->len));
  return self;
}

/**
 * vouch_label_press_free:
 * @self: (nullable): a press
 */
void
vouch_label_press_free (VouchLabelPress *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->template->elements->len; i++)
    slot_clear (&self->slots[i]);
  g_free (self->slots);
  g_object_unref (self->context);
  g_free (self);
}

static gboolean
place_text (const VouchLabelPress *self, VouchLabelItem *item, const VouchLabelElement *element, const char *text,
            GError **error)
{
  item->layout =
      vouch_label_text_fit (self->context, text, &element->style, self->dpi, &item->dots, item->field, error);
  return item->layout != NULL;
}

static gboolean
place_code (const VouchLabelPress *self, Slot *slot, const VouchLabelElement *element, const char *text, GError **error)
{
  if (!vouch_label_item_place_code (slot->item, element, text, self->dpi, error))
    return FALSE;
  if (element->hri_um == 0)
    return TRUE;
  slot->hri = vouch_label_item_new_hri (slot->item, element, self->dpi, self->context, error);
  return slot->hri != NULL;
}

static gboolean
place_mark (const VouchLabelPress *self, VouchLabelItem *item, const char *text, GError **error)
{
  if (vouch_label_mark_find (text, &item->mark))
    return TRUE;
  vouch_set_field_error (error, item->field, VOUCH_ERROR_INVALID,
                         _ ("There is no mark “%s”: correct label template %s"), text, self->template->name);
  return FALSE;
}

static gboolean
place (const VouchLabelPress *self, Slot *slot, const VouchLabelElement *element, const char *text, GError **error)
{
  switch (element->kind)
    {
    case VOUCH_ELEMENT_TEXT:
      return place_text (self, slot->item, element, text, error);
    case VOUCH_ELEMENT_CODE:
      return place_code (self, slot, element, text, error);
    case VOUCH_ELEMENT_MARK:
      return place_mark (self, slot->item, text, error);
    case VOUCH_ELEMENT_IMAGE:
      return vouch_label_item_place_image (slot->item, element, error);
    case VOUCH_ELEMENT_BOX:
    case VOUCH_ELEMENT_LINE:
    default:
      return TRUE;
    }
}

static char *
fill_code (const VouchLabelPress *self, const VouchLabelElement *element, GHashTable *fields, GError **error)
{
  g_autofree char *pattern = NULL;

  if (!vouch_symbology_is_gs1 (element->symbology))
    return vouch_label_fill (self->template, element->text, fields, error);
  pattern = vouch_label_fill_segments (element->text, fields);
  return vouch_label_fill (self->template, pattern, fields, error);
}

static char *
dup_content (const VouchLabelPress *self, const VouchLabelElement *element, GHashTable *fields, GError **error)
{
  if (element->kind == VOUCH_ELEMENT_BOX || element->kind == VOUCH_ELEMENT_LINE)
    return g_strdup ("");
  if (element->literal || element->kind == VOUCH_ELEMENT_IMAGE)
    return g_strdup (element->text);
  if (element->kind == VOUCH_ELEMENT_CODE)
    return fill_code (self, element, fields, error);
  if (element->text_en != NULL)
    return vouch_label_pair_fill (self->template, element, fields, error);
  return vouch_label_fill (self->template, element->text, fields, error);
}

/* Leaves in the slot what the element is on this label, which mostly is what it was on the last one. */
static gboolean
fill_slot (VouchLabelPress *self, Slot *slot, const VouchLabelElement *element, GHashTable *fields, GError **error)
{
  g_autofree char *text = dup_content (self, element, fields, error);

  if (text == NULL)
    return FALSE;
  if (g_strcmp0 (slot->text, text) == 0)
    return TRUE;
  slot_clear (slot);
  slot->item = vouch_label_item_new (element, self->dpi);
  if (element->text_en != NULL && !element->literal)
    {
      g_free (slot->item->field);
      slot->item->field = vouch_label_pair_dup_field (self->template, element, fields);
    }
  if (!place (self, slot, element, text, error))
    {
      slot_clear (slot);
      return FALSE;
    }
  slot->text = g_steal_pointer (&text);
  return TRUE;
}

static void
add_expected (VouchLabel *label, const VouchLabelItem *item)
{
  VouchSymbology symbology = vouch_code_get_symbology (item->code);
  VouchExpectedCode expected = { .symbology = symbology,
                                 .aim = vouch_symbology_get_aim (symbology),
                                 .text = vouch_code_get_reading (item->code),
                                 .field = item->field,
                                 .dots = item->dots };

  g_array_append_val (label->codes, expected);
}

static void
add_items (VouchLabel *label, const Slot *slot)
{
  g_ptr_array_add (label->items, vouch_label_item_ref (slot->item));
  if (slot->hri != NULL)
    g_ptr_array_add (label->items, vouch_label_item_ref (slot->hri));
  if (slot->item->code != NULL)
    add_expected (label, slot->item);
}

static gboolean
place_elements (VouchLabelPress *self, VouchLabel *label, GHashTable *fields, GError **error)
{
  for (guint i = 0; i < self->template->elements->len; i++)
    {
      const VouchLabelElement *element = g_ptr_array_index (self->template->elements, i);

      if (!vouch_label_condition_holds (element->condition, fields))
        continue;
      if (!fill_slot (self, &self->slots[i], element, fields, error))
        return FALSE;
      add_items (label, &self->slots[i]);
    }
  return TRUE;
}

static gboolean
check_quiet_zones (const VouchLabel *label, const char *name, GError **error)
{
  for (guint i = 0; i < label->items->len; i++)
    {
      const VouchLabelItem *code = g_ptr_array_index (label->items, i);

      for (guint k = 0; code->code != NULL && k < label->items->len; k++)
        {
          if (k == i || !vouch_label_item_touches (g_ptr_array_index (label->items, k), &code->dots))
            continue;
          vouch_set_field_error (error, code->field, VOUCH_ERROR_INVALID,
                                 _ ("Something stands in the quiet zone of “%s”: correct label template %s"),
                                 vouch_code_get_reading (code->code), name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_language (GHashTable *fields, GError **error)
{
  const char *language = g_hash_table_lookup (fields, VOUCH_LABEL_LANGUAGE);

  if (language == NULL || *language == '\0' || strcmp (language, "zh") == 0 || strcmp (language, "en") == 0)
    return TRUE;
  vouch_set_field_error (error, VOUCH_LABEL_LANGUAGE, VOUCH_ERROR_INVALID,
                         _ ("Labels are in Chinese (zh), in English (en), or in both if no language is given"));
  return FALSE;
}

static VouchLabel *
create_label (const VouchLabelPress *self)
{
  VouchLabel *label = g_new0 (VouchLabel, 1);

  label->dpi = self->dpi;
  label->width = vouch_dots_from_um (self->template->width_um, self->dpi);
  label->height = vouch_dots_from_um (self->template->height_um, self->dpi);
  label->items = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_item_unref);
  label->codes = g_array_new (FALSE, FALSE, sizeof (VouchExpectedCode));
  return label;
}

/**
 * vouch_label_press_make:
 * @self: a press
 * @fields: (element-type utf8 utf8): what is on the label, by field; fields that the template does not know are ignored
 * @error: INVALID, naming the field, if a field is missing or unfit, or does not fit on the label
 *
 * Returns: (transfer full): the label, or %NULL
 */
VouchLabel *
vouch_label_press_make (VouchLabelPress *self, GHashTable *fields, GError **error)
{
  g_autoptr (VouchLabel) label = NULL;

  g_return_val_if_fail (fields != NULL, NULL);

  if (!check_language (fields, error) || !vouch_label_fill_check_fields (self->template, fields, error))
    return NULL;
  label = create_label (self);
  if (!place_elements (self, label, fields, error) || !check_quiet_zones (label, self->template->name, error))
    return NULL;
  return g_steal_pointer (&label);
}

/* One field that stands in several places is told once. */
static void
take_fault (GPtrArray *faults, GError *fault)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const GError *known = g_ptr_array_index (faults, i);

      if (strcmp (known->message, fault->message) != 0)
        continue;
      g_error_free (fault);
      return;
    }
  g_ptr_array_add (faults, fault);
}

static void
list_faults_of_fields (const VouchLabelPress *self, GHashTable *fields, GPtrArray *faults)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->template->fields), (GCompareFunc)strcmp);
  GError *fault = NULL;

  if (!check_language (fields, &fault))
    take_fault (faults, g_steal_pointer (&fault));
  for (GList *name = names; name != NULL; name = name->next)
    if (!vouch_label_fill_check_field (self->template, fields, name->data, &fault))
      take_fault (faults, g_steal_pointer (&fault));
}

static void
list_faults_of_elements (VouchLabelPress *self, GHashTable *fields, GPtrArray *faults)
{
  g_autoptr (VouchLabel) label = create_label (self);
  GError *fault = NULL;

  for (guint i = 0; i < self->template->elements->len; i++)
    {
      const VouchLabelElement *element = g_ptr_array_index (self->template->elements, i);

      if (!vouch_label_condition_holds (element->condition, fields))
        continue;
      if (fill_slot (self, &self->slots[i], element, fields, &fault))
        add_items (label, &self->slots[i]);
      else
        take_fault (faults, g_steal_pointer (&fault));
    }
  if (!check_quiet_zones (label, self->template->name, &fault))
    take_fault (faults, fault);
}

/**
 * vouch_label_press_list_faults:
 * @self: a press
 * @fields: (element-type utf8 utf8): what would be on the label, by field
 *
 * Says all at once, where vouch_label_press_make() stops at the first.
 *
 * Returns: (transfer full) (element-type GError): what is wrong, each with its field; nothing if the label can be made
 */
GPtrArray *
vouch_label_press_list_faults (VouchLabelPress *self, GHashTable *fields)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);

  list_faults_of_fields (self, fields, faults);
  if (faults->len == 0)
    list_faults_of_elements (self, fields, faults);
  return faults;
}
