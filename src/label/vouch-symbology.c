#include "vouch-symbology.h"

typedef struct
{
  const char *name;
  const char *title;
  const char *aim;
  VouchCodeKind kind;
  gboolean linear;
  gboolean gs1;
  int quiet_zone;
} Symbology;

/* The quiet zones are the standards' minima. EAN-13 asks for 11 modules on the left and 7 on the right; both sides
 * get 11, so that the symbol may be centred. */
static const Symbology symbologies[] = {
  [VOUCH_SYMBOLOGY_QR] = { "qr", "QR", "]Q1", VOUCH_CODE_KIND_QR, FALSE, FALSE, 4 },
  [VOUCH_SYMBOLOGY_GS1_QR] = { "gs1-qr", "GS1 QR", "]Q3", VOUCH_CODE_KIND_QR, FALSE, TRUE, 4 },
  [VOUCH_SYMBOLOGY_GS1_DATA_MATRIX] = { "gs1-dm", "GS1 DataMatrix", "]d2", VOUCH_CODE_KIND_GS1_DATAMATRIX, FALSE, TRUE,
                                        1 },
  [VOUCH_SYMBOLOGY_CODE_128] = { "code128", "Code 128", "]C0", VOUCH_CODE_KIND_CODE_128, TRUE, FALSE, 10 },
  [VOUCH_SYMBOLOGY_GS1_128] = { "gs1-128", "GS1-128", "]C1", VOUCH_CODE_KIND_GS1_128, TRUE, TRUE, 10 },
  [VOUCH_SYMBOLOGY_EAN_13] = { "ean13", "EAN-13", "]E0", VOUCH_CODE_KIND_EAN_13, TRUE, FALSE, 11 },
};

/**
 * vouch_symbology_find:
 * @name: (nullable): a name as templates write it, like "gs1-128"
 * @symbology: (out): where to put what it names
 *
 * Returns: whether there is such a symbology
 */
gboolean
vouch_symbology_find (const char *name, VouchSymbology *symbology)
{
  for (gsize i = 0; i < G_N_ELEMENTS (symbologies); i++)
    {
      if (g_strcmp0 (symbologies[i].name, name) == 0)
        {
          *symbology = (VouchSymbology)i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * vouch_symbology_get_name:
 * @self: a symbology
 *
 * Returns: (transfer none): its name as templates write it
 */
const char *
vouch_symbology_get_name (VouchSymbology self)
{
  return symbologies[self].name;
}

/**
 * vouch_symbology_get_title:
 * @self: a symbology
 *
 * Returns: (transfer none): its name as people write it; a proper name, not translated
 */
const char *
vouch_symbology_get_title (VouchSymbology self)
{
  return symbologies[self].title;
}

/**
 * vouch_symbology_get_aim:
 * @self: a symbology
 *
 * Returns: (transfer none): the AIM identifier with which a reader sends it, like "]C1"
 */
const char *
vouch_symbology_get_aim (VouchSymbology self)
{
  return symbologies[self].aim;
}

/**
 * vouch_symbology_get_kinds:
 * @self: a symbology
 *
 * Returns: what a picture is searched for to find it
 */
VouchCodeKinds
vouch_symbology_get_kinds (VouchSymbology self)
{
  return VOUCH_CODE_KIND_BIT (symbologies[self].kind);
}

/**
 * vouch_symbology_is_linear:
 * @self: a symbology
 *
 * Returns: whether it is a row of bars, of any height
 */
gboolean
vouch_symbology_is_linear (VouchSymbology self)
{
  return symbologies[self].linear;
}

/**
 * vouch_symbology_is_gs1:
 * @self: a symbology
 *
 * Returns: whether it carries a GS1 element string
 */
gboolean
vouch_symbology_is_gs1 (VouchSymbology self)
{
  return symbologies[self].gs1;
}

/**
 * vouch_symbology_get_quiet_zone:
 * @self: a symbology
 *
 * Returns: how many modules beside it stay white: left and right of bars, on all sides of a matrix
 */
int
vouch_symbology_get_quiet_zone (VouchSymbology self)
{
  return symbologies[self].quiet_zone;
}
