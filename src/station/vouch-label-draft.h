#pragma once

#include <glib-object.h>

#include "vouch-label-member.h"
#include "vouch-label-template.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_LABEL_DRAFT (vouch_label_draft_get_type ())
G_DECLARE_FINAL_TYPE (VouchLabelDraft, vouch_label_draft, VOUCH, LABEL_DRAFT, GObject)

/* The label itself, in place of one of its objects. */
#define VOUCH_LABEL_DRAFT_HEAD (-1)

/**
 * VouchLabelDraft:
 *
 * A label template that is being changed: each change can be undone, one object (or the label itself) is chosen, and
 * whoever shows any of it listens to "changed". It may break rules in between; vouch_label_draft_check() says whether
 * it does. Of one thread.
 *
 * Signal "changed": something of it is another than before, or another object is chosen.
 */

VouchLabelDraft *vouch_label_draft_new (const VouchLabelTemplate *template) G_GNUC_WARN_UNUSED_RESULT;
const VouchLabelTemplate *vouch_label_draft_get_template (VouchLabelDraft *self);
gboolean vouch_label_draft_is_changed (VouchLabelDraft *self);
gboolean vouch_label_draft_check (VouchLabelDraft *self, GError **error);
gboolean vouch_label_draft_can_undo (VouchLabelDraft *self);
gboolean vouch_label_draft_can_redo (VouchLabelDraft *self);
void vouch_label_draft_undo (VouchLabelDraft *self);
void vouch_label_draft_redo (VouchLabelDraft *self);

int vouch_label_draft_get_chosen (VouchLabelDraft *self);
void vouch_label_draft_choose (VouchLabelDraft *self, int object);
const VouchLabelElement *vouch_label_draft_get_object (VouchLabelDraft *self, int object);
int vouch_label_draft_find_at (VouchLabelDraft *self, int x_um, int y_um);
char *vouch_label_draft_dup_fault (VouchLabelDraft *self, int object, char **member) G_GNUC_WARN_UNUSED_RESULT;

void vouch_label_draft_add (VouchLabelDraft *self, VouchElementKind kind);
void vouch_label_draft_add_image (VouchLabelDraft *self, const char *dots, int columns, int rows);
void vouch_label_draft_duplicate (VouchLabelDraft *self);
void vouch_label_draft_remove (VouchLabelDraft *self);
void vouch_label_draft_reorder (VouchLabelDraft *self, int by);
void vouch_label_draft_move (VouchLabelDraft *self, int dx_um, int dy_um);
void vouch_label_draft_resize (VouchLabelDraft *self, int dx_um, int dy_um);
gboolean
vouch_label_draft_set_member (VouchLabelDraft *self, const VouchLabelMember *member, const char *value, GError **error);

/**
 * VouchLabelHead:
 * @name: as a fault names it
 * @title: what it is for people, not translated yet
 * @is_choice: whether it is one of vouch_label_head_get_choice()
 *
 * One property of the label itself.
 */
typedef struct
{
  const char *name;
  const char *title;
  gboolean is_choice;
} VouchLabelHead;

const VouchLabelHead *vouch_label_head_list (gsize *n_heads);
const char *vouch_label_head_get_choice (const VouchLabelHead *self, int index);
char *vouch_label_draft_dup_head (VouchLabelDraft *self, const VouchLabelHead *head) G_GNUC_WARN_UNUSED_RESULT;
gboolean
vouch_label_draft_set_head (VouchLabelDraft *self, const VouchLabelHead *head, const char *value, GError **error);

G_END_DECLS
