#pragma once

#include <json-glib/json-glib.h>

#include "vouch-sampling-stage.h"

G_BEGIN_DECLS

gboolean vouch_json_stages_read (JsonObject *request, VouchSamplingStages *stages, GError **error);
JsonArray *vouch_json_stages_write (const VouchSamplingStages *stages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
