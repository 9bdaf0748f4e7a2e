#include "vouch-label-backdrop-private.h"

#include "vouch-label-private.h"

struct _VouchLabelBackdrop
{
  GPtrArray *items;         /* of VouchLabelItem; nullable: no label came yet */
  cairo_surface_t *drawing; /* of @items; nullable: of one label nothing is common */
};

/*
 * vouch_label_backdrop_new:
 *
 * Returns: (transfer full): what no labels have in common
 */
VouchLabelBackdrop *
vouch_label_backdrop_new (void)
{
  return g_new0 (VouchLabelBackdrop, 1);
}

/*
 * vouch_label_backdrop_free:
 * @self: (nullable): what labels have in common
 */
void
vouch_label_backdrop_free (VouchLabelBackdrop *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->drawing, cairo_surface_destroy);
  g_free (self);
}

static gboolean
has (const GPtrArray *items, const VouchLabelItem *item)
{
  return g_ptr_array_find ((GPtrArray *)items, item, NULL);
}

static gboolean
holds (const VouchLabelBackdrop *self, const VouchLabel *label)
{
  for (guint i = 0; i < self->items->len; i++)
    if (!has (label->items, g_ptr_array_index (self->items, i)))
      return FALSE;
  return TRUE;
}

/* What lies above something that changes has to be drawn after it. */
static gboolean
lies_above (const VouchLabelItem *item, const VouchLabel *label, const GPtrArray *common)
{
  for (guint i = 0; g_ptr_array_index (label->items, i) != item; i++)
    {
      const VouchLabelItem *below = g_ptr_array_index (label->items, i);

      if (!has (common, below) && vouch_label_item_touches (below, &item->dots))
        return TRUE;
    }
  return FALSE;
}

static void
draw_items (VouchLabelBackdrop *self, const VouchLabel *label)
{
  const cairo_rectangle_t extents = { 0, 0, label->width, label->height };
  cairo_t *cr;

  g_clear_pointer (&self->drawing, cairo_surface_destroy);
  if (self->items->len == 0)
    return;
  self->drawing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (self->drawing);
  for (guint i = 0; i < self->items->len; i++)
    vouch_label_item_draw (g_ptr_array_index (self->items, i), cr);
  cairo_destroy (cr);
}

/* It only ever becomes less, so that it is drawn at most as often as the label has items. */
static void
narrow (VouchLabelBackdrop *self, const VouchLabel *label)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_item_unref);

  for (guint i = 0; i < label->items->len; i++)
    {
      VouchLabelItem *item = g_ptr_array_index (label->items, i);

      if (has (self->items, item) && !lies_above (item, label, self->items))
        g_ptr_array_add (items, vouch_label_item_ref (item));
    }
  g_ptr_array_unref (self->items);
  self->items = items;
  draw_items (self, label);
}

static GPtrArray *
copy_items (const VouchLabel *label)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_item_unref);

  for (guint i = 0; i < label->items->len; i++)
    g_ptr_array_add (items, vouch_label_item_ref (g_ptr_array_index (label->items, i)));
  return items;
}

/*
 * vouch_label_backdrop_draw:
 * @self: what the labels drawn so far have in common
 * @label: the next label
 * @cr: where to draw, as for vouch_label_draw()
 *
 * Draws a label as vouch_label_draw() does.
 */
void
vouch_label_backdrop_draw (VouchLabelBackdrop *self, const VouchLabel *label, cairo_t *cr)
{
  if (self->items == NULL)
    self->items = copy_items (label);
  else if (!holds (self, label) || self->drawing == NULL)
    narrow (self, label);
  if (self->drawing == NULL)
    {
      vouch_label_draw (label, cr);
      return;
    }
  cairo_set_source_surface (cr, self->drawing, 0, 0);
  cairo_paint (cr);
  for (guint i = 0; i < label->items->len; i++)
    if (!has (self->items, g_ptr_array_index (label->items, i)))
      vouch_label_item_draw (g_ptr_array_index (label->items, i), cr);
}
