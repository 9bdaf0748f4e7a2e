#include "vouch-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zint.h>

#include "vouch-code-text-private.h"
#include "vouch-error.h"
#include "vouch-gs1-reading.h"
#include "vouch-qr-mask-private.h"

struct _VouchCode
{
  VouchSymbology symbology;
  int columns;
  int rows;
  guint8 *modules; /* columns × rows, a byte each, 1 is dark */
  char *reading;
};

#define ECI_UTF_8 26
#define QR_CORRECTION_M 2
/* As libzint's option 3. */
#define QR_MASK_BEST 0
#define QR_MASK_0 (1 << 8)

static void
free_symbol (struct zint_symbol *symbol)
{
  ZBarcode_Delete (symbol);
}

typedef struct zint_symbol ZintSymbol;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ZintSymbol, free_symbol)

static ZintSymbol *
new_symbol (VouchSymbology symbology, int qr_mask)
{
  static const int zint_numbers[] = {
    [VOUCH_SYMBOLOGY_QR] = BARCODE_QRCODE,
    [VOUCH_SYMBOLOGY_GS1_QR] = BARCODE_QRCODE,
    [VOUCH_SYMBOLOGY_GS1_DATA_MATRIX] = BARCODE_DATAMATRIX,
    [VOUCH_SYMBOLOGY_CODE_128] = BARCODE_CODE128,
    [VOUCH_SYMBOLOGY_GS1_128] = BARCODE_GS1_128,
    [VOUCH_SYMBOLOGY_EAN_13] = BARCODE_EANX,
  };
  ZintSymbol *symbol = ZBarcode_Create ();

  if (symbol == NULL)
    g_error ("out of memory for a symbol");
  symbol->symbology = zint_numbers[symbology];
  symbol->input_mode = vouch_symbology_is_gs1 (symbology) ? GS1_MODE : UNICODE_MODE;
  symbol->warn_level = WARN_FAIL_ALL;
  if (symbol->symbology == BARCODE_QRCODE)
    {
      symbol->option_1 = QR_CORRECTION_M;
      symbol->option_3 = qr_mask;
    }
  if (symbol->symbology == BARCODE_DATAMATRIX)
    symbol->option_3 = DM_SQUARE;
  return symbol;
}

static void
copy_modules (VouchCode *self, const ZintSymbol *symbol)
{
  self->columns = symbol->width;
  self->rows = vouch_symbology_is_linear (self->symbology) ? 1 : symbol->rows;
  self->modules = g_malloc0 ((gsize)self->columns * (gsize)self->rows);
  for (int row = 0; row < self->rows; row++)
    for (int column = 0; column < self->columns; column++)
      self->modules[row * self->columns + column] = (symbol->encoded_data[row][column >> 3] >> (column & 7)) & 1;
}

static ZintSymbol *
encode (VouchSymbology symbology, const char *input, int qr_mask, GError **error)
{
  g_autoptr (ZintSymbol) symbol = new_symbol (symbology, qr_mask);
  g_autofree char *why = NULL;

  if (!g_str_is_ascii (input))
    symbol->eci = ECI_UTF_8;
  /* A warning is a failure too: it means that the symbol is not what was asked for. */
  if (ZBarcode_Encode (symbol, (const guchar *)input, (int)strlen (input)) == 0)
    return g_steal_pointer (&symbol);
  why = g_utf8_make_valid (symbol->errtxt, -1);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” cannot be encoded as %s: %s"), input,
               vouch_symbology_get_title (symbology), why);
  return NULL;
}

/* The mask is chosen by us where we can, for that is most of the work; libzint would choose the same. */
static gboolean
encode_qr (VouchCode *self, const char *input, GError **error)
{
  g_autoptr (ZintSymbol) symbol = encode (self->symbology, input, QR_MASK_0, error);
  g_autoptr (ZintSymbol) large = NULL;

  if (symbol == NULL)
    return FALSE;
  if (symbol->width <= VOUCH_QR_MASK_SIDE_MAX)
    {
      copy_modules (self, symbol);
      vouch_qr_mask_choose (self->modules, self->columns);
      return TRUE;
    }
  large = encode (self->symbology, input, QR_MASK_BEST, error);
  if (large != NULL)
    copy_modules (self, large);
  return large != NULL;
}

