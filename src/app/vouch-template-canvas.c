#include "vouch-template-canvas.h"

#include <glib/gi18n-lib.h>

#include "vouch-em.h"
#include "vouch-label-draw.h"

#define STEP_UM 100
#define STEP_LONG_UM 1000
/* A small label is drawn larger, but not so large that nobody believes in its size. */
#define PIXELS_PER_MM_MOST 16
/* Beside plain type, as high as a label is looked at well. */
#define HEIGHT 320
#define HEIGHT_LEAST 180
#define UM_PER_MM 1000.0
#define FRAME 2
/* A frame stands beside what it is around. */
#define AROUND 3

struct _VouchTemplateCanvas
{
  GtkWidget parent_instance;
  VouchLabelDraft *draft; /* nullable */
  VouchLabel *label;      /* nullable: what is drawn cannot be laid out */
  int moved_x_um;         /* while something is dragged: how far it is */
  int moved_y_um;
};

G_DEFINE_FINAL_TYPE (VouchTemplateCanvas, vouch_template_canvas, GTK_TYPE_WIDGET)

/* Pixels to a millimetre, and where the label's corner is. */
typedef struct
{
  double scale;
  double x;
  double y;
} View;

static View
get_view (VouchTemplateCanvas *self)
{
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self->draft);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * AROUND;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * AROUND;
  double label_width = template->width_um / UM_PER_MM, label_height = template->height_um / UM_PER_MM;
  View view = { .scale = MIN (width / label_width, height / label_height) };

  view.scale = CLAMP (view.scale, 0.1, PIXELS_PER_MM_MOST);
  view.x = AROUND + MAX (0, (width - label_width * view.scale) / 2);
  view.y = AROUND + MAX (0, (height - label_height * view.scale) / 2);
  return view;
}

static void
vouch_template_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? vouch_em_scale (widget, HEIGHT_LEAST) : HEIGHT_LEAST;
  *natural = vouch_em_scale (widget, HEIGHT);
}

static void
draw_label (VouchTemplateCanvas *self, cairo_t *cr, const View *view)
{
  const VouchLabelTemplate *template = vouch_label_draft_get_template (self->draft);
  double width = template->width_um / UM_PER_MM * view->scale, height = template->height_um / UM_PER_MM * view->scale;

  cairo_save (cr);
  cairo_translate (cr, view->x, view->y);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  /* The paper ends here, also where the window is as white as it is. */
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  if (self->label != NULL)
    {
      cairo_scale (cr, width / vouch_label_get_width (self->label), height / vouch_label_get_height (self->label));
      vouch_label_draw (self->label, cr);
    }
  cairo_restore (cr);
}

/* On the white of the label, whatever the window's colours are. */
static void
draw_frame (VouchTemplateCanvas *self, cairo_t *cr, const View *view)
{
  const VouchLabelElement *element =
      vouch_label_draft_get_object (self->draft, vouch_label_draft_get_chosen (self->draft));

  if (element == NULL)
    return;
  cairo_set_source_rgb (cr, 0.10, 0.37, 0.71);
  cairo_set_line_width (cr, FRAME);
  cairo_rectangle (cr, view->x + element->um.x / UM_PER_MM * view->scale - FRAME / 2.0,
                   view->y + element->um.y / UM_PER_MM * view->scale - FRAME / 2.0,
                   element->um.width / UM_PER_MM * view->scale + FRAME,
                   element->um.height / UM_PER_MM * view->scale + FRAME);
  cairo_stroke (cr);
}

static void
vouch_template_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VouchTemplateCanvas *self = VOUCH_TEMPLATE_CANVAS (widget);
  View view;
  cairo_t *cr;

  if (self->draft == NULL)
    return;
  view = get_view (self);
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  draw_label (self, cr, &view);
  draw_frame (self, cr, &view);
  cairo_destroy (cr);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, VouchTemplateCanvas *self)
{
  View view;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->draft == NULL)
    return;
  view = get_view (self);
  self->moved_x_um = self->moved_y_um = 0;
  vouch_label_draft_choose (self->draft,
                            vouch_label_draft_find_at (self->draft, (int)((x - view.x) / view.scale * UM_PER_MM),
                                                       (int)((y - view.y) / view.scale * UM_PER_MM)));
}

/* To the tenth of a millimetre, as people measure. */
static int
to_steps (double pixels, double scale)
{
  double steps = pixels / scale * UM_PER_MM / STEP_UM;

  return (int)(steps < 0 ? steps - 0.5 : steps + 0.5) * STEP_UM;
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, VouchTemplateCanvas *self)
{
  View view;
  int x_um, y_um;

  if (self->draft == NULL)
    return;
  view = get_view (self);
  x_um = to_steps (dx, view.scale);
  y_um = to_steps (dy, view.scale);
  if (x_um == self->moved_x_um && y_um == self->moved_y_um)
    return;
  vouch_label_draft_move (self->draft, x_um - self->moved_x_um, y_um - self->moved_y_um);
  self->moved_x_um = x_um;
  self->moved_y_um = y_um;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        VouchTemplateCanvas *self)
{
  int step = (state & GDK_SHIFT_MASK) != 0 ? STEP_LONG_UM : STEP_UM;
  int dx = keyval == GDK_KEY_Left ? -step : keyval == GDK_KEY_Right ? step : 0;
  int dy = keyval == GDK_KEY_Up ? -step : keyval == GDK_KEY_Down ? step : 0;

  if (self->draft == NULL || (dx == 0 && dy == 0) || vouch_label_draft_get_chosen (self->draft) < 0)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    vouch_label_draft_resize (self->draft, dx, dy);
  else
    vouch_label_draft_move (self->draft, dx, dy);
  return GDK_EVENT_STOP;
}

static void
vouch_template_canvas_dispose (GObject *object)
{
  VouchTemplateCanvas *self = VOUCH_TEMPLATE_CANVAS (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->label, vouch_label_free);
  G_OBJECT_CLASS (vouch_template_canvas_parent_class)->dispose (object);
}

static void
vouch_template_canvas_class_init (VouchTemplateCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_template_canvas_dispose;
  widget_class->measure = vouch_template_canvas_measure;
  widget_class->snapshot = vouch_template_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "labelcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vouch_template_canvas_init (VouchTemplateCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Label as it is printed; arrows move the chosen object"), -1);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * vouch_template_canvas_show:
 * @self: a canvas
 * @draft: what is drawn and changed on it
 *
 * From now on the frame follows the draft. To be called once.
 */
void
vouch_template_canvas_show (VouchTemplateCanvas *self, VouchLabelDraft *draft)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_CANVAS (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * vouch_template_canvas_take_label:
 * @self: a canvas
 * @label: (transfer full) (nullable): the draft as it is drawn; %NULL if it cannot be laid out
 */
void
vouch_template_canvas_take_label (VouchTemplateCanvas *self, VouchLabel *label)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_CANVAS (self));

  g_clear_pointer (&self->label, vouch_label_free);
  self->label = label;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
