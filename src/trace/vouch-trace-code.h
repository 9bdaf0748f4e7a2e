#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_TRACE_SERIAL_LENGTH 16
#define VOUCH_TRACE_LOT_MAX 20
#define VOUCH_TRACE_UNIT_END (1u << 30) /* unit numbers are below it */
#define VOUCH_TRACE_KEY_SIZE 32

/*
 * Trace codes are derived, never stored (PRODUCT.md §6):
 *
 *   lot key = BLAKE2b-256 (key: master, "vouch/lot/1" ‖ byte len ‖ gtin or nothing ‖ byte len ‖ lot)
 *   tag     = the first 50 bits of BLAKE2b-128 (key: lot key, 01 ‖ unit, 4 bytes big endian)
 *   mask    = the first 30 bits of BLAKE2b-128 (key: lot key, 02 ‖ tag, left-aligned in 7 bytes)
 *   serial  = tag ‖ (unit xor mask), most significant bit first, 16 digits of Crockford's base 32
 */
void vouch_trace_lot_key (const guint8 master[VOUCH_TRACE_KEY_SIZE], const char *gtin, const char *lot,
                          guint8 key[VOUCH_TRACE_KEY_SIZE]);
void
vouch_trace_serial (const guint8 key[VOUCH_TRACE_KEY_SIZE], guint32 unit, char serial[VOUCH_TRACE_SERIAL_LENGTH + 1]);
gboolean vouch_trace_serial_open (const guint8 key[VOUCH_TRACE_KEY_SIZE], const char *serial, guint32 *unit);

gboolean vouch_trace_serial_normalise (const char *text, char serial[VOUCH_TRACE_SERIAL_LENGTH + 1]);
void vouch_trace_serial_group (const char serial[VOUCH_TRACE_SERIAL_LENGTH + 1], char grouped[20]);

gboolean vouch_trace_lot_number_is_valid (const char *lot);
gboolean vouch_trace_lot_number_normalise (const char *text, char lot[VOUCH_TRACE_LOT_MAX + 1]);
gboolean vouch_trace_gtin_is_valid (const char *gtin);

G_END_DECLS
