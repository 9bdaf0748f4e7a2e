/* A model of a camera and of what stands around on a dock, for measuring. */

#include "code-scene.h"

#include <math.h>
#include <string.h>

/* How many samples a pixel is the mean of, along each axis. */
#define SAMPLES 3
#define MARGIN 4.0

typedef struct
{
  double m[9]; /* rows; takes a point of the picture into the unit square of the code */
} Homography;

/* From the unit square to four corners, in order around it. */
static Homography
square_to (const double c[4][2])
{
  double dx1 = c[1][0] - c[2][0], dx2 = c[3][0] - c[2][0], dx3 = c[0][0] - c[1][0] + c[2][0] - c[3][0];
  double dy1 = c[1][1] - c[2][1], dy2 = c[3][1] - c[2][1], dy3 = c[0][1] - c[1][1] + c[2][1] - c[3][1];
  double det = dx1 * dy2 - dx2 * dy1;
  double g = (dx3 * dy2 - dx2 * dy3) / det, h = (dx1 * dy3 - dx3 * dy1) / det;

  return (Homography){ { c[1][0] - c[0][0] + g * c[1][0], c[3][0] - c[0][0] + h * c[3][0], c[0][0],
                         c[1][1] - c[0][1] + g * c[1][1], c[3][1] - c[0][1] + h * c[3][1], c[0][1], g, h, 1 } };
}

/* Up to a factor, which does not matter to a homography. */
static Homography
inverse_of (const Homography *a)
{
  const double *m = a->m;

  return (Homography){ { m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
                         m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
                         m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3] } };
}

DrawnCode *
code_scene_new_paper (guint width, guint height)
{
  DrawnCode *paper = g_new0 (DrawnCode, 1);

  paper->width = width;
  paper->height = height;
  paper->pixels = g_malloc ((gsize)width * height);
  memset (paper->pixels, 255, (gsize)width * height);
  return paper;
}

/* The grey of the code at a point of the picture; FALSE outside of it. */
static gboolean
sample (const Homography *into, const DrawnCode *code, double x, double y, double *grey)
{
  const double *m = into->m;
  double w = m[6] * x + m[7] * y + m[8];
  double u = (m[0] * x + m[1] * y + m[2]) / w, v = (m[3] * x + m[4] * y + m[5]) / w;

  if (u < 0 || v < 0 || u >= 1 || v >= 1)
    return FALSE;
  *grey = code->pixels[(gsize)(v * code->height) * code->width + (gsize)(u * code->width)];
  return TRUE;
}

static void
draw (const Homography *into, const double corners[4][2], const DrawnCode *code, DrawnCode *paper)
{
  double left = paper->width, right = 0, top = paper->height, bottom = 0;

  for (int i = 0; i < 4; i++)
    {
      left = MIN (left, corners[i][0]);
      right = MAX (right, corners[i][0] + 1);
      top = MIN (top, corners[i][1]);
      bottom = MAX (bottom, corners[i][1] + 1);
    }
  for (guint y = (guint)MAX (top, 0); y < paper->height && y < bottom; y++)
    for (guint x = (guint)MAX (left, 0); x < paper->width && x < right; x++)
      {
        double sum = 0, grey;
        int n = 0;

        for (int i = 0; i < SAMPLES * SAMPLES; i++)
          if (sample (into, code, x + (i % SAMPLES + 0.5) / SAMPLES, y + (i / SAMPLES + 0.5) / SAMPLES, &grey))
            {
              sum += grey;
              n++;
            }
        if (n > 0)
          paper->pixels[(gsize)y * paper->width + x] = (guint8)(sum / n);
      }
}

/* How much smaller it must be to fit when it is turned. */
static double
fit (const DrawnCode *paper, double width, double height, double turn)
{
  double c = fabs (cos (turn)), s = fabs (sin (turn));
  double across = (paper->width - 2 * MARGIN) / (c * width + s * height);
  double down = (paper->height - 2 * MARGIN) / (s * width + c * height);

  return MIN (1, MIN (across, down));
}

/**
 * code_scene_place:
 * @self: a scene
 * @paper: the picture
 * @code: a code drawn with modules of @drawn_module pixels
 *
 * Lays the code into the picture's middle as the scene says, at an angle and in perspective.
 */
void
code_scene_place (const CodeScene *self, DrawnCode *paper, const DrawnCode *code, guint drawn_module, GRand *random)
{
  double scale = self->module / drawn_module, turn = self->turn * G_PI / 180;
  double width = code->width * scale * (1 + self->tilt), height = code->height * scale * (1 + self->tilt);
  double smaller = fit (paper, width, height, turn);
  double corners[4][2];
  static const double places[4][2] = { { -0.5, -0.5 }, { 0.5, -0.5 }, { 0.5, 0.5 }, { -0.5, 0.5 } };
  Homography out, into;

  width = code->width * scale * smaller;
  height = code->height * scale * smaller;
  for (int i = 0; i < 4; i++)
    {
      double x = places[i][0] * width * (1 + g_rand_double_range (random, -1, 1) * self->tilt);
      double y = places[i][1] * height * (1 + g_rand_double_range (random, -1, 1) * self->tilt);

      corners[i][0] = paper->width / 2.0 + cos (turn) * x - sin (turn) * y;
      corners[i][1] = paper->height / 2.0 + sin (turn) * x + cos (turn) * y;
    }
  for (int i = 0; i < 4; i++)
    corners[i][0] += self->cut > 0 ? paper->width / 2.0 + (self->cut - 0.5) * width : 0;
  out = square_to (corners);
  into = inverse_of (&out);
  draw (&into, corners, code, paper);
}

