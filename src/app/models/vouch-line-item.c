#include "vouch-line-item.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PROP_POSITION = 1,
  PROP_PRODUCT,
  PROP_SKU,
  PROP_DECLARED,
  PROP_COUNTED,
  PROP_DAMAGED,
  PROP_VARIANCE,
  PROP_STANDING,
  PROP_SUBTITLE,
  PROP_AMOUNT,
  PROP_NOTICE,
  PROP_HAS_NOTICE,
} VouchLineItemProperty;

struct _VouchLineItem
{
  GObject parent_instance;
  char *texts[PROP_NOTICE + 1]; /* by property */
};

G_DEFINE_FINAL_TYPE (VouchLineItem, vouch_line_item, G_TYPE_OBJECT)

static GParamSpec *props[PROP_HAS_NOTICE + 1];

static void
vouch_line_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VouchLineItem *self = VOUCH_LINE_ITEM (object);

  if (prop_id >= PROP_POSITION && prop_id <= PROP_NOTICE)
    g_value_set_string (value, self->texts[prop_id]);
  else if (prop_id == PROP_HAS_NOTICE)
    g_value_set_boolean (value, self->texts[PROP_NOTICE] != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vouch_line_item_finalize (GObject *object)
{
  VouchLineItem *self = VOUCH_LINE_ITEM (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (vouch_line_item_parent_class)->finalize (object);
}

static void
vouch_line_item_class_init (VouchLineItemClass *klass)
{
  static const char *const names[] = { "position", "product",  "sku",      "declared", "counted", "damaged",
                                       "variance", "standing", "subtitle", "amount",   "notice" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vouch_line_item_get_property;
  object_class->finalize = vouch_line_item_finalize;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    props[PROP_POSITION + i] =
        g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_HAS_NOTICE] =
      g_param_spec_boolean ("has-notice", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
vouch_line_item_init (VouchLineItem *self)
{
}

/* The parts that there are, with dots between them. */
static char *
join (const char *const *parts, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
dup_subtitle (const VouchDeskLine *line)
{
  g_autofree char *accepted = line->accepted != NULL ? g_strdup_printf (_ ("accepted %s"), line->accepted) : NULL;
  g_autofree char *rejected = line->rejected != NULL ? g_strdup_printf (_ ("rejected %s"), line->rejected) : NULL;
  const char *const parts[] = { line->sku, line->lots, accepted, rejected };

  return join (parts, G_N_ELEMENTS (parts));
}

static char *
dup_notice (const VouchDeskLine *line)
{
  g_autofree char *damaged = line->damaged != NULL ? g_strdup_printf (_ ("%s damaged"), line->damaged) : NULL;
  const char *const parts[] = { line->variance, damaged };

  return join (parts, G_N_ELEMENTS (parts));
}

/**
 * vouch_line_item_new:
 * @line: a line of the open delivery
 *
 * Returns: (transfer full): the row
 */
VouchLineItem *
vouch_line_item_new (const VouchDeskLine *line)
{
  VouchLineItem *self;

  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (VOUCH_TYPE_LINE_ITEM, NULL);
  /* The arrow says without colour which line is open. */
  self->texts[PROP_POSITION] = g_strdup_printf (line->is_current ? "▶ %d" : "%d", (int)line->position);
  self->texts[PROP_PRODUCT] = g_strdup (line->product);
  self->texts[PROP_SKU] = g_strdup (line->sku);
  self->texts[PROP_DECLARED] = g_strdup (line->declared);
  self->texts[PROP_COUNTED] = g_strdup (line->counted);
  self->texts[PROP_DAMAGED] = g_strdup (line->damaged);
  self->texts[PROP_VARIANCE] = g_strdup (line->variance);
  self->texts[PROP_STANDING] = g_strdup (line->standing);
  self->texts[PROP_SUBTITLE] = dup_subtitle (line);
  /* Translators: how much was counted of how much was declared. */
  self->texts[PROP_AMOUNT] = line->declared != NULL ? g_strdup_printf (_ ("%s of %s"), line->counted, line->declared)
                                                    : g_strdup (line->counted);
  self->texts[PROP_NOTICE] = dup_notice (line);
  return self;
}
