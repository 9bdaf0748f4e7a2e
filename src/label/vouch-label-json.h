#pragma once

#include <glib.h>

#include "vouch-label-template.h"

G_BEGIN_DECLS

VouchLabelTemplate *
vouch_label_json_read (const char *name, const char *json, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
