#include "vouch-trace-address.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-text.h"

#define HOST_MAX 253
#define LABEL_MAX 63

static gboolean
label_is_valid (const char *label, gsize length)
{
  if (length == 0 || length > LABEL_MAX || label[0] == '-' || label[length - 1] == '-')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (label[i]) && !g_ascii_isdigit (label[i]) && label[i] != '-')
      return FALSE;
  return TRUE;
}

static gboolean
port_is_valid (const char *port)
{
  gsize length = strspn (port, "0123456789");

  return length >= 1 && length <= 5 && port[length] == '\0' && port[0] != '0' && atoi (port) <= G_MAXUINT16;
}

/**
 * vouch_trace_host_is_valid:
 * @host: (nullable): any text
 *
 * Returns: whether @host is a host name in lower case (an international one in its ASCII form) or an IPv4 address, with
 *   or without a port
 */
gboolean
vouch_trace_host_is_valid (const char *host)
{
  const char *label = host;
  const char *end;

  if (host == NULL || strcspn (host, ":") > HOST_MAX)
    return FALSE;
  do
    {
      gsize length = strcspn (label, ".:");

      if (!label_is_valid (label, length))
        return FALSE;
      end = label + length;
      label = end + 1;
    }
  while (*end == '.');
  return *end == '\0' || port_is_valid (end + 1);
}

/**
 * vouch_trace_address_format:
 * @host: a valid host
 * @gtin: (nullable): 14 digits for the Digital Link form, of a product that may be serialised; else %NULL
 * @lot: a valid lot number
 * @serial: (nullable): a normalised serial; %NULL for the lot's address
 *
 * Returns: (transfer full): the address that a symbol carries
 */
char *
vouch_trace_address_format (const char *host, const char *gtin, const char *lot, const char *serial)
{
  g_return_val_if_fail (vouch_trace_host_is_valid (host), NULL);
  g_return_val_if_fail (gtin == NULL || vouch_trace_gtin_is_valid (gtin), NULL);
  g_return_val_if_fail (vouch_trace_lot_number_is_valid (lot), NULL);
  g_return_val_if_fail (serial == NULL || strlen (serial) == VOUCH_TRACE_SERIAL_LENGTH, NULL);

  if (gtin != NULL && serial != NULL)
    return g_strdup_printf ("https://%s/01/%s/10/%s/21/%s", host, gtin, lot, serial);
  if (gtin != NULL)
    return g_strdup_printf ("https://%s/01/%s/10/%s", host, gtin, lot);
  if (serial != NULL)
    return g_strdup_printf ("https://%s/t/%s/%s", host, lot, serial);
  return g_strdup_printf ("https://%s/t/%s", host, lot);
}

/**
 * vouch_trace_address_free:
 * @self: (nullable) (transfer full): an address
 */
void
vouch_trace_address_free (VouchTraceAddress *self)
{
  if (self == NULL)
    return;
  g_free (self->host);
  g_free (self->lot);
  g_free (self);
}

static gboolean
take_lot (VouchTraceAddress *self, const char *segment)
{
  char lot[VOUCH_TRACE_LOT_MAX + 1];

  if (!vouch_trace_lot_number_normalise (segment, lot))
    return FALSE;
  self->lot = g_strdup (lot);
  return TRUE;
}

static gboolean
take_gtin (VouchTraceAddress *self, const char *segment)
{
  if (!vouch_trace_gtin_is_valid (segment))
    return FALSE;
  g_strlcpy (self->gtin, segment, sizeof self->gtin);
  return TRUE;
}

