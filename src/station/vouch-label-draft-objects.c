/* The objects of a label that is being changed. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-check.h"
#include "vouch-label-draft-private.h"

/* A hair's breadth beside a line still means the line. */
#define NEAR_UM 700
#define SIDE_MIN_UM 100
#define OFFSET_UM 1000
#define TEXT_HEIGHT_UM 4000
#define THICKNESS_UM 250

static VouchLabelElement *
get_chosen (VouchLabelDraft *self)
{
  return (VouchLabelElement *)vouch_label_draft_get_object (self, vouch_label_draft_get_chosen (self));
}

/**
 * vouch_label_draft_get_object:
 * @self: a draft
 * @object: which one
 *
 * Returns: (transfer none) (nullable): that object; %NULL for the label itself
 */
const VouchLabelElement *
vouch_label_draft_get_object (VouchLabelDraft *self, int object)
{
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self);

  return object >= 0 && (guint)object < template->elements->len ? g_ptr_array_index (template->elements, object) : NULL;
}

static gboolean
covers (const VouchLabelElement *element, int x, int y)
{
  int near = element->um.width == 0 || element->um.height == 0 ? NEAR_UM : 0;

  return x >= element->um.x - near && x <= element->um.x + element->um.width + near && y >= element->um.y - near &&
         y <= element->um.y + element->um.height + near;
}

/**
 * vouch_label_draft_find_at:
 * @self: a draft
 * @x_um: from the left edge, micrometres
 * @y_um: from the top edge, micrometres
 *
 * Returns: the object there that lies in front; of those that lie in each other's area, the next behind the chosen one,
 *   so that pointing again comes to each; %VOUCH_LABEL_DRAFT_HEAD where there is none
 */
int
vouch_label_draft_find_at (VouchLabelDraft *self, int x_um, int y_um)
{
  int n_objects = (int)vouch_label_draft_get_template (self)->elements->len;
  int chosen = vouch_label_draft_get_chosen (self);
  int begin = chosen >= 0 && covers (get_chosen (self), x_um, y_um) ? chosen : n_objects;

  for (int i = 1; i <= n_objects; i++)
    {
      int object = (begin - i + n_objects) % n_objects;

      if (covers (vouch_label_draft_get_object (self, object), x_um, y_um))
        return object;
    }
  return VOUCH_LABEL_DRAFT_HEAD;
}

/**
 * vouch_label_draft_dup_fault:
 * @self: a draft
 * @object: which object
 * @member: (out) (transfer full) (nullable) (optional): the member that is at fault
 *
 * Returns: (transfer full) (nullable): what is wrong with it, whatever will be printed; %NULL if nothing is
 */
char *
vouch_label_draft_dup_fault (VouchLabelDraft *self, int object, char **member)
{
  const VouchLabelElement *element = vouch_label_draft_get_object (self, object);
  g_autoptr (GError) why = NULL;

  if (member != NULL)
    *member = NULL;
  if (element == NULL || vouch_label_template_check_element (vouch_label_draft_get_template (self), element, &why))
    return NULL;
  if (member != NULL)
    *member = g_strdup (vouch_error_get_field (why));
  return g_strdup (why->message);
}

/* Where a new object comes to lie: within the margin, at the top left. */
static VouchRect
find_room (const VouchLabelTemplate *template, VouchElementKind kind)
{
  int margin = MAX (template->margin_um, OFFSET_UM);
  int width = MAX (SIDE_MIN_UM, template->width_um - 2 * margin);
  int height = MAX (SIDE_MIN_UM, template->height_um - 2 * margin);

  switch (kind)
    {
    case VOUCH_ELEMENT_TEXT:
      return (VouchRect){ margin, margin, width, MIN (height, TEXT_HEIGHT_UM) };
    case VOUCH_ELEMENT_LINE:
      return (VouchRect){ margin, margin, width, 0 };
    case VOUCH_ELEMENT_BOX:
      return (VouchRect){ margin, margin, width, height };
    case VOUCH_ELEMENT_CODE:
    case VOUCH_ELEMENT_MARK:
    case VOUCH_ELEMENT_IMAGE:
    default:
      return (VouchRect){ margin, margin, MIN (width, height), MIN (width, height) };
    }
}

