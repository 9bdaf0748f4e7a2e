#pragma once

#include "vouch-verb.h"

G_BEGIN_DECLS

void vouch_receipt_view_show (VouchCli *cli, const VouchVerb *verb);
void vouch_receipt_view_report (VouchCli *cli, const VouchVerb *verb);

G_END_DECLS
