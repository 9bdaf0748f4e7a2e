#pragma once

#include "vouch-verb.h"

G_BEGIN_DECLS

/* `vouch plan show` and `vouch plan explain`. */
void vouch_plan_view_show (VouchCli *cli, const VouchVerb *verb);
void vouch_plan_view_explain (VouchCli *cli, const VouchVerb *verb);

G_END_DECLS
