#pragma once

#include <json-glib/json-glib.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

JsonObject *vouch_desk_json_write (const VouchDeskState *state) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_desk_json_say (const VouchDeskState *state) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
