#include "vouch-photo-model.h"

#include <math.h>
#include <string.h>

#define TABLE 110
#define MAX_PIXELS (40u * 1000 * 1000)
/* The camera is so many times the label's diagonal away: near enough for perspective to show. */
#define DISTANCE 2.0
/* Each pixel of the picture is the mean of so many squared points of the label. */
#define OVERSAMPLE 2

/* A label and where its points go: the rows of the matrix that takes label coordinates from the label's middle to the
 * picture's, homogeneous. */
typedef struct
{
  const guint8 *pixels;
  guint width, height, stride;
  double forth[3][3];
  double back[3][3];
  double left, top; /* of the picture, measured from the label's middle */
} Scene;

/* A generator of our own, so that the pictures stay the same with any library: splitmix64. */
static guint64
next_random (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static double
next_fraction (guint64 *state)
{
  return (double)(next_random (state) >> 11) / 9007199254740992.0;
}

/* Close to normal: the sum of twelve evenly distributed numbers, here of 16 bits each, has a standard deviation of 1.
 */
static double
next_normal (guint64 *state)
{
  guint sum = 0;

  for (int i = 0; i < 3; i++)
    for (guint64 bits = next_random (state), k = 0; k < 4; k++, bits >>= 16)
      sum += bits & 0xffff;
  return sum / 65536.0 - 6;
}

/* The label is turned in its plane, leaned around both axes, and seen through a pinhole. */
static void
place_camera (Scene *scene, const VouchPhotoModel *model)
{
  double scale = model->scale > 0 ? model->scale : 1;
  double distance = DISTANCE * hypot (scene->width, scene->height);
  double sx = sin (model->tilt_x * G_PI / 180), cx = cos (model->tilt_x * G_PI / 180);
  double sy = sin (model->tilt_y * G_PI / 180), cy = cos (model->tilt_y * G_PI / 180);
  double st = sin (model->turn * G_PI / 180), ct = cos (model->turn * G_PI / 180);
  const double turned[3][2] = { { ct * cy, -st * cx + ct * sy * sx },
                                { st * cy, ct * cx + st * sy * sx },
                                { sy, -cy * sx } };

  for (int column = 0; column < 2; column++)
    {
      scene->forth[0][column] = scale * turned[0][column];
      scene->forth[1][column] = scale * turned[1][column];
      scene->forth[2][column] = turned[2][column] / distance;
    }
  scene->forth[0][2] = 0;
  scene->forth[1][2] = 0;
  scene->forth[2][2] = 1;
}

static double
minor_of (const double m[3][3], int row, int column)
{
  int r0 = (row + 1) % 3, r1 = (row + 2) % 3, c0 = (column + 1) % 3, c1 = (column + 2) % 3;

  return m[r0][c0] * m[r1][c1] - m[r0][c1] * m[r1][c0];
}

/* Up to a factor, which homogeneous coordinates do not mind. */
static void
invert (const double m[3][3], double inverse[3][3])
{
  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 3; column++)
      inverse[column][row] = minor_of (m, row, column);
}

static void
project (const double m[3][3], double x, double y, double *to_x, double *to_y)
{
  double w = m[2][0] * x + m[2][1] * y + m[2][2];

  *to_x = (m[0][0] * x + m[0][1] * y + m[0][2]) / w;
  *to_y = (m[1][0] * x + m[1][1] * y + m[1][2]) / w;
}

static gboolean
frame_label (Scene *scene, guint margin, guint *width, guint *height)
{
  double right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  scene->left = G_MAXDOUBLE;
  scene->top = G_MAXDOUBLE;
  for (int i = 0; i < 4; i++)
    {
      double x, y;

      project (scene->forth, (i % 2 - 0.5) * scene->width, (i / 2 - 0.5) * scene->height, &x, &y);
      scene->left = MIN (scene->left, x);
      scene->top = MIN (scene->top, y);
      right = MAX (right, x);
      bottom = MAX (bottom, y);
    }
  scene->left -= margin;
  scene->top -= margin;
  *width = (guint)ceil (right - scene->left) + margin;
  *height = (guint)ceil (bottom - scene->top) + margin;
  return (guint64)*width * *height <= MAX_PIXELS;
}

static double
label_at (const Scene *scene, double x, double y)
{
  int column = (int)floor (x + scene->width / 2.0), row = (int)floor (y + scene->height / 2.0);

  if (column < 0 || row < 0 || column >= (int)scene->width || row >= (int)scene->height)
    return TABLE;
  return scene->pixels[(gsize)row * scene->stride + (gsize)column];
}

