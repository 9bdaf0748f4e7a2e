#pragma once

#include "vouch-code-sheet.h"

G_BEGIN_DECLS

/* Finds places for titled codes on A4 pages: rows of three columns, of which a wide code takes several. */
typedef struct _VouchCodeFlow VouchCodeFlow;

VouchCodeFlow *vouch_code_flow_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_code_flow_free (VouchCodeFlow *self);
gboolean vouch_code_flow_add (VouchCodeFlow *self, const VouchCodeSheetEntry *entry, GError **error);
const GPtrArray *vouch_code_flow_get_pages (const VouchCodeFlow *self); /* VouchLabelTemplate */
void vouch_code_flow_add_header (VouchLabelTemplate *page, const char *title, guint number, guint count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCodeFlow, vouch_code_flow_free)

G_END_DECLS
