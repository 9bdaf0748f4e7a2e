#include "vouch-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define COLUMNS_MAX 200

/* Bytes of what is said about wrong rows. */
#define WRONG_MAX 4000

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *at; /* ends with NUL */
  guint line;
} Reader;

static gboolean
refuse (const Reader *reader, GError **error, const char *message)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("line %u: %s"), reader->line, message);
  return FALSE;
}

/* Between quotation marks everything is text, line breaks too; a quotation mark is doubled. */
static gboolean
read_quoted (Reader *reader, GString *cell, GError **error)
{
  for (reader->at++;; reader->at++)
    {
      if (*reader->at == '\0')
        return refuse (reader, error, _ ("a quotation mark is not closed"));
      if (*reader->at == '"' && *++reader->at != '"')
        break;
      if (*reader->at == '\n')
        reader->line++;
      g_string_append_c (cell, *reader->at);
    }
  return *reader->at == '\0' || strchr (",\r\n", *reader->at) != NULL ||
         refuse (reader, error, _ ("there is something between a closing quotation mark and the comma"));
}

static gboolean
read_cell (Reader *reader, GPtrArray *cells, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize length;

  if (*reader->at == '"')
    {
      if (!read_quoted (reader, cell, error))
        return FALSE;
    }
  else
    {
      length = strcspn (reader->at, ",\r\n");
      g_string_append_len (cell, reader->at, (gssize)length);
      reader->at += length;
    }
  g_ptr_array_add (cells, g_string_free (g_steal_pointer (&cell), FALSE));
  return cells->len <= COLUMNS_MAX || refuse (reader, error, _ ("the table has more than 200 columns"));
}

static void
end_row (Reader *reader)
{
  if (*reader->at == '\r')
    reader->at++;
  if (*reader->at == '\n')
    reader->at++;
  reader->line++;
}

static GPtrArray *
read_row (Reader *reader, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (!read_cell (reader, cells, error))
    return NULL;
  while (*reader->at == ',')
    {
      reader->at++;
      if (!read_cell (reader, cells, error))
        return NULL;
    }
  return g_steal_pointer (&cells);
}

static gboolean
is_blank (const GPtrArray *cells)
{
  return cells->len == 1 && *(const char *)g_ptr_array_index (cells, 0) == '\0';
}

/* A row with too few or too many cells is told, and the next one begins in the next line all the same. */
static gboolean
add_row (VouchCsv *self, Reader *reader, GString *wrong, GError **error)
{
  guint line = reader->line;
  g_autoptr (GPtrArray) cells = read_row (reader, error);

  if (cells == NULL)
    return FALSE;
  end_row (reader);
  if (is_blank (cells))
    return TRUE;
  if (cells->len != self->names->len)
    {
      if (wrong->len > 0 && wrong->len < WRONG_MAX)
        g_string_append_c (wrong, '\n');
      if (wrong->len < WRONG_MAX)
        g_string_append_printf (wrong, _ ("line %u: there are %u cells for %u columns"), line, cells->len,
                                self->names->len);
      return TRUE;
    }
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (self->rows, g_ptr_array_free (g_steal_pointer (&cells), FALSE));
  g_array_append_val (self->lines, line);
  return self->rows->len <= VOUCH_CSV_ROWS_MAX || refuse (reader, error, _ ("the table has more than a million rows"));
}

/**
 * vouch_csv_parse:
 * @text: a table in UTF-8; the first row names the columns
 * @length: of @text, bytes
 * @error: INVALID, with all lines that are no rows, if it is no table, or larger than 64 MiB or a million rows
 *
 * Blank lines are left out.
 *
 * Returns: (transfer full) (nullable): the table
 */
VouchCsv *
vouch_csv_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (VouchCsv) self = g_new0 (VouchCsv, 1);
  g_autoptr (GString) wrong = g_string_new (NULL);
  g_autofree char *copy = NULL;
  Reader reader = { .line = 1 };

  if (length == 0 || length > VOUCH_CSV_SIZE_MAX || !g_utf8_validate (text, (gssize)length, NULL))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("This is no table in UTF-8 of at most 64 MiB: save it as CSV UTF-8"));
      return NULL;
    }
  copy = g_strndup (text, length);
  reader.at = g_str_has_prefix (copy, BYTE_ORDER_MARK) ? copy + strlen (BYTE_ORDER_MARK) : copy;
  self->names = read_row (&reader, error);
  if (self->names == NULL)
    return NULL;
  end_row (&reader);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  while (*reader.at != '\0')
    if (!add_row (self, &reader, wrong, error))
      return NULL;
  if (wrong->len == 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, wrong->str);
  return NULL;
}

/**
 * vouch_csv_free:
 * @self: (nullable): a table
 */
void
vouch_csv_free (VouchCsv *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}
