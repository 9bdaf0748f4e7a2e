#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-intake.h"

G_BEGIN_DECLS

gboolean vouch_lookup_trusting_take (const VouchLookupIntake *intake, VouchLookupDb *db, const char *content,
                                     gsize length, GString *answers, GError **error);
char *
vouch_lookup_trusting_file (const VouchLookupPlace *place, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
