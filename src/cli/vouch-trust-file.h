#pragma once

#include "vouch-answer.h"
#include "vouch-station.h"

G_BEGIN_DECLS

VouchAnswer *vouch_trust_file_give (VouchStation *station, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
