#pragma once

#include "vouch-label-template.h"
#include "vouch-verb.h"

G_BEGIN_DECLS

/* What “vouch label” does with templates, beside printing. */
void vouch_label_run_check (VouchCli *cli, const VouchVerb *verb);
void vouch_label_run_print (VouchCli *cli, const VouchVerb *verb);
void vouch_label_run_template (VouchCli *cli, const VouchVerb *verb);
void vouch_label_run_preview (VouchCli *cli, const VouchVerb *verb);

VouchLabelTemplate *vouch_label_template_of_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLabelTemplate *
vouch_label_template_of_name (VouchCli *cli, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
