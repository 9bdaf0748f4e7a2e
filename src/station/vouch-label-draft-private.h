#pragma once

#include "vouch-label-draft.h"

/* Changes that belong together, like the letters of a word, are one step: they have the same occasion. */
void vouch_label_draft_begin (VouchLabelDraft *self, const char *occasion);
VouchLabelTemplate *vouch_label_draft_lend (VouchLabelDraft *self);
void vouch_label_draft_end (VouchLabelDraft *self, int chosen);
