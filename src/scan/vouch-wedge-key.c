#include "vouch-wedge-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-wedge.h"

#define KEYVAL_MAX 0x1ffffff /* keys without a symbol of their own are a character and 0x1000000 */
#define KEY_F1 0xffbe
#define KEY_F35 0xffe0

static const struct
{
  guint state;
  const char *prefix;
  const char *label;
} modifiers[] = {
  { VOUCH_WEDGE_CONTROL, "control+", "Ctrl+" },
  { VOUCH_WEDGE_ALT, "alt+", "Alt+" },
  { VOUCH_WEDGE_SUPER, "super+", "Super+" },
};

/* Digits only: g_ascii_strtoull() would take blanks and signs, too. */
static gboolean
read_hex (const char **at, guint max, guint *number)
{
  const char *start = *at;
  guint64 value = 0;

  for (; g_ascii_isxdigit (**at) && value <= max; (*at)++)
    value = value * 16 + (guint64)g_ascii_xdigit_value (**at);
  *number = (guint)value;
  return *at > start && value <= max;
}

static gboolean
means_something (guint character)
{
  return character == 0 || character == 0x1d || (character >= 0x20 && character < 0x7f);
}

static gboolean
read_key (const char *text, VouchWedgeKey *key)
{
  guint character;

  *key = (VouchWedgeKey){ 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_str_has_prefix (text, modifiers[i].prefix))
      {
        key->state |= modifiers[i].state;
        text += strlen (modifiers[i].prefix);
      }
  if (!read_hex (&text, KEYVAL_MAX, &key->keyval) || *text++ != '=')
    return FALSE;
  if (!read_hex (&text, 0x7f, &character) || *text != '\0' || !means_something (character))
    return FALSE;
  key->character = character;
  return TRUE;
}

/**
 * vouch_wedge_keys_parse:
 * @text: (nullable): keys as vouch_wedge_keys_format() writes them
 * @error: INVALID if it is not of that form, or has more than %VOUCH_WEDGE_KEYS_MAX keys
 *
 * Returns: (transfer full) (element-type VouchWedgeKey) (nullable): the keys
 */
GArray *
vouch_wedge_keys_parse (const char *text, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (VouchWedgeKey));
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", VOUCH_WEDGE_KEYS_MAX + 2);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      VouchWedgeKey key;

      if (!read_key (words[i], &key) || i >= VOUCH_WEDGE_KEYS_MAX)
        {
          vouch_set_field_error (error, "key_map", VOUCH_ERROR_INVALID, _ ("“%s” is no list of keys"), text);
          return NULL;
        }
      g_array_append_val (keys, key);
    }
  return g_steal_pointer (&keys);
}

/**
 * vouch_wedge_keys_format:
 * @keys: (array length=n_keys): keys
 * @n_keys: how many
 *
 * Returns: (transfer full) (nullable): the keys as "control+2b=1d f00d=41": what is held, the symbol and the character
 *   as hexadecimal numbers; %NULL for none
 */
char *
vouch_wedge_keys_format (const VouchWedgeKey *keys, gsize n_keys)
{
  GString *text;

  if (n_keys == 0)
    return NULL;
  text = g_string_new (NULL);
  for (gsize i = 0; i < n_keys; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      for (gsize k = 0; k < G_N_ELEMENTS (modifiers); k++)
        if ((keys[i].state & modifiers[k].state) != 0)
          g_string_append (text, modifiers[k].prefix);
      g_string_append_printf (text, "%x=%x", keys[i].keyval, keys[i].character);
    }
  return g_string_free (text, FALSE);
}

static void
append_symbol (GString *name, guint keyval)
{
  if (keyval > 0x20 && keyval < 0x7f)
    g_string_append_c (name, g_ascii_toupper ((char)keyval));
  else if (keyval >= KEY_F1 && keyval <= KEY_F35)
    g_string_append_printf (name, "F%u", keyval - KEY_F1 + 1);
  else
    g_string_append_printf (name, "0x%x", keyval);
}

/**
 * vouch_wedge_key_dup_name:
 * @self: a key
 *
 * Returns: (transfer full): its name for people, such as "Ctrl+]" or "F8"
 */
char *
vouch_wedge_key_dup_name (const VouchWedgeKey *self)
{
  GString *name = g_string_new (NULL);

  for (gsize k = 0; k < G_N_ELEMENTS (modifiers); k++)
    if ((self->state & modifiers[k].state) != 0)
      g_string_append (name, modifiers[k].label);
  append_symbol (name, self->keyval);
  return g_string_free (name, FALSE);
}