/* The first field that every label of the template has is what a new code says. */
static char *
choose_text (const VouchLabelTemplate *template, VouchElementKind kind)
{
  if (kind == VOUCH_ELEMENT_TEXT)
    return g_strdup (_ ("Text"));
  if (kind == VOUCH_ELEMENT_MARK)
    return g_strdup ("check");
  if (kind == VOUCH_ELEMENT_CODE && template->required->len > 0)
    return g_strdup_printf ("{%s}", (const char *)g_ptr_array_index (template->required, 0));
  return kind == VOUCH_ELEMENT_CODE ? g_strdup ("123456") : NULL;
}

static void
add (VouchLabelDraft *self, VouchLabelElement *element)
{
  vouch_label_draft_begin (self, NULL);
  g_ptr_array_add (vouch_label_draft_lend (self)->elements, element);
  vouch_label_draft_end (self, (int)vouch_label_draft_lend (self)->elements->len - 1);
}

/**
 * vouch_label_draft_add:
 * @self: a draft
 * @kind: what the new object is; a picture has a function of its own
 *
 * Puts it in front of all others, and chooses it.
 */
void
vouch_label_draft_add (VouchLabelDraft *self, VouchElementKind kind)
{
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self);
  VouchRect um = find_room (template, kind);
  g_autofree char *text = choose_text (template, kind);
  VouchLabelElement *element = vouch_label_element_new (kind, &um, text);

  g_return_if_fail (kind != VOUCH_ELEMENT_IMAGE);

  element->style.size_um = MIN (element->style.size_um, um.height);
  element->style.min_um = MIN (element->style.min_um, element->style.size_um);
  if (kind == VOUCH_ELEMENT_BOX || kind == VOUCH_ELEMENT_LINE)
    element->thickness_um = THICKNESS_UM;
  add (self, element);
}

/**
 * vouch_label_draft_add_image:
 * @self: a draft
 * @dots: as vouch_label_image_from_grey() gives them
 * @columns: dots a row
 * @rows: how many rows
 *
 * Puts a picture in front of all others, as large as there is room without another shape, and chooses it.
 */
void
vouch_label_draft_add_image (VouchLabelDraft *self, const char *dots, int columns, int rows)
{
  VouchRect um = find_room (vouch_label_draft_get_template (self), VOUCH_ELEMENT_IMAGE);
  VouchLabelElement *element;

  g_return_if_fail (columns > 0 && rows > 0);

  if (columns > rows)
    um.height = MAX (SIDE_MIN_UM, (int)((gint64)um.width * rows / columns));
  else
    um.width = MAX (SIDE_MIN_UM, (int)((gint64)um.height * columns / rows));
  element = vouch_label_element_new (VOUCH_ELEMENT_IMAGE, &um, dots);
  element->columns = columns;
  add (self, element);
}

/**
 * vouch_label_draft_duplicate:
 * @self: a draft
 *
 * Puts one like the chosen object in front of it, a little beside it, and chooses that one.
 */
void
vouch_label_draft_duplicate (VouchLabelDraft *self)
{
  int chosen = vouch_label_draft_get_chosen (self);
  VouchLabelElement *copy;

  if (chosen < 0)
    return;
  copy = vouch_label_element_copy (get_chosen (self));
  copy->um.x += OFFSET_UM;
  copy->um.y += OFFSET_UM;
  vouch_label_draft_begin (self, NULL);
  g_ptr_array_insert (vouch_label_draft_lend (self)->elements, chosen + 1, copy);
  vouch_label_draft_end (self, chosen + 1);
}

/**
 * vouch_label_draft_remove:
 * @self: a draft
 *
 * Takes the chosen object off the label.
 */
