#pragma once

#include "vouch-verb.h"

G_BEGIN_DECLS

/* What to draw from lots, for people, for programs and on paper. */
void vouch_pick_view_run (VouchCli *cli, const VouchVerb *verb);

G_END_DECLS
