#pragma once

#include "vouch-verb.h"

G_BEGIN_DECLS

/* Codes as streams: any number of them in any memory. */

void vouch_code_mint (VouchCli *cli, const VouchVerb *verb);
void vouch_code_verify (VouchCli *cli, const VouchVerb *verb);

G_END_DECLS
