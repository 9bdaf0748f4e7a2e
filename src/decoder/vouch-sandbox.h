#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vouch_sandbox_enter (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_sandbox_allow_cpu (guint seconds);

G_END_DECLS
