#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vouch_instance_dup_application_id (const char *directory) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