static double
light_at (const Scene *scene, guint x, guint y)
{
  double sum = 0;

  for (int i = 0; i < OVERSAMPLE * OVERSAMPLE; i++)
    {
      double at_x = scene->left + x + (i % OVERSAMPLE + 0.5) / OVERSAMPLE;
      double at_y = scene->top + y + (i / OVERSAMPLE + 0.5) / OVERSAMPLE;

      project (scene->back, at_x, at_y, &at_x, &at_y);
      sum += label_at (scene, at_x, at_y);
    }
  return sum / (OVERSAMPLE * OVERSAMPLE);
}

static float *
expose (const Scene *scene, guint width, guint height)
{
  float *light = g_new (float, (gsize)width *height);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      light[(gsize)y * width + x] = (float)light_at (scene, x, y);
  return light;
}

/* Along one line of @n pixels that are @step apart; beyond the ends lies what is at the ends. */
static void
blur_line (float *line, guint n, gsize step, const double *kernel, int reach, float *copy)
{
  for (guint i = 0; i < n; i++)
    copy[i] = line[i * step];
  for (int i = 0; i < (int)n; i++)
    {
      double sum = 0;

      for (int k = -reach; k <= reach; k++)
        sum += kernel[k + reach] * copy[CLAMP (i + k, 0, (int)n - 1)];
      line[(gsize)i * step] = (float)sum;
    }
}

static double *
make_kernel (double radius, int reach)
{
  double *kernel = g_new (double, (gsize)reach * 2 + 1);
  double sum = 0;

  for (int k = -reach; k <= reach; k++)
    sum += kernel[k + reach] = exp (-k * k / (2 * radius * radius));
  for (int k = 0; k <= 2 * reach; k++)
    kernel[k] /= sum;
  return kernel;
}

static void
blur (float *light, guint width, guint height, double radius)
{
  int reach = (int)ceil (3 * radius);
  g_autofree double *kernel = NULL;
  g_autofree float *copy = NULL;

  if (radius <= 0)
    return;
  kernel = make_kernel (radius, reach);
  copy = g_new (float, MAX (width, height));
  for (guint y = 0; y < height; y++)
    blur_line (light + (gsize)y * width, width, 1, kernel, reach, copy);
  for (guint x = 0; x < width; x++)
    blur_line (light + x, height, width, kernel, reach, copy);
}

/* Light falls off from one side, by chance any, and a little towards the corners. */
static guint8 *
develop (const float *light, guint width, guint height, const VouchPhotoModel *model)
{
  guint64 state = model->seed;
  double angle = next_fraction (&state) * 2 * G_PI, along_x = cos (angle), along_y = sin (angle);
  guint8 *pixels = g_malloc ((gsize)width * height);

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        double u = 2.0 * x / width - 1, v = 2.0 * y / height - 1;
        double side = (1 + (u * along_x + v * along_y) / G_SQRT2) / 2, corner = (u * u + v * v) / 2;
        double lit = 1 - model->shade * (0.75 * side + 0.25 * corner);
        double level = light[(gsize)y * width + x] * lit + model->noise_sigma * next_normal (&state);

        pixels[(gsize)y * width + x] = (guint8)CLAMP (level + 0.5, 0, 255);
      }
  return pixels;
}

/**
 * vouch_photo_model_apply:
 * @grey: rows of a rendered label, 0 is black
 * @width: of the label in pixels
 * @height: of the label in pixels
 * @stride: bytes from row to row
 * @model: how the picture is taken
 * @out: (out) (transfer full): the picture's rows without padding, to be freed with g_free()
 * @out_width: (out): its width
 * @out_height: (out): its height
 *
 * Makes of a rendered label what a phone or a camera at the dock would have taken of it: perspective, blur, uneven
 * light, noise. The same input gives the same picture.
 *
 * Returns: whether the picture has a sensible size
 */
gboolean
vouch_photo_model_apply (const guint8 *grey, guint width, guint height, guint stride, const VouchPhotoModel *model,
                         guint8 **out, guint *out_width, guint *out_height)
{
  Scene scene = { .pixels = grey, .width = width, .height = height, .stride = stride };
  g_autofree float *light = NULL;

  g_return_val_if_fail (grey != NULL && model != NULL && out != NULL, FALSE);
  g_return_val_if_fail (width > 0 && height > 0 && stride >= width, FALSE);
  g_return_val_if_fail (fabs (model->tilt_x) <= 70 && fabs (model->tilt_y) <= 70, FALSE);

  place_camera (&scene, model);
  invert (scene.forth, scene.back);
  if (!frame_label (&scene, model->margin, out_width, out_height))
    return FALSE;
  light = expose (&scene, *out_width, *out_height);
  blur (light, *out_width, *out_height, model->blur_radius);
  *out = develop (light, *out_width, *out_height, model);
  return TRUE;
}
