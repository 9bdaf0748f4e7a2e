#pragma once

#include "vouch-conn.h"
#include "vouch-print-job.h"
#include "vouch-template-version.h"

G_BEGIN_DECLS

/* The house's own label templates. */

GPtrArray *vouch_template_version_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchTemplateVersion *
vouch_template_version_store_find (VouchConn *conn, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchTemplateVersion *
vouch_template_version_store_find_last (VouchConn *conn, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPrintJob *
vouch_template_version_store_find_job (VouchConn *conn, const char *template, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
