#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/* A described record as a dictionary of the settings, by its fields' names. Of records of texts, numbers and choices.
 */

GVariant *vouch_record_variant_new (const VouchRecordType *type, gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;
gpointer
vouch_record_variant_read (const VouchRecordType *type, GVariant *dictionary, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
