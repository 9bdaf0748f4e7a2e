#include "vouch-label.h"

#include <string.h>

#include "vouch-label-press.h"
#include "vouch-label-private.h"

#define READBACK_EVERY 100

/**
 * vouch_label_new:
 * @template: what it looks like; not needed afterwards
 * @fields: (element-type utf8 utf8): what is on it, by field; fields that the template does not know are ignored
 * @dpi: the printer's resolution, 150 to 1200
 * @error: INVALID, naming the field, if a field is missing or unfit, or does not fit on the label
 *
 * Lays one label out on whole printer dots. Texts wrap and shrink as far as the template allows; what then does not fit
 * is refused, never cut. Many labels are made by a #VouchLabelPress.
 *
 * Returns: (transfer full): the label, or %NULL
 */
VouchLabel *
vouch_label_new (const VouchLabelTemplate *template, GHashTable *fields, guint dpi, GError **error)
{
  g_autoptr (VouchLabelPress) press = vouch_label_press_new (template, dpi, error);

  return press != NULL ? vouch_label_press_make (press, fields, error) : NULL;
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
 * @n_first: how many of the first ones; at least 1
 *
 * Returns: (transfer full) (element-type guint): which labels are decoded back before the batch is given out, from 0
 *     and ascending: the first ones, every hundredth, and the last
 */
GArray *
vouch_label_plan_readback (guint count, guint n_first)
{
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (guint));

  n_first = MIN (MAX (n_first, 1), count);
  for (guint i = 0; i < n_first; i++)
    g_array_append_val (plan, i);
  for (guint64 i = READBACK_EVERY - 1; i < count; i += READBACK_EVERY)
    if (i >= n_first && i + 1 < count)
      g_array_append_val (plan, (guint){ (guint)i });
  if (count > n_first)
    g_array_append_val (plan, (guint){ count - 1 });
  return plan;
}
