#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* RFC 4648 base64url without padding, and only in the one spelling that writing makes. */
char *vouch_base64url_write (const void *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_base64url_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
