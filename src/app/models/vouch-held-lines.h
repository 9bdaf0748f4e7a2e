#pragma once

#include "vouch-list-item.h"

G_BEGIN_DECLS

/**
 * VouchHeldLines:
 *
 * Which lines of a list somebody holds: one item an id, for as long as anybody has a reference to it. The pages that
 * were read last are held here, so that scrolling back and forth reads nothing.
 */
typedef struct _VouchHeldLines VouchHeldLines;

VouchHeldLines *vouch_held_lines_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_held_lines_free (VouchHeldLines *self);
VouchListItem *vouch_held_lines_ref_item (VouchHeldLines *self, gint64 id) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_held_lines_is_asked (VouchHeldLines *self, gint64 id);
void vouch_held_lines_set_asked (VouchHeldLines *self, gint64 id, gboolean is_asked);
GArray *vouch_held_lines_dup_ids (VouchHeldLines *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_held_lines_keep_page (VouchHeldLines *self, GPtrArray *items);
void vouch_held_lines_drop_pages (VouchHeldLines *self);

G_END_DECLS
