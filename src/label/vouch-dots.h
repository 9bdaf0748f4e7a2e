#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_DPI_MIN 150
#define VOUCH_DPI_MAX 1200
#define VOUCH_UM_PER_INCH 25400

/**
 * VouchCodeUse:
 * @VOUCH_CODE_USE_MATRIX: a matrix symbol on goods, at least 0.396 mm a module
 * @VOUCH_CODE_USE_LOGISTIC: GS1-128 on a carton or a pallet, at least 0.495 mm
 * @VOUCH_CODE_USE_INTERNAL: Code 128 that only we read, 0.250 mm
 * @VOUCH_CODE_USE_CARD: symbols on paper that is scanned again and again, and EAN-13 at its nominal size, 0.330 mm
 *
 * What a symbol is for decides how wide its narrowest element must be.
 */
typedef enum
{
  VOUCH_CODE_USE_MATRIX,
  VOUCH_CODE_USE_LOGISTIC,
  VOUCH_CODE_USE_INTERNAL,
  VOUCH_CODE_USE_CARD,
} VouchCodeUse;

gboolean vouch_code_use_find (const char *name, VouchCodeUse *use);
const char *vouch_code_use_get_name (VouchCodeUse self);
int vouch_code_use_get_dots (VouchCodeUse self, guint dpi);
int vouch_dots_from_um (int um, guint dpi);
int vouch_dots_to_um (int dots, guint dpi);

G_END_DECLS
