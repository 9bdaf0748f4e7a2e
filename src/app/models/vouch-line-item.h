#pragma once

#include <glib-object.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LINE_ITEM (vouch_line_item_get_type ())
G_DECLARE_FINAL_TYPE (VouchLineItem, vouch_line_item, VOUCH, LINE_ITEM, GObject)

/**
 * VouchLineItem:
 *
 * A line of the open delivery as a row of its table. Properties "position", "product", "sku", "declared", "counted",
 * "damaged", "variance" and "standing" are the line's texts; "subtitle", "amount" and "notice" put them together as a
 * row shows them, and "has-notice" says whether there is one.
 */

VouchLineItem *vouch_line_item_new (const VouchDeskLine *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
