#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

gboolean vouch_command_card_write (VouchStation *station, const char *path, GError **error);

G_END_DECLS
