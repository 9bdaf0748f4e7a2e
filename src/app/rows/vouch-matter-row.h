#pragma once

#include <adwaita.h>

#include "vouch-receiving-matter.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_MATTER_ROW (vouch_matter_row_get_type ())
G_DECLARE_FINAL_TYPE (VouchMatterRow, vouch_matter_row, VOUCH, MATTER_ROW, AdwBin)

/**
 * VouchMatterRow:
 *
 * Something of receiving that the QA lead settles: what it is, a line for the QA lead's words, and a button for each
 * answer.
 *
 * Signals: "answered" (choice, words): which button, from 0; "lot-chosen" (gint64): the lot it is about is to be seen.
 */

GtkWidget *vouch_matter_row_new (const VouchMatter *matter) G_GNUC_WARN_UNUSED_RESULT;
const VouchMatter *vouch_matter_row_get_matter (VouchMatterRow *self);

G_END_DECLS
