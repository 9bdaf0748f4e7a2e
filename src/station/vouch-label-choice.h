#pragma once

#include "vouch-conn.h"
#include "vouch-label-template.h"
#include "vouch-print-job.h"

G_BEGIN_DECLS

VouchLabelTemplate *vouch_label_choose_template (VouchConn *conn, VouchPrintPurpose purpose, const char *name,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_label_choose_language (VouchConn *conn) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_check_usual (VouchConn *conn, const char *policy, const char *name, GError **error);
gboolean vouch_label_check_named (VouchConn *conn, const char *name, const VouchLabelTemplate *next, GError **error);

G_END_DECLS
