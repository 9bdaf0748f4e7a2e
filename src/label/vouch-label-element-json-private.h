#pragma once

#include "vouch-label-node-private.h"
#include "vouch-label-template.h"

G_BEGIN_DECLS

VouchLabelElement *vouch_label_element_read_json (const VouchLabelNode *node, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_element_write_json (const VouchLabelElement *self, GString *json);
void vouch_label_write_text (GString *json, const char *text);

G_END_DECLS
