#pragma once

#include "vouch-label-template.h"

G_BEGIN_DECLS

GHashTable *vouch_label_example_fields (const VouchLabelTemplate *template) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
