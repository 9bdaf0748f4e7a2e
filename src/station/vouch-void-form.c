/* What somebody wrote who withdraws labels: numbers of units are told from a label's code here, for every input field.
 */
#include "vouch-void-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define EN_DASH "–"

/* "7", "7-9" or "7–9"; codes have letters, signs or more digits than a unit's number. */
static gboolean
read_units (const char *text, VouchVoidUnitsRequest *request)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;
  guint64 first;
  guint64 last;

  parts = g_strsplit (text, EN_DASH, 2);
  plain = g_strjoinv ("-", parts);
  g_strfreev (g_steal_pointer (&parts));
  parts = g_strsplit (plain, "-", 2);
  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  if (parts[0] == NULL || !g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXINT32, &first, NULL))
    return FALSE;
  last = first;
  if (parts[1] != NULL && !g_ascii_string_to_unsigned (parts[1], 10, first, G_MAXINT32, &last, NULL))
    return FALSE;
  request->first_unit = (gint64)first;
  request->units = (gint64)(last - first + 1);
  return TRUE;
}

/**
 * vouch_void_form_read:
 * @lot_id: whose labels they are, where units are written
 * @which: a label's code, a unit's number, or the first and the last one's with a dash between them
 * @reason: why they are withdrawn
 * @error: INVALID if nothing is written
 *
 * Returns: (transfer full) (nullable): the request for `vouch_code_void_units`
 */
VouchVoidUnitsRequest *
vouch_void_form_read (gint64 lot_id, const char *which, const char *reason, GError **error)
{
  g_autoptr (VouchVoidUnitsRequest) request = vouch_void_units_request_new ();
  g_autofree char *text = g_strstrip (g_strdup (which));
  g_autofree char *why = g_strstrip (g_strdup (reason));

  if (*text == '\0')
    {
      vouch_set_field_error (error, "code", VOUCH_ERROR_INVALID,
                             _ ("Scan the label, or write its unit's number, or two with a dash between them"));
      return NULL;
    }
  if (*why == '\0')
    {
      vouch_set_field_error (error, "reason", VOUCH_ERROR_INVALID, _ ("Write why the labels are withdrawn"));
      return NULL;
    }
  request->reason = g_steal_pointer (&why);
  if (read_units (text, request))
    request->lot_id = lot_id;
  else
    request->code = g_steal_pointer (&text);
  return g_steal_pointer (&request);
}
