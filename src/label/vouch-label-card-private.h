#pragma once

#include <json-glib/json-glib.h>

#include "vouch-label-template.h"

G_BEGIN_DECLS

gboolean vouch_label_card_read (VouchLabelTemplate *template, JsonNode *node, GError **error);

G_END_DECLS
