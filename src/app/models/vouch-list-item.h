#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * VouchListText:
 * @VOUCH_LIST_TITLE: what the line is about
 * @VOUCH_LIST_SUBTITLE: more of it
 * @VOUCH_LIST_ASIDE: at the end of the line
 * @VOUCH_LIST_NOTE: under @VOUCH_LIST_ASIDE, what needs attention
 *
 * The texts of a line.
 */
typedef enum
{
  VOUCH_LIST_TITLE,
  VOUCH_LIST_SUBTITLE,
  VOUCH_LIST_ASIDE,
  VOUCH_LIST_NOTE,
} VouchListText;

#define VOUCH_N_LIST_TEXTS (VOUCH_LIST_NOTE + 1)

#define VOUCH_TYPE_LIST_ITEM (vouch_list_item_get_type ())
G_DECLARE_FINAL_TYPE (VouchListItem, vouch_list_item, VOUCH, LIST_ITEM, GObject)

/**
 * VouchListItem:
 *
 * A line of a list, ready to be shown. Properties "title", "subtitle", "aside", "note", "has-note" and "shape".
 */

VouchListItem *vouch_list_item_new (gint64 id) G_GNUC_WARN_UNUSED_RESULT;
void vouch_list_item_take (VouchListItem *self, VouchListText which, char *text);
void vouch_list_item_set_shape (VouchListItem *self, int shape);
gint64 vouch_list_item_get_id (VouchListItem *self);
const char *vouch_list_item_get_text (VouchListItem *self, VouchListText which);

G_END_DECLS
