#pragma once

#include "vouch-list-source.h"
#include "vouch-verb.h"

G_BEGIN_DECLS

/* One record as a line for people; NULL says nothing. */
typedef char *(*VouchSayFunc) (gconstpointer record);

void vouch_list_read (VouchCli *cli, const VouchRecordType *type, VouchJob job, gpointer data, VouchSayFunc say);
void vouch_list_read_source (VouchCli *cli, const VouchRecordType *type, const VouchListSource *source,
                             const char *query, guint limit, VouchSayFunc say);
JsonArray *vouch_list_to_json (const VouchRecordType *type, GPtrArray *records, int offset_s) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
