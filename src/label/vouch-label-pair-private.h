#pragma once

#include "vouch-label-element.h"
#include "vouch-label-template.h"

G_BEGIN_DECLS

char *vouch_label_pair_fill (const VouchLabelTemplate *template, const VouchLabelElement *pair, GHashTable *fields,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_label_pair_dup_field (const VouchLabelTemplate *template, const VouchLabelElement *pair,
                                  GHashTable *fields) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
