#include "vouch-sight-area.h"

#include "vouch-em.h"

/* Beside plain type. */
#define WIDTH 320
#define LEAST 96
#define CHIP 26
#define LINE 4.0
/* How long a code that was taken is seen to have been. */
#define KEPT_MS 500
/* Of the area's width and height, for what is kept. */
#define KEPT_SHARE 0.4
/* Around a code that is kept, one part of its size. */
#define MARGIN 4

struct _VouchSightArea
{
  GtkWidget parent_instance;
  GdkTexture *picture; /* nullable */
  gboolean is_mirrored;
  GArray *marks; /* VouchSightMark */
  double width;  /* of the picture that they were found in */
  double height;
  GdkTexture *kept; /* (nullable): the code that was taken a moment ago */
  guint kept_id;
};

G_DEFINE_FINAL_TYPE (VouchSightArea, vouch_sight_area, GTK_TYPE_WIDGET)

static void
vouch_sight_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  int width = orientation == GTK_ORIENTATION_VERTICAL && for_size > 0 ? for_size : vouch_em_scale (widget, WIDTH);

  *minimum = LEAST;
  *natural = MAX (LEAST, orientation == GTK_ORIENTATION_HORIZONTAL ? width : width * 9 / 16);
}

static GtkSizeRequestMode
vouch_sight_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Where the picture lies: whole, in the middle. */
static void
place_picture (VouchSightArea *self, graphene_rect_t *place)
{
  float room_x = (float)gtk_widget_get_width (GTK_WIDGET (self));
  float room_y = (float)gtk_widget_get_height (GTK_WIDGET (self));
  float width = (float)gdk_texture_get_width (self->picture), height = (float)gdk_texture_get_height (self->picture);
  float scale = MIN (room_x / width, room_y / height);

  graphene_rect_init (place, (room_x - width * scale) / 2, (room_y - height * scale) / 2, width * scale,
                      height * scale);
}

static void
place_point (VouchSightArea *self, const graphene_rect_t *place, const int point[2], double *x, double *y)
{
  double across = point[0] / self->width;

  *x = place->origin.x + place->size.width * (self->is_mirrored ? 1 - across : across);
  *y = place->origin.y + place->size.height * point[1] / self->height;
}

static void
trace (VouchSightArea *self, cairo_t *cr, const graphene_rect_t *place, const VouchSightMark *mark)
{
  double x, y;

  for (int i = 0; i < 4; i++)
    {
      place_point (self, place, mark->corners[i], &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_close_path (cr);
}

/* Dark beside light, so that it is seen on any picture. */
static void
stroke_twice (cairo_t *cr, gboolean is_sure)
{
  static const double gaps[] = { 10, 8 };

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, LINE + 3);
  cairo_stroke_preserve (cr);
  if (is_sure)
    cairo_set_source_rgb (cr, 0.36, 0.9, 0.56);
  else
    cairo_set_source_rgb (cr, 1, 0.85, 0.3);
  cairo_set_dash (cr, gaps, is_sure ? 0 : 2, 0);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);
}

static void
draw_check (cairo_t *cr, double side)
{
  cairo_move_to (cr, side * 0.24, side * 0.52);
  cairo_line_to (cr, side * 0.43, side * 0.72);
  cairo_line_to (cr, side * 0.78, side * 0.3);
  cairo_set_line_width (cr, side * 0.12);
  cairo_stroke (cr);
}

static void
draw_text (VouchSightArea *self, cairo_t *cr, const char *text, double side)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  int width, height;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, side * 0.68 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, (side - width) / 2, (side - height) / 2);
  pango_cairo_show_layout (cr, layout);
}

