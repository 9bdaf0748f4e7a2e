#pragma once

#include <adwaita.h>

#include "vouch-code-sheet.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SAMPLES_PAGE (vouch_samples_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchSamplesPage, vouch_samples_page, VOUCH, SAMPLES_PAGE, AdwBin)

/**
 * VouchSamplesPage:
 *
 * The sheet of bar codes on the screen, so that a scanner alone is enough to try everything.
 *
 * Signals: "save": the sheet is wanted as a file to print.
 */

void vouch_samples_page_clear (VouchSamplesPage *self);
gboolean vouch_samples_page_is_empty (VouchSamplesPage *self);
void vouch_samples_page_add (VouchSamplesPage *self, const VouchCodeSheetEntry *entry);

G_END_DECLS
