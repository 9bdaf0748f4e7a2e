#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchCanon:
 *
 * Writes values into the one byte string that they stand for, length-prefixed, so that no two lists of values share a
 * byte string. Hashes, signatures and audit entries are made over such strings.
 *
 * A text or byte field is four bytes of length, big endian, and the bytes; no text at all is the length 0xffffffff. A
 * number is eight bytes, big endian, two's complement.
 */
typedef struct _VouchCanon VouchCanon;

VouchCanon *vouch_canon_new (const char *label) G_GNUC_WARN_UNUSED_RESULT;
void vouch_canon_free (VouchCanon *self);
void vouch_canon_text (VouchCanon *self, const char *text);
void vouch_canon_bytes (VouchCanon *self, const void *bytes, gsize length);
void vouch_canon_number (VouchCanon *self, gint64 number);
GBytes *vouch_canon_end (VouchCanon *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCanon, vouch_canon_free)

G_END_DECLS
