#include "vouch-code-view.h"

#include "vouch-label-draw.h"

/* Pixels of a module; a laser needs more than a camera, and a screen shows no half of them. */
#define LINEAR_MODULE 2
#define MATRIX_MODULE 4
#define LINEAR_HEIGHT 72

struct _VouchCodeView
{
  GtkWidget parent_instance;
  VouchCode *code;
};

G_DEFINE_FINAL_TYPE (VouchCodeView, vouch_code_view, GTK_TYPE_WIDGET)

static int
get_module (VouchCodeView *self)
{
  return vouch_symbology_is_linear (vouch_code_get_symbology (self->code)) ? LINEAR_MODULE : MATRIX_MODULE;
}

static int
get_quiet (VouchCodeView *self)
{
  return vouch_symbology_get_quiet_zone (vouch_code_get_symbology (self->code)) * get_module (self);
}

static void
get_size (VouchCodeView *self, int *width, int *height)
{
  gboolean is_linear = vouch_symbology_is_linear (vouch_code_get_symbology (self->code));
  int module = get_module (self);
  int quiet = get_quiet (self);

  *width = vouch_code_get_columns (self->code) * module + 2 * quiet;
  *height = is_linear ? LINEAR_HEIGHT + 16 : vouch_code_get_rows (self->code) * module + 2 * quiet;
}

static void
vouch_code_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchCodeView *self = VOUCH_CODE_VIEW (widget);
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
vouch_code_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  int width, height;

  get_size (VOUCH_CODE_VIEW (widget), &width, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : height;
}

static void
vouch_code_view_finalize (GObject *object)
{
  vouch_code_free (VOUCH_CODE_VIEW (object)->code);
  G_OBJECT_CLASS (vouch_code_view_parent_class)->finalize (object);
}

static void
vouch_code_view_class_init (VouchCodeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vouch_code_view_finalize;
  widget_class->snapshot = vouch_code_view_snapshot;
  widget_class->measure = vouch_code_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "codeview");
}

static void
vouch_code_view_init (VouchCodeView *self)
{
}

/**
 * vouch_code_view_new:
 * @code: (transfer full): the code
 * @title: what it is, for those who cannot see it
 *
 * Returns: (transfer floating): the picture
 */
GtkWidget *
vouch_code_view_new (VouchCode *code, const char *title)
{
  VouchCodeView *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_object_new (VOUCH_TYPE_CODE_VIEW, NULL);
  self->code = code;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}
