#include "vouch-code-kind.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/* As they are shown and answered, and as settings and command lines spell them. */
static const struct
{
  const char *name;
  const char *nick;
} symbologies[VOUCH_N_CODE_KINDS] = {
  [VOUCH_CODE_KIND_EAN_13] = { "EAN-13", "ean-13" },
  [VOUCH_CODE_KIND_EAN_8] = { "EAN-8", "ean-8" },
  [VOUCH_CODE_KIND_UPC_A] = { "UPC-A", "upc-a" },
  [VOUCH_CODE_KIND_UPC_E] = { "UPC-E", "upc-e" },
  [VOUCH_CODE_KIND_CODE_128] = { "Code 128", "code-128" },
  [VOUCH_CODE_KIND_GS1_128] = { "GS1-128", "gs1-128" },
  [VOUCH_CODE_KIND_CODE_39] = { "Code 39", "code-39" },
  [VOUCH_CODE_KIND_CODE_93] = { "Code 93", "code-93" },
  [VOUCH_CODE_KIND_ITF_14] = { "ITF-14", "itf-14" },
  [VOUCH_CODE_KIND_CODABAR] = { "Codabar", "codabar" },
  [VOUCH_CODE_KIND_DATABAR] = { "DataBar", "databar" },
  [VOUCH_CODE_KIND_DATABAR_EXPANDED] = { "DataBar Expanded", "databar-expanded" },
  [VOUCH_CODE_KIND_QR] = { "QR", "qr" },
  [VOUCH_CODE_KIND_DATA_MATRIX] = { "Data Matrix", "data-matrix" },
  [VOUCH_CODE_KIND_GS1_DATAMATRIX] = { "GS1 DataMatrix", "gs1-datamatrix" },
};

/**
 * vouch_code_kind_get_name:
 * @self: a symbology
 *
 * Returns: (transfer none): its name, such as "GS1 DataMatrix"; it is the same in every language
 */
const char *
vouch_code_kind_get_name (VouchCodeKind self)
{
  g_return_val_if_fail ((guint)self < VOUCH_N_CODE_KINDS, NULL);

  return symbologies[self].name;
}

/**
 * vouch_code_kind_get_nick:
 * @self: a symbology
 *
 * Returns: (transfer none): how settings spell it, such as "gs1-datamatrix"
 */
const char *
vouch_code_kind_get_nick (VouchCodeKind self)
{
  g_return_val_if_fail ((guint)self < VOUCH_N_CODE_KINDS, NULL);

  return symbologies[self].nick;
}

/* Whether two spellings are the same but for case, spaces and hyphens. */
static gboolean
is_same_name (const char *one, const char *other)
{
  for (;;)
    {
      while (*one == ' ' || *one == '-')
        one++;
      while (*other == ' ' || *other == '-')
        other++;
      if (g_ascii_tolower (*one) != g_ascii_tolower (*other))
        return FALSE;
      if (*one == '\0')
        return TRUE;
      one++;
      other++;
    }
}

/**
 * vouch_code_kind_find:
 * @name: a name; case, spaces and hyphens do not matter
 * @symbology: (out): which one it is of
 *
 * Returns: whether it is of one
 */
gboolean
vouch_code_kind_find (const char *name, VouchCodeKind *symbology)
{
  g_return_val_if_fail (name != NULL && symbology != NULL, FALSE);

  for (guint i = 0; i < VOUCH_N_CODE_KINDS; i++)
    if (is_same_name (name, symbologies[i].nick))
      {
        *symbology = (VouchCodeKind)i;
        return TRUE;
      }
  return FALSE;
}

static char *
list_nicks (void)
{
  g_autoptr (GPtrArray) nicks = g_ptr_array_new ();

  for (guint i = 0; i < VOUCH_N_CODE_KINDS; i++)
    g_ptr_array_add (nicks, (gpointer)symbologies[i].nick);
  g_ptr_array_add (nicks, NULL);
  return g_strjoinv (", ", (char **)nicks->pdata);
}

/**
 * vouch_code_kinds_parse:
 * @names: (array zero-terminated=1): names, as vouch_code_kind_find() takes them
 * @set: (out): the set of them
 * @error: INVALID if one is of no symbology; it names all that there are
 *
 * Returns: whether all are known
 */
gboolean
vouch_code_kinds_parse (const char *const *names, VouchCodeKinds *set, GError **error)
{
  g_return_val_if_fail (names != NULL && set != NULL, FALSE);

  *set = 0;
  for (; *names != NULL; names++)
    {
      g_autofree char *known = NULL;
      VouchCodeKind symbology;

      if (vouch_code_kind_find (*names, &symbology))
        {
          *set |= VOUCH_CODE_KIND_BIT (symbology);
          continue;
        }
      known = list_nicks ();
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” is no kind of code; there are %s"), *names, known);
      return FALSE;
    }
  return TRUE;
}
