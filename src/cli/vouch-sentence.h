#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

char *vouch_sentence_of_answer (const VouchRecordType *type, gconstpointer answer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
