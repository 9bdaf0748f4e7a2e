#include "vouch-lookup-form-key.h"

#include <string.h>

#include "vouch-hash.h"
#include "vouch-hex.h"

/**
 * vouch_lookup_form_key_make:
 * @digits: (out caller-allocates): lower-case hex digits
 *
 * Makes what tells one form from every other, so that one sent twice is taken once. There is one in every unit's page:
 * it comes from a secret of this process and a number, which costs less than asking the kernel each time.
 */
void
vouch_lookup_form_key_make (char digits[VOUCH_LOOKUP_FORM_KEY_DIGITS + 1])
{
  static gsize once;
  static guint8 secret[VOUCH_HASH_SIZE];
  static int made;
  struct
  {
    gint64 now_us; /* for when the number comes round again */
    gint64 number;
  } input;
  guint8 key[VOUCH_LOOKUP_FORM_KEY_SIZE];
  g_autofree char *hex = NULL;

  if (g_once_init_enter (&once))
    {
      vouch_random_bytes (secret, sizeof secret);
      g_once_init_leave (&once, 1);
    }
  input.now_us = g_get_monotonic_time ();
  input.number = g_atomic_int_add (&made, 1);
  vouch_hash (secret, sizeof secret, &input, sizeof input, key, sizeof key);
  hex = vouch_hex_write (key, sizeof key);
  memcpy (digits, hex, VOUCH_LOOKUP_FORM_KEY_DIGITS + 1);
}
