/* Seals what comes in to a public key, as the lookup service does with what customers entrust to the service desk. */
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <unistd.h>

#include "vouch-hex.h"
#include "vouch-sealed-box.h"

int
main (int argc, char **argv)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) plain = NULL, sealed = NULL;
  guint8 key[VOUCH_BOX_KEY_SIZE];
  gsize length;
  const char *data;

  g_assert_cmpint (argc, ==, 2);
  g_assert_true (vouch_hex_read (argv[1], key, sizeof key));
  g_assert_cmpint (g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL), >=, 0);
  plain = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
  sealed = vouch_box_seal (key, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  data = g_bytes_get_data (sealed, &length);
  for (gsize at = 0; at < length;)
    {
      gssize n = write (STDOUT_FILENO, data + at, length - at);

      g_assert_cmpint (n, >, 0);
      at += (gsize)n;
    }
  return 0;
}
