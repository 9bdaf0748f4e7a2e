#pragma once

#include "vouch-scan.h"
#include "vouch-symbol.h"

G_BEGIN_DECLS

/* As many as there are digits. */
#define VOUCH_CODE_CHOICE_MAX 9

/**
 * VouchCodeChoice:
 *
 * The codes of one picture, or of a camera that goes on, of which one is meant. Each has a number, from 1, which it
 * keeps as long as somebody may have read it.
 */
typedef struct _VouchCodeChoice VouchCodeChoice;

VouchCodeChoice *vouch_code_choice_new (GPtrArray *symbols, VouchScanOrigin origin) G_GNUC_WARN_UNUSED_RESULT;
void vouch_code_choice_free (VouchCodeChoice *self);
void vouch_code_choice_add (VouchCodeChoice *self, GPtrArray *symbols);
guint vouch_code_choice_find (const VouchCodeChoice *self, const VouchSymbol *symbol);
const VouchSymbol *vouch_code_choice_get (const VouchCodeChoice *self, guint number);
GPtrArray *vouch_code_choice_get_codes (const VouchCodeChoice *self);
VouchScanOrigin vouch_code_choice_get_origin (const VouchCodeChoice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCodeChoice, vouch_code_choice_free)

G_END_DECLS
