#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_TEMPLATE_CARD (vouch_template_card_get_type ())
G_DECLARE_FINAL_TYPE (VouchTemplateCard, vouch_template_card, VOUCH, TEMPLATE_CARD, AdwBin)

/**
 * VouchTemplateCard:
 *
 * A label template as it would be printed, and what can be done with it: it is edited, copied, given out and removed.
 *
 * Signals: "saved", with the name of the template that was made or changed; "removed"; "told", with what came of
 * something else.
 */

void vouch_template_card_set_desk (VouchTemplateCard *self, VouchDesk *desk);
void vouch_template_card_show (VouchTemplateCard *self, const char *name);
void vouch_template_card_update (VouchTemplateCard *self);
void vouch_template_card_edit_new (VouchTemplateCard *self);
void vouch_template_card_export (VouchTemplateCard *self, GFile *file);

G_END_DECLS
