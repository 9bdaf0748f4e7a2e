#pragma once

#include "vouch-label-member.h"

G_BEGIN_DECLS

/* Words for what is on a label, in the user's language. */
const char *vouch_words_of_element (VouchElementKind kind);
char *vouch_words_dup_element (const VouchLabelElement *element) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_words_of_member_choice (const VouchLabelMember *member, int choice);

G_END_DECLS
