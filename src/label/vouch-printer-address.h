#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchPrinterPlace:
 * @VOUCH_PRINTER_PLACE_FOLDER: "file:/FOLDER", or nothing for the station's own folder
 * @VOUCH_PRINTER_PLACE_DEVICE: "device:/dev/usb/lp0"
 * @VOUCH_PRINTER_PLACE_SOCKET: "socket://HOST" or "socket://HOST:PORT"
 * @VOUCH_PRINTER_PLACE_QUEUE: "cups:QUEUE" or "cups://HOST:PORT/QUEUE"
 */
typedef enum
{
  VOUCH_PRINTER_PLACE_FOLDER,
  VOUCH_PRINTER_PLACE_DEVICE,
  VOUCH_PRINTER_PLACE_SOCKET,
  VOUCH_PRINTER_PLACE_QUEUE,
} VouchPrinterPlace;

/**
 * VouchPrinterAddress:
 * @place: where the printer is
 * @host: (nullable): of a socket, and of a queue elsewhere
 * @port: of @host
 * @path: (nullable): the folder, the device, or the queue's name
 *
 * A printer's URI, taken apart.
 */
typedef struct
{
  VouchPrinterPlace place;
  char *host;
  guint16 port;
  char *path;
} VouchPrinterAddress;

gboolean vouch_printer_address_parse (VouchPrinterAddress *self, const char *uri, GError **error);
void vouch_printer_address_clear (VouchPrinterAddress *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchPrinterAddress, vouch_printer_address_clear)

G_END_DECLS
