#pragma once

#include <json-glib/json-glib.h>

#include "vouch-label-element.h"

G_BEGIN_DECLS

VouchLabelElement *vouch_label_element_read_json (JsonObject *object, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_read_um (JsonNode *node, int *um);
gboolean vouch_label_read_rect (JsonNode *node, VouchRect *rect);

G_END_DECLS
