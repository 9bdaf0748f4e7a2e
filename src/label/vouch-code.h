#pragma once

#include <glib.h>

#include "vouch-symbology.h"

G_BEGIN_DECLS

#define VOUCH_CODE_TEXT_MAX 1000

/**
 * VouchCode:
 *
 * One symbol, encoded: its modules and what a reader must make of them.
 */
typedef struct _VouchCode VouchCode;

VouchCode *vouch_code_new (VouchSymbology symbology, const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_code_free (VouchCode *self);
VouchSymbology vouch_code_get_symbology (const VouchCode *self);
int vouch_code_get_columns (const VouchCode *self);
int vouch_code_get_rows (const VouchCode *self);
gboolean vouch_code_is_dark (const VouchCode *self, int column, int row);
const char *vouch_code_get_reading (const VouchCode *self);
char *vouch_code_dup_hri (const VouchCode *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCode, vouch_code_free)

G_END_DECLS
