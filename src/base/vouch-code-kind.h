#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchCodeKind:
 *
 * The kinds of code that pictures are searched for. A bar code's GS1 form is a kind of its own where a hand scanner
 * gives it an AIM identifier of its own and readers tell the two apart.
 */
typedef enum
{
  VOUCH_CODE_KIND_EAN_13,
  VOUCH_CODE_KIND_EAN_8,
  VOUCH_CODE_KIND_UPC_A,
  VOUCH_CODE_KIND_UPC_E,
  VOUCH_CODE_KIND_CODE_128,
  VOUCH_CODE_KIND_GS1_128,
  VOUCH_CODE_KIND_CODE_39,
  VOUCH_CODE_KIND_CODE_93,
  VOUCH_CODE_KIND_ITF_14,
  VOUCH_CODE_KIND_CODABAR,
  VOUCH_CODE_KIND_DATABAR,
  VOUCH_CODE_KIND_DATABAR_EXPANDED,
  VOUCH_CODE_KIND_QR,
  VOUCH_CODE_KIND_DATA_MATRIX,
  VOUCH_CODE_KIND_GS1_DATAMATRIX,
} VouchCodeKind;

#define VOUCH_N_CODE_KINDS (VOUCH_CODE_KIND_GS1_DATAMATRIX + 1)

/**
 * VouchCodeKinds:
 *
 * Any of them, a bit each: a set with one is `VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_QR)`.
 */
typedef guint32 VouchCodeKinds;

#define VOUCH_CODE_KIND_BIT(symbology) (1u << (symbology))
#define VOUCH_CODE_KINDS_ALL ((1u << VOUCH_N_CODE_KINDS) - 1)
/* What a dock meets. UPC-E is so short that other bars are now and then taken for it, and it is hardly met in cartons'
 * trade: it must be asked for. */
#define VOUCH_CODE_KINDS_USUAL (VOUCH_CODE_KINDS_ALL & ~VOUCH_CODE_KIND_BIT (VOUCH_CODE_KIND_UPC_E))

/* Longer content than any code of goods has; a QR code could hold 7,089 digits. */
#define VOUCH_CODE_MAX_CONTENT 4096

const char *vouch_code_kind_get_name (VouchCodeKind self);
const char *vouch_code_kind_get_nick (VouchCodeKind self);
gboolean vouch_code_kind_find (const char *name, VouchCodeKind *symbology);
gboolean vouch_code_kinds_parse (const char *const *names, VouchCodeKinds *set, GError **error);

G_END_DECLS
