/* Draws bar codes below each other as a camera would see them, for the tests that are not in C.
 *
 * usage: draw-codes FILE.png [KIND TEXT]…
 */
#include <stdlib.h>

#include "drawn-code.h"

#define WIDTH 1280
#define HEIGHT 720
#define MARGIN 40
#define MODULE 3

int
main (int argc, char *argv[])
{
  g_autofree guint8 *pixels = g_malloc (WIDTH * HEIGHT);
  DrawnCode paper = { WIDTH, HEIGHT, pixels };
  g_autoptr (GBytes) png = NULL;
  int n = (argc - 2) / 2;

  for (gsize i = 0; i < WIDTH * HEIGHT; i++)
    pixels[i] = 235;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (DrawnCode) code = drawn_code_new (argv[2 + 2 * i], argv[3 + 2 * i], MODULE);

      drawn_code_paste (&paper, code, MARGIN * (guint)(1 + i), MARGIN + (guint)(i * (HEIGHT - MARGIN) / n));
    }
  png = drawn_code_write_png (&paper);
  return g_file_set_contents (argv[1], g_bytes_get_data (png, NULL), (gssize)g_bytes_get_size (png), NULL) ? 0 : 1;
}
