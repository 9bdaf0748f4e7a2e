#pragma once

#include "vouch-label-member.h"
#include "vouch-label-node-private.h"

G_BEGIN_DECLS

gboolean vouch_label_member_read (const VouchLabelMember *self, const VouchLabelNode *node, VouchLabelElement *element,
                                  GError **error);
gboolean vouch_label_node_read_um (const VouchLabelNode *self, int *um);
gboolean vouch_label_node_read_rect (const VouchLabelNode *self, VouchRect *rect);

G_END_DECLS
