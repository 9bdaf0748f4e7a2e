#pragma once

#include <glib.h>

#include "vouch-code-picture.h"
#include "vouch-label.h"

G_BEGIN_DECLS

#define VOUCH_CODE_SHEET_DPI 300
#define VOUCH_CODE_SHEET_ENTRIES_MAX 2000

/**
 * VouchCodeSheetEntry:
 * @section: (nullable): the heading under which it stands; printed where it differs from the one before
 * @title: (nullable): what the code names, already in the reader's language
 * @subtitle: (nullable): a second line
 * @text: what is encoded; GS1 symbols take the bracketed form
 * @symbology: as what
 *
 * One titled code.
 */
typedef struct
{
  char *section;
  char *title;
  char *subtitle;
  char *text;
  VouchSymbology symbology;
} VouchCodeSheetEntry;

VouchCodeSheetEntry *vouch_code_sheet_entry_new (const char *section, const char *title, const char *subtitle,
                                                 const char *text, VouchSymbology symbology) G_GNUC_WARN_UNUSED_RESULT;
void vouch_code_sheet_entry_free (VouchCodeSheetEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCodeSheetEntry, vouch_code_sheet_entry_free)

/**
 * VouchCodeSheet:
 *
 * Titled codes flowing over A4 pages, to be printed on any printer or held before a reader on screen. A page is a
 * label of its own, so that it is drawn, written and read back as any other.
 */
typedef struct _VouchCodeSheet VouchCodeSheet;

VouchCodeSheet *
vouch_code_sheet_new (const char *title, const GPtrArray *entries, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_code_sheet_free (VouchCodeSheet *self);
guint vouch_code_sheet_get_n_pages (const VouchCodeSheet *self);
const VouchLabel *vouch_code_sheet_get_page (const VouchCodeSheet *self, guint page);
gboolean vouch_code_sheet_write_pdf (const VouchCodeSheet *self, const char *path, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCodeSheet, vouch_code_sheet_free)

G_END_DECLS
