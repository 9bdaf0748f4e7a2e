#pragma once

#include <adwaita.h>

#include "vouch-label-work.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_REPRINT_GROUP (vouch_reprint_group_get_type ())
G_DECLARE_FINAL_TYPE (VouchReprintGroup, vouch_reprint_group, VOUCH, REPRINT_GROUP, AdwPreferencesGroup)

/**
 * VouchReprintGroup:
 *
 * Why labels that were printed already are printed again; what else needs such a reason is added below.
 *
 * Signals: "again", when they are to be printed.
 */

void vouch_reprint_group_allow (VouchReprintGroup *self, gboolean may_print);
void vouch_reprint_group_fill_order (VouchReprintGroup *self, VouchLabelOrder *order);
char *vouch_reprint_group_dup_words (VouchReprintGroup *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_reprint_group_clear (VouchReprintGroup *self);

G_END_DECLS
