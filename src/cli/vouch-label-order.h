#pragma once

#include "vouch-label-work.h"
#include "vouch-run-case.h"

G_BEGIN_DECLS

gboolean vouch_label_order_check (const VouchRecordType *type, gconstpointer request, gint64 dpi, GError **error);
VouchAnswer *vouch_label_order_run (VouchCli *cli, VouchStation *station, VouchActor *actor, VouchLabelOrder *order,
                                    const char *name, const char *position, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchAnswer *vouch_label_order_carry_out (VouchCli *cli, const VouchRecordType *type, gconstpointer request,
                                          VouchLabelOrder *order, const char *printer, const char *position, gint64 dpi,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