/* "" / "t" / LOT [/ SERIAL], or "" / "01" / GTIN / "10" / LOT [/ "21" / SERIAL]; one slash more at the end is none. */
static gboolean
take_path (VouchTraceAddress *self, const char *path)
{
  g_auto (GStrv) segment = NULL;
  guint n_segments;

  if (path[0] != '/')
    return FALSE;
  segment = g_strsplit (path + 1, "/", 8);
  n_segments = g_strv_length (segment);
  if (n_segments > 1 && *segment[n_segments - 1] == '\0')
    n_segments--;

  if (n_segments >= 2 && g_ascii_strcasecmp (segment[0], "t") == 0)
    return n_segments <= 3 && take_lot (self, segment[1]) &&
           (n_segments == 2 || vouch_trace_serial_normalise (segment[2], self->serial));
  if (n_segments >= 4 && g_str_equal (segment[0], "01") && g_str_equal (segment[2], "10"))
    return (n_segments == 4 || (n_segments == 6 && g_str_equal (segment[4], "21"))) && take_gtin (self, segment[1]) &&
           take_lot (self, segment[3]) && (n_segments == 4 || vouch_trace_serial_normalise (segment[5], self->serial));
  return FALSE;
}

static const char *
take_scheme (VouchTraceAddress *self, const char *text)
{
  self->secure = g_ascii_strncasecmp (text, "https://", 8) == 0;
  if (self->secure)
    return text + 8;
  return g_ascii_strncasecmp (text, "http://", 7) == 0 ? text + 7 : NULL;
}

/* The whole authority must be a host: user names ("own.host@other.host") and look-alikes in other scripts are not. */
static gboolean
take_host (VouchTraceAddress *self, const char *authority, gsize length)
{
  const char *port = self->secure ? ":443" : ":80";

  self->host = g_ascii_strdown (authority, (gssize)length);
  if (!vouch_trace_host_is_valid (self->host))
    return FALSE;
  if (g_str_has_suffix (self->host, port))
    self->host[strlen (self->host) - strlen (port)] = '\0';
  return TRUE;
}

static gboolean
take_address (VouchTraceAddress *self, const char *text)
{
  const char *authority, *path;
  g_autofree char *bare = NULL;

  if (strlen (text) > VOUCH_TRACE_ADDRESS_MAX)
    return FALSE;
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isgraph (*at) || *at == '\\')
      return FALSE;
  authority = take_scheme (self, text);
  if (authority == NULL)
    return FALSE;
  path = authority + strcspn (authority, "/?#");
  if (!take_host (self, authority, (gsize)(path - authority)))
    return FALSE;
  bare = g_strndup (path, strcspn (path, "?#"));
  return take_path (self, bare);
}

static void
set_address_error (GError **error, const char *text)
{
  g_autofree char *shown = vouch_text_show (text, -1);

  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("“%s” is not the address of a trace code; scan the code again, or type lot and serial"), shown);
}

/**
 * vouch_trace_address_parse:
 * @text: what a symbol said
 * @error: INVALID if it is no address of either form
 *
 * Reads https and http, capital letters (some symbols are shorter with them), and ignores a query and a fragment.
 * Refuses user names, percent escapes, and wrong check digits. Whose host it is remains for the caller to see.
 *
 * Returns: (transfer full) (nullable): the address
 */
VouchTraceAddress *
vouch_trace_address_parse (const char *text, GError **error)
{
  g_autoptr (VouchTraceAddress) self = g_new0 (VouchTraceAddress, 1);

  g_return_val_if_fail (text != NULL, NULL);

  if (take_address (self, text))
    return g_steal_pointer (&self);
  set_address_error (error, text);
  return NULL;
}

/**
 * vouch_trace_address_parse_path:
 * @path: the path of a request, percent escapes already resolved, without query
 * @error: INVALID if it is no path of either form
 *
 * Returns: (transfer full) (nullable): the address, with an empty host
 */
VouchTraceAddress *
vouch_trace_address_parse_path (const char *path, GError **error)
{
  g_autoptr (VouchTraceAddress) self = g_new0 (VouchTraceAddress, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->host = g_strdup ("");
  if (strlen (path) <= VOUCH_TRACE_ADDRESS_MAX && take_path (self, path))
    return g_steal_pointer (&self);
  set_address_error (error, path);
  return NULL;
}
