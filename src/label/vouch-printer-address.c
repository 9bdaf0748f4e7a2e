#include "vouch-printer-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define SOCKET_PORT 9100
#define CUPS_PORT 631

static gboolean
take_path (VouchPrinterAddress *self, VouchPrinterPlace place, const char *path)
{
  self->place = place;
  self->path = g_strdup (path);
  return g_path_is_absolute (path);
}

/* A queue's name is what the printing system allows: no blanks, no slashes. */
static gboolean
take_queue (VouchPrinterAddress *self, const char *name)
{
  self->place = VOUCH_PRINTER_PLACE_QUEUE;
  self->path = g_strdup (name);
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isgraph (*at) || strchr ("/#?\\'\"", *at) != NULL)
      return FALSE;
  return *name != '\0';
}

static gboolean
take_host (VouchPrinterAddress *self, const char *uri, int port)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  const char *path;

  if (parsed == NULL || g_uri_get_host (parsed) == NULL || *g_uri_get_host (parsed) == '\0' ||
      g_uri_get_port (parsed) == 0 || g_uri_get_query (parsed) != NULL || g_uri_get_userinfo (parsed) != NULL)
    return FALSE;
  self->host = g_strdup (g_uri_get_host (parsed));
  self->port = (guint16)(g_uri_get_port (parsed) > 0 ? g_uri_get_port (parsed) : port);
  path = g_uri_get_path (parsed);
  if (self->place == VOUCH_PRINTER_PLACE_QUEUE)
    return *path == '/' && take_queue (self, path + 1);
  return *path == '\0' || g_str_equal (path, "/");
}

static gboolean
parse (VouchPrinterAddress *self, const char *uri)
{
  if (uri == NULL || *uri == '\0')
    return TRUE;
  if (g_str_has_prefix (uri, "file:"))
    return take_path (self, VOUCH_PRINTER_PLACE_FOLDER, uri + strlen ("file:"));
  if (g_str_has_prefix (uri, "device:"))
    return take_path (self, VOUCH_PRINTER_PLACE_DEVICE, uri + strlen ("device:"));
  if (g_str_has_prefix (uri, "cups://"))
    {
      self->place = VOUCH_PRINTER_PLACE_QUEUE;
      return take_host (self, uri, CUPS_PORT);
    }
  if (g_str_has_prefix (uri, "cups:"))
    return take_queue (self, uri + strlen ("cups:"));
  self->place = VOUCH_PRINTER_PLACE_SOCKET;
  return g_str_has_prefix (uri, "socket://") && take_host (self, uri, SOCKET_PORT);
}

/**
 * vouch_printer_address_parse:
 * @self: (out caller-allocates): an address, all zero; to be cleared in any case
 * @uri: (nullable): where a printer is
 * @error: INVALID if the URI is none of a printer
 *
 * Returns: whether @self is what @uri says
 */
gboolean
vouch_printer_address_parse (VouchPrinterAddress *self, const char *uri, GError **error)
{
  if (parse (self, uri))
    return TRUE;
  vouch_set_field_error (error, "uri", VOUCH_ERROR_INVALID,
                         _ ("“%s” is no printer’s address: give socket://HOST:9100, device:/dev/usb/lp0, cups:QUEUE, "
                            "cups://HOST:631/QUEUE or file:/FOLDER"),
                         uri);
  return FALSE;
}

/**
 * vouch_printer_address_clear:
 * @self: an address
 */
void
vouch_printer_address_clear (VouchPrinterAddress *self)
{
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->path, g_free);
}
