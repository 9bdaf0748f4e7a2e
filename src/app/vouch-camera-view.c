#include "vouch-camera-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-fit.h"
#include "vouch-spinner.h"
#include "vouch-text.h"

enum
{
  TAKEN,
  MATCH,
  CLOSED,
  CHANGED,
  RETURNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchCameraView, vouch_camera_view, ADW_TYPE_BIN)

/* What says that there is no camera has a button of its own to close it, and nothing is seen. */
void
vouch_camera_view_show_part (VouchCameraView *self, const char *name)
{
  gboolean is_lost = g_str_equal (name, "lost");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->close, !is_lost);
  gtk_widget_set_visible (GTK_WIDGET (self->seen), !is_lost && self->choice == NULL);
}

static void
append_marks (VouchCameraView *self, GArray *marks, GPtrArray *symbols)
{
  for (guint i = 0; i < symbols->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);
      VouchSightMark mark = { .is_sure = symbol->sure, .number = vouch_code_choice_find (self->choice, symbol) };

      memcpy (mark.corners, symbol->corners, sizeof mark.corners);
      g_array_append_val (marks, mark);
    }
}

/* Outlines codes in a picture of that size. */
void
vouch_camera_view_mark (VouchCameraView *self, GPtrArray *symbols, GPtrArray *more, guint width, guint height)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (VouchSightMark));

  append_marks (self, marks, symbols);
  if (more != NULL)
    append_marks (self, marks, more);
  vouch_sight_area_set_marks (self->area, (const VouchSightMark *)(gpointer)marks->data, marks->len, width, height);
}

static void
clear_marks (VouchCameraView *self)
{
  vouch_sight_area_set_marks (self->area, NULL, 0, 1, 1);
}

static void
show_seen (VouchCameraView *self, const VouchCameraSight *sight)
{
  const VouchSymbol *first = sight->agreed->len > 0 ? g_ptr_array_index (sight->agreed, 0) : NULL;
  g_autofree char *shown = first != NULL ? vouch_text_show (first->text, (gssize)first->length) : NULL;
  g_autofree char *said = NULL;

  if (first != NULL && first->refusal != VOUCH_SYMBOL_TAKEN)
    said = g_strdup (_ ("This code is not taken"));
  else if (first != NULL && first->sure)
    /* Translators: what a bar code says */
    said = g_strdup_printf (_ ("Sure: %s"), shown);
  else if (first != NULL || sight->doubtful->len > 0)
    said = g_strdup (_ ("Unsure: hold the code still"));
  gtk_label_set_label (self->seen, said != NULL ? said : _ ("Hold a code before the camera"));
  gtk_widget_set_visible (GTK_WIDGET (self->seen), self->choice == NULL);
}

void
vouch_camera_view_show_sight (VouchCameraView *self)
{
  const VouchCameraSight *sight = vouch_camera_get_sight (vouch_camera_session_get_camera (self->session));

  if (sight->is_lost)
    return;
  vouch_camera_view_mark (self, sight->agreed, sight->doubtful, sight->frame->width, sight->frame->height);
  show_seen (self, sight);
}

static void
picture_cb (VouchCameraView *self)
{
  VouchCamera *camera = vouch_camera_session_get_camera (self->session);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->area));

  vouch_camera_set_room (camera, (guint)(gtk_widget_get_width (GTK_WIDGET (self->area)) * scale),
                         (guint)(gtk_widget_get_height (GTK_WIDGET (self->area)) * scale));
  vouch_sight_area_set_frame (self->area, vouch_camera_get_frame (camera));
  vouch_camera_view_show_part (self, "picture");
}

static void
opened_cb (VouchCameraView *self)
{
  vouch_sight_area_set_mirrored (self->area, vouch_camera_session_is_mirrored (self->session));
  gtk_label_set_label (self->waiting, _ ("The camera is being opened…"));
  gtk_label_set_label (self->seen, _ ("Hold a code before the camera"));
  vouch_camera_view_show_part (self, "waiting");
}

static void
lost_cb (VouchCameraView *self)
{
  VouchCamera *camera = vouch_camera_session_get_camera (self->session);

  gtk_label_set_label (self->reason, vouch_camera_get_error (camera)->message);
  vouch_camera_view_show_part (self, "lost");
  clear_marks (self);
}

static void
returned_cb (VouchCameraView *self)
{
  g_signal_emit (self, signals[RETURNED], 0);
}

static void
closed_cb (VouchCameraView *self)
{
  vouch_sight_area_set_frame (self->area, NULL);
  clear_marks (self);
}

