#pragma once

#include <glib.h>

#include "vouch-symbol.h"

G_BEGIN_DECLS

GPtrArray *
vouch_agreement_of_frames (GPtrArray *before, GPtrArray *now, GPtrArray **doubtful) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