/* Along rows, or along columns. */
static void
blur_lines (DrawnCode *paper, double deviation, gboolean is_down)
{
  int reach = (int)ceil (3 * deviation);
  g_autofree double *weights = g_new (double, (gsize)reach + 1);
  g_autofree guint8 *line = g_malloc (MAX (paper->width, paper->height));
  guint n_lines = is_down ? paper->width : paper->height, length = is_down ? paper->height : paper->width;
  gsize step = is_down ? paper->width : 1, next = is_down ? 1 : paper->width;

  for (int i = 0; i <= reach; i++)
    weights[i] = exp (-i * i / (2 * deviation * deviation));
  for (guint k = 0; k < n_lines; k++)
    {
      guint8 *at = paper->pixels + k * next;

      for (guint i = 0; i < length; i++)
        line[i] = at[i * step];
      for (int i = 0; i < (int)length; i++)
        {
          double sum = 0, weight = 0;

          for (int d = -reach; d <= reach; d++)
            if (i + d >= 0 && i + d < (int)length)
              {
                sum += weights[ABS (d)] * line[i + d];
                weight += weights[ABS (d)];
              }
          at[(gsize)i * step] = (guint8)(sum / weight + 0.5);
        }
    }
}

static double
gaussian (GRand *random)
{
  double sum = 0;
  guint32 any = g_rand_int (random);

  for (int i = 0; i < 4; i++, any >>= 8)
    sum += any & 255;
  return (sum - 2 * 255) / (255 / sqrt (3));
}

/**
 * code_scene_expose:
 * @self: a scene
 * @paper: a picture
 *
 * Blur, light and shadow, and noise, in the order in which they come about.
 */
void
code_scene_expose (const CodeScene *self, DrawnCode *paper, GRand *random)
{
  double towards = g_rand_double_range (random, 0, 2 * G_PI), reach = hypot (paper->width, paper->height) / 2;

  if (self->blur > 0)
    {
      blur_lines (paper, self->blur * self->module, FALSE);
      blur_lines (paper, self->blur * self->module, TRUE);
    }
  for (guint y = 0; y < paper->height; y++)
    for (guint x = 0; x < paper->width; x++)
      {
        guint8 *at = &paper->pixels[(gsize)y * paper->width + x];
        double along = ((x - paper->width / 2.0) * cos (towards) + (y - paper->height / 2.0) * sin (towards)) / reach;
        double light = 1 - self->shade * (0.5 + along / 2), grey = self->is_inverted ? 255 - *at : *at;

        /* Ink is not black and paper not white. */
        grey = (25 + grey * 0.85) * light;
        if (self->noise > 0)
          grey += gaussian (random) * self->noise;
        *at = (guint8)CLAMP (grey, 0, 255);
      }
}

static void
fill (DrawnCode *paper, guint left, guint top, guint width, guint height, guint8 grey)
{
  for (guint y = top; y < MIN (top + height, paper->height); y++)
    for (guint x = left; x < MIN (left + width, paper->width); x++)
      paper->pixels[(gsize)y * paper->width + x] = grey;
}

/**
 * code_scene_clutter:
 * @paper: a picture
 *
 * Fills it with things that are no codes and look a little like them: bars of any width, and rows of marks like print.
 */
void
code_scene_clutter (DrawnCode *paper, GRand *random)
{
  for (int patch = 0; patch < 12; patch++)
    {
      guint left = (guint)g_rand_int_range (random, 0, (gint32)paper->width - 80);
      guint top = (guint)g_rand_int_range (random, 0, (gint32)paper->height - 60);
      guint width = (guint)g_rand_int_range (random, 60, 420), height = (guint)g_rand_int_range (random, 20, 160);
      guint unit = (guint)g_rand_int_range (random, 2, 5);
      gboolean is_print = g_rand_boolean (random);

      fill (paper, left, top, width, height, 255);
      for (guint x = 0; x < width; x += unit * (guint)g_rand_int_range (random, 1, 5))
        {
          guint bar = unit * (guint)g_rand_int_range (random, 1, 5);

          if (!is_print)
            fill (paper, left + x, top, MIN (bar, width - x), height, 20);
          for (guint y = 0; is_print && y < height; y += 14)
            fill (paper, left + x, top + y + (guint)g_rand_int_range (random, 0, 4), MIN (bar, width - x),
                  (guint)g_rand_int_range (random, 2, 10), 20);
          x += bar;
        }
    }
}