static gboolean
is_minimized (VouchCameraView *self)
{
  return self->surface != NULL && GDK_IS_TOPLEVEL (self->surface) &&
         (gdk_toplevel_get_state (GDK_TOPLEVEL (self->surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;
}

/* It is open exactly as long as somebody can see what it sees. */
void
vouch_camera_view_update (VouchCameraView *self)
{
  gboolean is_seen = gtk_widget_get_mapped (GTK_WIDGET (self)) && !is_minimized (self);

  vouch_camera_session_set_due (self->session, self->is_wanted && !self->has_picture && is_seen);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vouch_camera_view_choose (VOUCH_CAMERA_VIEW (widget), g_variant_get_uint32 (parameter));
}

static void
choose_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vouch_camera_view_choose_all (VOUCH_CAMERA_VIEW (widget));
}

static void
dismiss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vouch_camera_view_dismiss (VOUCH_CAMERA_VIEW (widget));
}

static void
retry_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  vouch_camera_session_retry (VOUCH_CAMERA_VIEW (widget)->session);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchCameraView *self = VOUCH_CAMERA_VIEW (widget);
  gboolean is_still = self->has_picture;

  vouch_camera_view_dismiss (self);
  if (!is_still)
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
vouch_camera_view_map (GtkWidget *widget)
{
  VouchCameraView *self = VOUCH_CAMERA_VIEW (widget);

  GTK_WIDGET_CLASS (vouch_camera_view_parent_class)->map (widget);
  g_set_object (&self->surface, gtk_native_get_surface (gtk_widget_get_native (widget)));
  g_signal_connect_object (self->surface, "notify::state", G_CALLBACK (vouch_camera_view_update), self,
                           G_CONNECT_SWAPPED);
  vouch_camera_view_update (self);
}

static void
vouch_camera_view_unmap (GtkWidget *widget)
{
  VouchCameraView *self = VOUCH_CAMERA_VIEW (widget);

  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_func (self->surface, vouch_camera_view_update, self);
  g_clear_object (&self->surface);
  GTK_WIDGET_CLASS (vouch_camera_view_parent_class)->unmap (widget);
  vouch_camera_view_update (self);
}

static void
vouch_camera_view_dispose (GObject *object)
{
  VouchCameraView *self = VOUCH_CAMERA_VIEW (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      vouch_camera_session_set_due (self->session, FALSE);
    }
  g_clear_object (&self->session);
  g_clear_object (&self->surface);
  g_clear_pointer (&self->choice, vouch_code_choice_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CAMERA_VIEW);
  G_OBJECT_CLASS (vouch_camera_view_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  signals[TAKEN] = g_signal_new ("taken", VOUCH_TYPE_CAMERA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_PTR_ARRAY, G_TYPE_UINT);
  signals[MATCH] = g_signal_new ("match", VOUCH_TYPE_CAMERA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_BOOLEAN, 1, G_TYPE_PTR_ARRAY);
  signals[CLOSED] =
      g_signal_new ("closed", VOUCH_TYPE_CAMERA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
      g_signal_new ("changed", VOUCH_TYPE_CAMERA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RETURNED] =
      g_signal_new ("returned", VOUCH_TYPE_CAMERA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_camera_view_class_init (VouchCameraViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_camera_view_dispose;
  widget_class->map = vouch_camera_view_map;
  widget_class->unmap = vouch_camera_view_unmap;
  add_signals ();
  gtk_widget_class_install_action (widget_class, "camera.choose", "u", choose_action);
  gtk_widget_class_install_action (widget_class, "camera.choose-all", NULL, choose_all_action);
  gtk_widget_class_install_action (widget_class, "camera.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "camera.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "camera.close", NULL, close_action);
  gtk_widget_class_set_css_name (widget_class, "cameraview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-camera-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchCameraView, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchCameraView, waiting);
  gtk_widget_class_bind_template_child (widget_class, VouchCameraView, area);
  gtk_widget_class_bind_template_child (widget_class, VouchCameraView, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchCameraView, close);
  gtk_widget_class_bind_template_child (widget_class, VouchCameraView, seen);
  gtk_widget_class_bind_template_child (widget_class, VouchCameraView, chooser);
}

static void
follow_session (VouchCameraView *self)
{
  g_signal_connect_object (self->session, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "picture", G_CALLBACK (picture_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "sight", G_CALLBACK (vouch_camera_view_show_sight), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "codes", G_CALLBACK (vouch_camera_view_take_codes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "returned", G_CALLBACK (returned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

static void
vouch_camera_view_init (VouchCameraView *self)
{
  g_type_ensure (VOUCH_TYPE_CODE_CHOOSER);
  g_type_ensure (VOUCH_TYPE_FIT);
  g_type_ensure (VOUCH_TYPE_SIGHT_AREA);
  g_type_ensure (VOUCH_TYPE_SPINNER);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Camera"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the camera sees"), -1);
  self->session = vouch_camera_session_new ();
  follow_session (self);
}

/**
 * vouch_camera_view_get_session:
 * @self: a view
 *
 * Returns: (transfer none): the camera that it shows, to be told of the station's cameras and settings
 */
VouchCameraSession *
vouch_camera_view_get_session (VouchCameraView *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA_VIEW (self), NULL);

  return self->session;
}

/**
 * vouch_camera_view_set_wanted:
 * @self: a view
 * @is_wanted: whether the camera is to be open while the view is seen
 */
void
vouch_camera_view_set_wanted (VouchCameraView *self, gboolean is_wanted)
{
  g_return_if_fail (VOUCH_IS_CAMERA_VIEW (self));

  if (self->is_wanted == is_wanted)
    return;
  self->is_wanted = is_wanted;
  if (!is_wanted && self->choice != NULL && vouch_code_choice_get_origin (self->choice) == VOUCH_SCAN_CAMERA)
    vouch_camera_view_stop_choosing (self);
  vouch_camera_view_update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * vouch_camera_view_is_open:
 * @self: a view
 *
 * Returns: whether there is anything to see
 */
gboolean
vouch_camera_view_is_open (VouchCameraView *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA_VIEW (self), FALSE);

  return self->is_wanted || self->has_picture;
}

/**
 * vouch_camera_view_wait_for_picture:
 * @self: a view
 *
 * Says that a still picture is being read, which takes a while.
 */
void
vouch_camera_view_wait_for_picture (VouchCameraView *self)
{
  g_return_if_fail (VOUCH_IS_CAMERA_VIEW (self));

  self->has_picture = TRUE;
  vouch_camera_view_update (self);
  gtk_label_set_label (self->waiting, _ ("The picture is being read…"));
  gtk_label_set_label (self->seen, "");
  vouch_camera_view_show_part (self, "waiting");
  g_signal_emit (self, signals[CHANGED], 0);
}
