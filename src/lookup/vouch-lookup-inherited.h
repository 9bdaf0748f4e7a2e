#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_LOOKUP_INHERITED "systemd"

int vouch_lookup_inherited_find (const char *name, GError **error);

G_END_DECLS
