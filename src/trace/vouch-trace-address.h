#pragma once

#include <glib.h>

#include "vouch-trace-code.h"

G_BEGIN_DECLS

#define VOUCH_TRACE_ADDRESS_MAX 512 /* bytes */

/**
 * VouchTraceAddress:
 * @host: (transfer full): lower case, with ":port" where the address names one; the caller compares it with its own
 * @gtin: 14 digits in the Digital Link form, else empty
 * @lot: (transfer full): our lot number, upper case
 * @serial: 16 characters, normalised; empty in a lot's address
 * @secure: whether the scheme is https
 *
 * What the address in a trace symbol says: `https://HOST/t/LOT/SERIAL` or
 * `https://HOST/01/GTIN/10/LOT/21/SERIAL`, either without the serial.
 */
typedef struct
{
  char *host;
  char gtin[15];
  char *lot;
  char serial[VOUCH_TRACE_SERIAL_LENGTH + 1];
  gboolean secure;
} VouchTraceAddress;

char *vouch_trace_address_format (const char *host, const char *gtin, const char *lot,
                                  const char *serial) G_GNUC_WARN_UNUSED_RESULT;
VouchTraceAddress *vouch_trace_address_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchTraceAddress *vouch_trace_address_parse_path (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_trace_address_free (VouchTraceAddress *self);

gboolean vouch_trace_host_is_valid (const char *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchTraceAddress, vouch_trace_address_free)

G_END_DECLS