void
vouch_label_draft_remove (VouchLabelDraft *self)
{
  int chosen = vouch_label_draft_get_chosen (self);

  if (chosen < 0)
    return;
  vouch_label_draft_begin (self, NULL);
  g_ptr_array_remove_index (vouch_label_draft_lend (self)->elements, (guint)chosen);
  vouch_label_draft_end (self, chosen);
}

/**
 * vouch_label_draft_reorder:
 * @self: a draft
 * @by: 1 to bring the chosen object further to the front, -1 further to the back
 *
 * Objects in front cover those behind them.
 */
void
vouch_label_draft_reorder (VouchLabelDraft *self, int by)
{
  GPtrArray *elements = vouch_label_draft_lend (self)->elements;
  int chosen = vouch_label_draft_get_chosen (self), to = chosen + by;

  if (chosen < 0 || to < 0 || to >= (int)elements->len)
    return;
  vouch_label_draft_begin (self, NULL);
  g_ptr_array_insert (elements, to, g_ptr_array_steal_index (elements, (guint)chosen));
  vouch_label_draft_end (self, to);
}

/**
 * vouch_label_draft_move:
 * @self: a draft
 * @dx_um: to the right, micrometres
 * @dy_um: down, micrometres
 *
 * Moves the chosen object; it stays on the label. Several moves in a row are one step.
 */
void
vouch_label_draft_move (VouchLabelDraft *self, int dx_um, int dy_um)
{
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self);
  VouchLabelElement *element = get_chosen (self);

  if (element == NULL)
    return;
  vouch_label_draft_begin (self, "move");
  element->um.x = MAX (0, MIN (element->um.x + dx_um, template->width_um - element->um.width));
  element->um.y = MAX (0, MIN (element->um.y + dy_um, template->height_um - element->um.height));
  vouch_label_draft_end (self, vouch_label_draft_get_chosen (self));
}

static int
stretch (int side, int by, int room)
{
  /* A line has no width, or no height, and keeps it. */
  return side == 0 ? 0 : MAX (SIDE_MIN_UM, MIN (side + by, room));
}

/**
 * vouch_label_draft_resize:
 * @self: a draft
 * @dx_um: wider by that much, micrometres
 * @dy_um: higher by that much, micrometres
 *
 * Makes the chosen object larger or smaller; it stays on the label.
 */
void
vouch_label_draft_resize (VouchLabelDraft *self, int dx_um, int dy_um)
{
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self);
  VouchLabelElement *element = get_chosen (self);

  if (element == NULL)
    return;
  vouch_label_draft_begin (self, "resize");
  element->um.width = stretch (element->um.width, dx_um, template->width_um - element->um.x);
  element->um.height = stretch (element->um.height, dy_um, template->height_um - element->um.y);
  vouch_label_draft_end (self, vouch_label_draft_get_chosen (self));
}

/**
 * vouch_label_draft_set_member:
 * @self: a draft
 * @member: one that the chosen object has
 * @value: as a person wrote it
 * @error: INVALID, naming the member, if that is none of its values; it stays as it was
 *
 * Values of one member in a row are one step.
 *
 * Returns: whether the chosen object has it now
 */
gboolean
vouch_label_draft_set_member (VouchLabelDraft *self, const VouchLabelMember *member, const char *value, GError **error)
{
  VouchLabelElement *element = get_chosen (self);
  g_autoptr (VouchLabelElement) changed = NULL;

  g_return_val_if_fail (element != NULL, FALSE);

  changed = vouch_label_element_copy (element);
  if (!vouch_label_member_set_value (member, changed, value, error))
    return FALSE;
  vouch_label_draft_begin (self, member->name);
  g_ptr_array_index (vouch_label_draft_lend (self)->elements, (guint)vouch_label_draft_get_chosen (self)) =
      g_steal_pointer (&changed);
  vouch_label_element_free (element);
  vouch_label_draft_end (self, vouch_label_draft_get_chosen (self));
  return TRUE;
}
