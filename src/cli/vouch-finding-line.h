#pragma once

#include "vouch-code-check.h"

G_BEGIN_DECLS

void vouch_finding_line_append (GString *line, const char *text, const VouchCodeFinding *finding);
void vouch_finding_line_append_json (GString *line, const char *text, const VouchCodeFinding *finding);

G_END_DECLS
