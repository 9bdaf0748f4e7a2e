#pragma once

#include "vouch-severity.h"
#include "vouch-variables-letter.h"

G_BEGIN_DECLS

gboolean vouch_variables_table_read (VouchVariablesMethod method, VouchSeverity severity, char letter, guint aql_index,
                                     guint *n, double *m_percent);

G_END_DECLS
