#pragma once

#include "vouch-cli.h"

G_BEGIN_DECLS

void vouch_demo_run (VouchCli *cli, const char *directory, gboolean keep);

G_END_DECLS
