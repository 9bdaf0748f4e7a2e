#include "vouch-list-item.h"

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_ASIDE,
  PROP_NOTE,
  PROP_HAS_NOTE,
  PROP_SHAPE,
} VouchListItemProperty;

struct _VouchListItem
{
  GObject parent_instance;
  gint64 id;
  char *texts[VOUCH_N_LIST_TEXTS];
  int shape; /* VouchMark */
};

G_DEFINE_FINAL_TYPE (VouchListItem, vouch_list_item, G_TYPE_OBJECT)

static GParamSpec *props[PROP_SHAPE + 1];

static void
vouch_list_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VouchListItem *self = VOUCH_LIST_ITEM (object);

  switch ((VouchListItemProperty)prop_id)
    {
    case PROP_TITLE:
    case PROP_SUBTITLE:
    case PROP_ASIDE:
    case PROP_NOTE:
      g_value_set_string (value, vouch_list_item_get_text (self, (VouchListText)(prop_id - PROP_TITLE)));
      break;
    case PROP_HAS_NOTE:
      g_value_set_boolean (value, *vouch_list_item_get_text (self, VOUCH_LIST_NOTE) != '\0');
      break;
    case PROP_SHAPE:
      g_value_set_int (value, self->shape);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vouch_list_item_finalize (GObject *object)
{
  VouchListItem *self = VOUCH_LIST_ITEM (object);

  for (gsize i = 0; i < VOUCH_N_LIST_TEXTS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (vouch_list_item_parent_class)->finalize (object);
}

static void
vouch_list_item_class_init (VouchListItemClass *klass)
{
  static const char *const names[] = { "title", "subtitle", "aside", "note" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vouch_list_item_get_property;
  object_class->finalize = vouch_list_item_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    props[PROP_TITLE + i] = g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_NOTE] =
      g_param_spec_boolean ("has-note", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHAPE] = g_param_spec_int ("shape", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_list_item_init (VouchListItem *self)
{
}

/**
 * vouch_list_item_new:
 * @id: of the record that the line is about
 *
 * Returns: (transfer full): a line without texts; whoever shows it is told when they are set
 */
VouchListItem *
vouch_list_item_new (gint64 id)
{
  VouchListItem *self = g_object_new (VOUCH_TYPE_LIST_ITEM, NULL);

  self->id = id;
  return self;
}

/**
 * vouch_list_item_take:
 * @self: a line
 * @which: one of its texts
 * @text: (transfer full) (nullable): the text
 *
 * Tells whoever shows the line where the text is another.
 */
void
vouch_list_item_take (VouchListItem *self, VouchListText which, char *text)
{
  g_autofree char *before = NULL;

  g_return_if_fail (VOUCH_IS_LIST_ITEM (self));
  g_return_if_fail (which < VOUCH_N_LIST_TEXTS);

  before = self->texts[which];
  self->texts[which] = text;
  if (g_strcmp0 (before, text) == 0)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE + which]);
  if (which == VOUCH_LIST_NOTE)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HAS_NOTE]);
}

/**
 * vouch_list_item_set_shape:
 * @self: a line
 * @shape: the sign before it
 */
void
vouch_list_item_set_shape (VouchListItem *self, int shape)
{
  g_return_if_fail (VOUCH_IS_LIST_ITEM (self));

  if (self->shape == shape)
    return;
  self->shape = shape;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHAPE]);
}

/**
 * vouch_list_item_get_id:
 * @self: a line
 *
 * Returns: the id of the record that the line is about
 */
gint64
vouch_list_item_get_id (VouchListItem *self)
{
  g_return_val_if_fail (VOUCH_IS_LIST_ITEM (self), 0);

  return self->id;
}

/**
 * vouch_list_item_get_text:
 * @self: a line
 * @which: one of its texts
 *
 * Returns: (transfer none): the text, "" if none
 */
const char *
vouch_list_item_get_text (VouchListItem *self, VouchListText which)
{
  g_return_val_if_fail (VOUCH_IS_LIST_ITEM (self), "");
  g_return_val_if_fail (which < VOUCH_N_LIST_TEXTS, "");

  return self->texts[which] != NULL ? self->texts[which] : "";
}