/* Its number, or whether it is sure, beside its first corner and never outside. */
static void
draw_chip (VouchSightArea *self, cairo_t *cr, const graphene_rect_t *place, const VouchSightMark *mark)
{
  double side = vouch_em_scale (GTK_WIDGET (self), CHIP), x, y;
  g_autofree char *number = g_strdup_printf ("%u", mark->number);

  place_point (self, place, mark->corners[0], &x, &y);
  x = CLAMP (x - side / 2, place->origin.x, MAX (place->origin.x, place->origin.x + place->size.width - side));
  y = CLAMP (y - side / 2, place->origin.y, MAX (place->origin.y, place->origin.y + place->size.height - side));
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_arc (cr, side / 2, side / 2, side / 2, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  if (mark->number > 0)
    draw_text (self, cr, number, side);
  else if (mark->is_sure)
    draw_check (cr, side);
  else
    draw_text (self, cr, "?", side);
  cairo_restore (cr);
}

static void
draw_marks (VouchSightArea *self, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  cairo_t *cr;

  if (self->marks->len == 0 || self->width <= 0 || self->height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, place);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const VouchSightMark *mark = &g_array_index (self->marks, VouchSightMark, i);

      trace (self, cr, place, mark);
      stroke_twice (cr, mark->is_sure);
    }
  for (guint i = 0; i < self->marks->len; i++)
    draw_chip (self, cr, place, &g_array_index (self->marks, VouchSightMark, i));
  cairo_destroy (cr);
}

/* @texture in @place, perhaps the other way round. */
static void
append_texture (VouchSightArea *self, GtkSnapshot *snapshot, GdkTexture *texture, const graphene_rect_t *place)
{
  gtk_snapshot_save (snapshot);
  if (self->is_mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (2 * place->origin.x + place->size.width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  gtk_snapshot_append_texture (snapshot, texture, place);
  gtk_snapshot_restore (snapshot);
}

/* The code as it was when it was taken, in a corner, while the picture goes on. */
static void
draw_kept (VouchSightArea *self, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  float width = (float)gdk_texture_get_width (self->kept), height = (float)gdk_texture_get_height (self->kept);
  float scale = MIN (place->size.width * (float)KEPT_SHARE / width, place->size.height * (float)KEPT_SHARE / height);
  graphene_rect_t inset;
  GskRoundedRect frame;

  graphene_rect_init (&inset, place->origin.x + 6, place->origin.y + 6, width * scale, height * scale);
  gtk_snapshot_append_texture (snapshot, self->kept, &inset);
  gsk_rounded_rect_init_from_rect (&frame, &inset, 0);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 3, 3, 3, 3 },
                              (GdkRGBA[4]){ { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 }, { 1, 1, 1, 1 } });
}

static void
vouch_sight_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchSightArea *self = VOUCH_SIGHT_AREA (widget);
  graphene_rect_t place;

  if (self->picture == NULL || gtk_widget_get_width (widget) <= 0 || gtk_widget_get_height (widget) <= 0)
    return;
  place_picture (self, &place);
  append_texture (self, snapshot, self->picture, &place);
  draw_marks (self, snapshot, &place);
  if (self->kept != NULL)
    draw_kept (self, snapshot, &place);
}

static void
vouch_sight_area_dispose (GObject *object)
{
  VouchSightArea *self = VOUCH_SIGHT_AREA (object);

  g_clear_handle_id (&self->kept_id, g_source_remove);
  g_clear_object (&self->picture);
  g_clear_object (&self->kept);
  G_OBJECT_CLASS (vouch_sight_area_parent_class)->dispose (object);
}

static void
vouch_sight_area_finalize (GObject *object)
{
  g_array_unref (VOUCH_SIGHT_AREA (object)->marks);
  G_OBJECT_CLASS (vouch_sight_area_parent_class)->finalize (object);
}

