#include "vouch-code-picture.h"

#include "vouch-label-draw.h"

/* Pixels of a module; a laser needs more than a camera, and a screen shows no half of them. */
#define LINEAR_MODULE 2
#define MATRIX_MODULE 4
#define LINEAR_HEIGHT 72

struct _VouchCodePicture
{
  GtkWidget parent_instance;
  VouchCode *code;
};

G_DEFINE_FINAL_TYPE (VouchCodePicture, vouch_code_picture, GTK_TYPE_WIDGET)

static int
get_module (VouchCodePicture *self)
{
  return vouch_symbology_is_linear (vouch_code_get_symbology (self->code)) ? LINEAR_MODULE : MATRIX_MODULE;
}

static int
get_quiet (VouchCodePicture *self)
{
  return vouch_symbology_get_quiet_zone (vouch_code_get_symbology (self->code)) * get_module (self);
}

static void
get_size (VouchCodePicture *self, int *width, int *height)
{
  gboolean is_linear = vouch_symbology_is_linear (vouch_code_get_symbology (self->code));
  int module = get_module (self);
  int quiet = get_quiet (self);

  *width = vouch_code_get_columns (self->code) * module + 2 * quiet;
  *height = is_linear ? LINEAR_HEIGHT + 16 : vouch_code_get_rows (self->code) * module + 2 * quiet;
}

static void
vouch_code_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchCodePicture *self = VOUCH_CODE_PICTURE (widget);
  gboolean is_linear = vouch_symbology_is_linear (vouch_code_get_symbology (self->code));
  int width, height, left;
  cairo_t *cr;

  get_size (self, &width, &height);
  left = (gtk_widget_get_width (widget) - width) / 2;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float)left, 0, (float)width, (float)height));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, left, 0, width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  vouch_code_draw (self->code, cr, left + get_quiet (self), is_linear ? 8 : get_quiet (self), get_module (self),
                   is_linear ? LINEAR_HEIGHT : height - 2 * get_quiet (self));
  cairo_destroy (cr);
}

static void
vouch_code_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  int width, height;

  get_size (VOUCH_CODE_PICTURE (widget), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
vouch_code_picture_finalize (GObject *object)
{
  vouch_code_free (VOUCH_CODE_PICTURE (object)->code);
  G_OBJECT_CLASS (vouch_code_picture_parent_class)->finalize (object);
}

static void
vouch_code_picture_class_init (VouchCodePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_code_picture_finalize;
  widget_class->snapshot = vouch_code_picture_snapshot;
  widget_class->measure = vouch_code_picture_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "codepicture");
}

static void
vouch_code_picture_init (VouchCodePicture *self)
{
}

/**
 * vouch_code_picture_new:
 * @code: (transfer full): the code
 * @title: what it is, for those who cannot see it
 *
 * Returns: (transfer floating): the picture
 */
GtkWidget *
vouch_code_picture_new (VouchCode *code, const char *title)
{
  VouchCodePicture *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_object_new (VOUCH_TYPE_CODE_PICTURE, NULL);
  self->code = code;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}