static gboolean
encode_other (VouchCode *self, const char *input, GError **error)
{
  g_autoptr (ZintSymbol) symbol = encode (self->symbology, input, 0, error);

  if (symbol != NULL)
    copy_modules (self, symbol);
  return symbol != NULL;
}

/**
 * vouch_code_new:
 * @symbology: what to encode as
 * @text: the text; GS1 symbols take the bracketed form, "(01)06901234567892(10)L1"
 * @error: INVALID if @text is not right for the symbology; nothing is mended or padded
 *
 * Returns: (transfer full): the symbol, or %NULL
 */
VouchCode *
vouch_code_new (VouchSymbology symbology, const char *text, GError **error)
{
  g_autoptr (VouchCode) self = NULL;
  g_autofree char *input = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (VouchCode, 1);
  self->symbology = symbology;
  if (!vouch_code_text_prepare (symbology, text, &input, &self->reading, error))
    return NULL;
  if (symbology == VOUCH_SYMBOLOGY_QR || symbology == VOUCH_SYMBOLOGY_GS1_QR ? !encode_qr (self, input, error)
                                                                             : !encode_other (self, input, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_code_free:
 * @self: (nullable): a symbol
 */
void
vouch_code_free (VouchCode *self)
{
  if (self == NULL)
    return;
  g_free (self->modules);
  g_free (self->reading);
  g_free (self);
}

/**
 * vouch_code_get_symbology:
 * @self: a symbol
 *
 * Returns: what it is encoded as
 */
VouchSymbology
vouch_code_get_symbology (const VouchCode *self)
{
  return self->symbology;
}

/**
 * vouch_code_get_columns:
 * @self: a symbol
 *
 * Returns: its width without quiet zones, modules
 */
int
vouch_code_get_columns (const VouchCode *self)
{
  return self->columns;
}

/**
 * vouch_code_get_rows:
 * @self: a symbol
 *
 * Returns: its height without quiet zones, modules; 1 if it is a row of bars, which may be as high as one likes
 */
int
vouch_code_get_rows (const VouchCode *self)
{
  return self->rows;
}

/**
 * vouch_code_is_dark:
 * @self: a symbol
 * @column: from the left, from 0
 * @row: from the top, from 0
 *
 * Returns: whether that module is printed
 */
gboolean
vouch_code_is_dark (const VouchCode *self, int column, int row)
{
  g_return_val_if_fail (column >= 0 && column < self->columns && row >= 0 && row < self->rows, FALSE);

  return self->modules[row * self->columns + column] != 0;
}

/**
 * vouch_code_get_reading:
 * @self: a symbol
 *
 * Returns: (transfer none): the text that a reader sends after the AIM identifier; GS1 elements of open length are
 *     ended by GS (0x1d), and a leading FNC1 is not sent
 */
const char *
vouch_code_get_reading (const VouchCode *self)
{
  return self->reading;
}

/**
 * vouch_code_dup_hri:
 * @self: a symbol
 *
 * By GS1's rules the identifiers stand in brackets that are not in the symbol, and nothing else is added.
 *
 * Returns: (transfer full): what is printed below it for people, its human readable interpretation
 */
char *
vouch_code_dup_hri (const VouchCode *self)
{
  g_autoptr (VouchGs1Reading) elements = NULL;
  g_autofree char *scan = NULL;
  GString *text;

  if (self->symbology == VOUCH_SYMBOLOGY_EAN_13)
    return g_strdup_printf ("%.1s %.6s %s", self->reading, self->reading + 1, self->reading + 7);
  if (!vouch_symbology_is_gs1 (self->symbology))
    return g_strdup (self->reading);
  scan = g_strconcat (vouch_symbology_get_aim (self->symbology), self->reading, NULL);
  elements = vouch_gs1_reading_parse_scan (scan, strlen (scan));
  text = g_string_new (NULL);
  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (elements); i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_get_element (elements, i);

      g_string_append_printf (text, "%s(%s)%.*s", i > 0 ? " " : "", element->ai, (int)element->length, element->value);
    }
  return g_string_free (text, FALSE);
}
