#pragma once

#include "vouch-verb.h"

G_BEGIN_DECLS

/* What “vouch label” does with templates, beside printing. */
void vouch_label_run_check (VouchCli *cli, const VouchVerb *verb);
void vouch_label_run_print (VouchCli *cli, const VouchVerb *verb);
void vouch_label_run_template (VouchCli *cli, const VouchVerb *verb);
void vouch_label_run_preview (VouchCli *cli, const VouchVerb *verb);

G_END_DECLS
