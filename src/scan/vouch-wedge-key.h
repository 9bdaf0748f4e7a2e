#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many keys have a meaning of their own at most. */
#define VOUCH_WEDGE_KEYS_MAX 64

/**
 * VouchWedgeKey:
 * @keyval: the key's X key symbol
 * @state: of #VouchWedgeState those that were held: Control, Alt, Super
 * @character: what it stands for: 0x1d for the group separator, 0 for nothing at all
 *
 * A key that types nothing by itself, as it came from a scanner.
 */
typedef struct
{
  guint keyval;
  guint state;
  gunichar character;
} VouchWedgeKey;

GArray *vouch_wedge_keys_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_wedge_keys_format (const VouchWedgeKey *keys, gsize n_keys) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_wedge_key_dup_name (const VouchWedgeKey *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
