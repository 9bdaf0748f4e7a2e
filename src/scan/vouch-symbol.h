#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchSymbolRefusal:
 * @VOUCH_SYMBOL_TAKEN: its content is there
 * @VOUCH_SYMBOL_PART: it is one of several codes that hold one text together, and its part is nothing by itself
 * @VOUCH_SYMBOL_TOO_LONG: its content is longer than that of any code of goods
 *
 * Why a symbol that the decoder read is refused. The numbers are the decoder's.
 */
typedef enum
{
  VOUCH_SYMBOL_TAKEN = 0,
  VOUCH_SYMBOL_PART = 1,
  VOUCH_SYMBOL_TOO_LONG = 2,
} VouchSymbolRefusal;

/**
 * VouchSymbol:
 * @symbology: (owned): which kind of code it is, as vouch_code_kind_get_name() calls it
 * @refusal: why it has no content, if so
 * @aim: the AIM identifier as a hand scanner would send it, such as "]Q3"
 * @text: (owned): the content in UTF-8, NUL-terminated; it may hold control characters, even NUL
 * @length: of @text in bytes
 * @bytes: (owned): the content as the symbol carries it
 * @quality: how many times scan lines agreed, about twice for each line; of a QR code 1; of a Data Matrix code how many
 *   of five readings with the grid moved a little agreed
 * @sure: whether the reading may be trusted alone; if not, it needs a second agreeing look, a match with what is
 *   expected, or a person
 * @corners: x and y of the four corners in pixels of the picture, in order around the symbol
 *
 * One symbol that the decoder found in a picture. It says nothing about what the content means.
 */
typedef struct
{
  char *symbology;
  VouchSymbolRefusal refusal;
  char aim[4];
  char *text;
  gsize length;
  GBytes *bytes;
  int quality;
  gboolean sure;
  int corners[4][2];
} VouchSymbol;

VouchSymbol *vouch_symbol_new (const char *symbology, const char *aim, GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_symbol_check (const VouchSymbol *self, GError **error);
VouchSymbol *vouch_symbol_copy (const VouchSymbol *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_symbol_free (VouchSymbol *self);
gboolean vouch_symbol_says_the_same (const VouchSymbol *self, const VouchSymbol *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSymbol, vouch_symbol_free)

G_END_DECLS
