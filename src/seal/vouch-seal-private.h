#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every function of the room that reaches libsodium calls this first; any thread, any number of times. */
void vouch_seal_start (void);

G_END_DECLS