static void
vouch_sight_area_class_init (VouchSightAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vouch_sight_area_dispose;
  object_class->finalize = vouch_sight_area_finalize;
  widget_class->measure = vouch_sight_area_measure;
  widget_class->get_request_mode = vouch_sight_area_get_request_mode;
  widget_class->snapshot = vouch_sight_area_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sightarea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vouch_sight_area_init (VouchSightArea *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (VouchSightMark));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
take_picture (VouchSightArea *self, GdkTexture *picture)
{
  g_clear_object (&self->picture);
  self->picture = picture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkTexture *
make_texture (VouchFrame *frame)
{
  return gdk_memory_texture_new ((int)frame->width, (int)frame->height, GDK_MEMORY_B8G8R8A8_PREMULTIPLIED,
                                 frame->pixels, (gsize)frame->width * VOUCH_FRAME_COLOUR);
}

/**
 * vouch_sight_area_set_frame:
 * @self: an area
 * @frame: (nullable): what to show, in colour; %NULL for nothing
 */
void
vouch_sight_area_set_frame (VouchSightArea *self, VouchFrame *frame)
{
  g_return_if_fail (VOUCH_IS_SIGHT_AREA (self));
  g_return_if_fail (frame == NULL || frame->channels == VOUCH_FRAME_COLOUR);

  take_picture (self, frame != NULL ? make_texture (frame) : NULL);
}

/**
 * vouch_sight_area_set_pixels:
 * @self: an area
 * @red_green_blue: the pixels of a still picture
 * @width: in pixels
 * @height: in pixels
 */
void
vouch_sight_area_set_pixels (VouchSightArea *self, GBytes *red_green_blue, guint width, guint height)
{
  g_return_if_fail (VOUCH_IS_SIGHT_AREA (self));

  take_picture (self,
                gdk_memory_texture_new ((int)width, (int)height, GDK_MEMORY_R8G8B8, red_green_blue, (gsize)width * 3));
}

/**
 * vouch_sight_area_set_marks:
 * @self: an area
 * @marks: (array length=n_marks): the codes that were found
 * @n_marks: how many
 * @width: of the picture that they were found in
 * @height: of that picture
 */
void
vouch_sight_area_set_marks (VouchSightArea *self, const VouchSightMark *marks, guint n_marks, guint width, guint height)
{
  g_return_if_fail (VOUCH_IS_SIGHT_AREA (self));

  g_array_set_size (self->marks, 0);
  g_array_append_vals (self->marks, marks, n_marks);
  self->width = width;
  self->height = height;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * vouch_sight_area_set_mirrored:
 * @self: an area
 * @is_mirrored: left and right are swapped, as in a mirror
 */
void
vouch_sight_area_set_mirrored (VouchSightArea *self, gboolean is_mirrored)
{
  g_return_if_fail (VOUCH_IS_SIGHT_AREA (self));

  self->is_mirrored = is_mirrored;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_cb (gpointer data)
{
  VouchSightArea *self = data;

  self->kept_id = 0;
  g_clear_object (&self->kept);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The code with some of what is around it, and within the picture. */
static VouchFrame *
cut_code (VouchFrame *frame, const int corners[4][2])
{
  int left = corners[0][0], right = left, top = corners[0][1], bottom = top, margin;

  for (int i = 1; i < 4; i++)
    {
      left = MIN (left, corners[i][0]);
      right = MAX (right, corners[i][0]);
      top = MIN (top, corners[i][1]);
      bottom = MAX (bottom, corners[i][1]);
    }
  margin = MAX (right - left, bottom - top) / MARGIN + 1;
  left = CLAMP (left - margin, 0, (int)frame->width - 1);
  top = CLAMP (top - margin, 0, (int)frame->height - 1);
  right = CLAMP (right + margin, left + 1, (int)frame->width);
  bottom = CLAMP (bottom + margin, top + 1, (int)frame->height);
  return vouch_frame_cut (frame, (guint)left, (guint)top, (guint)(right - left), (guint)(bottom - top), 1);
}

/**
 * vouch_sight_area_keep:
 * @self: an area
 * @frame: in which a code was found that has been taken
 * @corners: of that code
 *
 * Shows the code as it was in a corner for half a second, while the picture goes on.
 */
void
vouch_sight_area_keep (VouchSightArea *self, VouchFrame *frame, const int corners[4][2])
{
  g_autoptr (VouchFrame) part = NULL;

  g_return_if_fail (VOUCH_IS_SIGHT_AREA (self));
  g_return_if_fail (frame != NULL && frame->channels == VOUCH_FRAME_COLOUR);

  part = cut_code (frame, corners);
  g_clear_object (&self->kept);
  g_clear_handle_id (&self->kept_id, g_source_remove);
  self->kept = make_texture (part);
  self->kept_id = g_timeout_add_once (KEPT_MS, forget_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * vouch_sight_area_is_keeping:
 * @self: an area
 *
 * Returns: whether it shows a code that has just been taken
 */
gboolean
vouch_sight_area_is_keeping (VouchSightArea *self)
{
  g_return_val_if_fail (VOUCH_IS_SIGHT_AREA (self), FALSE);

  return self->kept != NULL;
}
