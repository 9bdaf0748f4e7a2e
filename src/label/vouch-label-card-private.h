#pragma once

#include "vouch-label-node-private.h"
#include "vouch-label-template.h"

G_BEGIN_DECLS

gboolean vouch_label_card_read (VouchLabelTemplate *template, const VouchLabelNode *node, GError **error);

G_END_DECLS
