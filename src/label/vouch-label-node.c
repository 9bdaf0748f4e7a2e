#include "vouch-label-node-private.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

VouchLabelNode *
vouch_label_node_new (VouchNodeKind kind)
{
  VouchLabelNode *self = g_new0 (VouchLabelNode, 1);

  self->kind = kind;
  if (kind == VOUCH_NODE_OBJECT || kind == VOUCH_NODE_ARRAY)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_node_free);
  return self;
}

void
vouch_label_node_free (VouchLabelNode *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

/*
 * vouch_label_node_find:
 * @self: (nullable): a value
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): that member; %NULL if there is none, or @self is no object
 */
const VouchLabelNode *
vouch_label_node_find (const VouchLabelNode *self, const char *name)
{
  if (self == NULL || self->kind != VOUCH_NODE_OBJECT)
    return NULL;
  for (guint i = 0; i < self->children->len; i++)
    {
      const VouchLabelNode *child = g_ptr_array_index (self->children, i);

      if (strcmp (child->name, name) == 0)
        return child;
    }
  return NULL;
}

/*
 * vouch_label_node_get_text:
 * @self: (nullable): a value
 *
 * Returns: (transfer none) (nullable): its text; %NULL if it is none
 */
const char *
vouch_label_node_get_text (const VouchLabelNode *self)
{
  return self != NULL && self->kind == VOUCH_NODE_TEXT ? self->text : NULL;
}

const char *
vouch_label_node_find_text (const VouchLabelNode *self, const char *name)
{
  return vouch_label_node_get_text (vouch_label_node_find (self, name));
}

static void
set_placed_error (const VouchLabelNode *self, GError **error, const char *message)
{
  if (self->line > 0)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("line %d, column %d: %s"), self->line, self->column,
                 message);
  else
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, message);
}

/*
 * vouch_label_node_fail:
 * @self: what is wrong
 * @error: (out): INVALID, with the place
 * @format: what is wrong with it and what to do
 *
 * Returns: %FALSE
 */
gboolean
vouch_label_node_fail (const VouchLabelNode *self, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  set_placed_error (self, error, message);
  return FALSE;
}

/*
 * vouch_label_node_refuse:
 * @self: what is wrong
 * @why: what somebody said who does not know the place
 * @error: (out): the same with the place
 *
 * Returns: %FALSE
 */
gboolean
vouch_label_node_refuse (const VouchLabelNode *self, const GError *why, GError **error)
{
  set_placed_error (self, error, why->message);
  return FALSE;
}
