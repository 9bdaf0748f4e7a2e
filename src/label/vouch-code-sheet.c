#include "vouch-code-sheet.h"

#include <glib/gi18n-lib.h>

#include "vouch-code-cell-private.h"
#include "vouch-code-flow-private.h"
#include "vouch-error.h"
#include "vouch-label-pdf.h"
#include "vouch-text.h"

struct _VouchCodeSheet
{
  GPtrArray *pages; /* of VouchLabel */
};

/**
 * vouch_code_sheet_entry_new:
 * @section: (nullable): the heading under which it stands
 * @title: (nullable): what the code names
 * @subtitle: (nullable): a second line
 * @text: what is encoded
 * @symbology: as what
 *
 * Returns: (transfer full): the entry
 */
VouchCodeSheetEntry *
vouch_code_sheet_entry_new (const char *section, const char *title, const char *subtitle, const char *text,
                            VouchSymbology symbology)
{
  VouchCodeSheetEntry *self = g_new0 (VouchCodeSheetEntry, 1);

  self->section = g_strdup (section);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->text = g_strdup (text);
  self->symbology = symbology;
  return self;
}

/**
 * vouch_code_sheet_entry_free:
 * @self: (nullable): an entry
 */
void
vouch_code_sheet_entry_free (VouchCodeSheetEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->section);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->text);
  g_free (self);
}

static gboolean
check_entry (const VouchCodeSheetEntry *entry, GError **error)
{
  return vouch_text_check_line (entry->section, "section", VOUCH_TEXT_NAME_MAX, error) &&
         vouch_text_check_line (entry->title, "title", VOUCH_TEXT_NAME_MAX, error) &&
         vouch_text_check_line (entry->subtitle, "subtitle", VOUCH_TEXT_NAME_MAX, error);
}

static gboolean
check_count (const GPtrArray *entries, GError **error)
{
  if (entries->len > 0 && entries->len <= VOUCH_CODE_SHEET_ENTRIES_MAX)
    return TRUE;
  vouch_set_field_error (error, "entries", VOUCH_ERROR_INVALID,
                         _ ("A sheet holds 1 to %d codes, not %u: split the list"), VOUCH_CODE_SHEET_ENTRIES_MAX,
                         entries->len);
  return FALSE;
}

/* The pages' number is known only when all codes have their place, and then each page becomes a label. */
static gboolean
lay_out_pages (VouchCodeSheet *self, const GPtrArray *templates, const char *title, GError **error)
{
  g_autoptr (GHashTable) no_fields = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < templates->len; i++)
    {
      VouchLabelTemplate *template = g_ptr_array_index (templates, i);
      VouchLabel *page;

      vouch_code_flow_add_header (template, title, i + 1, templates->len);
      page = vouch_label_new (template, no_fields, VOUCH_CODE_SHEET_DPI, error);
      if (page == NULL)
        return FALSE;
      g_ptr_array_add (self->pages, page);
    }
  return TRUE;
}

/**
 * vouch_code_sheet_new:
 * @title: what stands above every page
 * @entries: (element-type VouchCodeSheetEntry): 1 to 2,000 codes, in order
 * @error: INVALID if there are too few or too many, or one cannot be encoded or is too large for the page
 *
 * Returns: (transfer full): the sheet, or %NULL
 */
VouchCodeSheet *
vouch_code_sheet_new (const char *title, const GPtrArray *entries, GError **error)
{
  g_autoptr (VouchCodeSheet) self = NULL;
  g_autoptr (VouchCodeFlow) flow = vouch_code_flow_new ();

  g_return_val_if_fail (title != NULL && entries != NULL, NULL);

  if (!check_count (entries, error) || !vouch_text_check_line (title, "title", VOUCH_TEXT_NAME_MAX, error))
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      const VouchCodeSheetEntry *entry = g_ptr_array_index (entries, i);

      if (!check_entry (entry, error) || !vouch_code_flow_add (flow, entry, error))
        return NULL;
    }
  self = g_new0 (VouchCodeSheet, 1);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_free);
  if (!lay_out_pages (self, vouch_code_flow_get_pages (flow), title, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_code_sheet_free:
 * @self: (nullable): a sheet
 */
void
vouch_code_sheet_free (VouchCodeSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_free (self);
}

/**
 * vouch_code_sheet_get_n_pages:
 * @self: a sheet
 *
 * Returns: how many pages it has, at least 1
 */
guint
vouch_code_sheet_get_n_pages (const VouchCodeSheet *self)
{
  return self->pages->len;
}

/**
 * vouch_code_sheet_get_page:
 * @self: a sheet
 * @page: which page, from 0
 *
 * Returns: (transfer none): the page; vouch_label_draw() draws it
 */
const VouchLabel *
vouch_code_sheet_get_page (const VouchCodeSheet *self, guint page)
{
  g_return_val_if_fail (page < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, page);
}

/**
 * vouch_code_sheet_write_pdf:
 * @self: a sheet
 * @path: the file to write
 * @error: STORAGE if it cannot be written
 *
 * Returns: whether the PDF is there, whole
 */
gboolean
vouch_code_sheet_write_pdf (const VouchCodeSheet *self, const char *path, GError **error)
{
  g_autoptr (VouchLabelPdf) pdf = vouch_label_pdf_new (path, error);

  if (pdf == NULL)
    return FALSE;
  for (guint i = 0; i < self->pages->len; i++)
    if (!vouch_label_pdf_add (pdf, g_ptr_array_index (self->pages, i), error))
      return FALSE;
  return vouch_label_pdf_close (pdf, error);
}
