#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_LABEL_SOURCE_MAX (1024 * 1024)

/*
 * VouchNodeKind:
 *
 * What a value of a template is.
 */
typedef enum
{
  VOUCH_NODE_OBJECT,
  VOUCH_NODE_ARRAY,
  VOUCH_NODE_TEXT,
  VOUCH_NODE_NUMBER,
  VOUCH_NODE_FLAG,
} VouchNodeKind;

/*
 * VouchLabelNode:
 * @kind: which of the following holds
 * @line: where it stands in the template, from 1; 0 if it stands nowhere
 * @column: the character in that line, from 1
 * @name: (nullable): of an object's member
 * @text: (nullable): of a text
 * @number: of a number
 * @flag: of a flag
 * @children: (nullable) (element-type VouchLabelNode): of an object or an array, in order
 *
 * One value of a template as it was written, with its place, so that a fault can be told with the line.
 */
typedef struct
{
  VouchNodeKind kind;
  int line;
  int column;
  char *name;
  char *text;
  double number;
  gboolean flag;
  GPtrArray *children;
} VouchLabelNode;

VouchLabelNode *vouch_label_node_new (VouchNodeKind kind) G_GNUC_WARN_UNUSED_RESULT;
VouchLabelNode *vouch_label_node_parse (const char *text, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_node_free (VouchLabelNode *self);
const VouchLabelNode *vouch_label_node_find (const VouchLabelNode *self, const char *name);
const char *vouch_label_node_get_text (const VouchLabelNode *self);
const char *vouch_label_node_find_text (const VouchLabelNode *self, const char *name);
gboolean
vouch_label_node_fail (const VouchLabelNode *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean vouch_label_node_refuse (const VouchLabelNode *self, const GError *why, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelNode, vouch_label_node_free)

G_END_DECLS
