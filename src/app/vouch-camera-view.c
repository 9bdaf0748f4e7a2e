#include "vouch-camera-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-camera-news.h"
#include "vouch-camera.h"
#include "vouch-code-chooser.h"
#include "vouch-fit.h"
#include "vouch-sight-area.h"
#include "vouch-spinner.h"
#include "vouch-station-settings.h"
#include "vouch-text.h"

struct _VouchCameraView
{
  AdwBin parent_instance;
  GtkStack *stack;
  GtkLabel *waiting;
  VouchSightArea *area;
  GtkLabel *reason;
  GtkWidget *close; /* over the picture */
  GtkLabel *seen;
  VouchCodeChooser *chooser;

  VouchCameraHub *hub; /* (nullable): lent */
  GSettings *settings; /* nullable */
  GdkSurface *surface; /* (nullable): of the window, while it is shown */
  gboolean is_wanted;
  gboolean has_picture; /* a still picture is read, or asked about */
  VouchCamera *camera;  /* (nullable): not open; one that was lost stays until it is tried again */
  GPtrArray *choices;   /* (nullable) VouchSymbol: which of them is meant? */
  VouchScanOrigin origin;
};

enum
{
  TAKEN,
  MATCH,
  CLOSED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchCameraView, vouch_camera_view, ADW_TYPE_BIN)

/* What says that there is no camera has a button of its own to close it, and nothing is seen. */
static void
show_part (VouchCameraView *self, const char *name)
{
  gboolean is_lost = g_str_equal (name, "lost");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->close, !is_lost);
  gtk_widget_set_visible (GTK_WIDGET (self->seen), !is_lost && self->choices == NULL);
}

static guint
find_choice (VouchCameraView *self, const VouchSymbol *symbol)
{
  for (guint i = 0; self->choices != NULL && i < self->choices->len; i++)
    if (vouch_symbol_says_the_same (g_ptr_array_index (self->choices, i), symbol))
      return i + 1;
  return 0;
}

static void
append_marks (VouchCameraView *self, GArray *marks, GPtrArray *symbols)
{
  for (guint i = 0; i < symbols->len; i++)
    {
      const VouchSymbol *symbol = g_ptr_array_index (symbols, i);
      VouchSightMark mark = { .is_sure = symbol->sure, .number = find_choice (self, symbol) };

      memcpy (mark.corners, symbol->corners, sizeof mark.corners);
      g_array_append_val (marks, mark);
    }
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

  if (first != NULL && first->sure)
    /* Translators: what a bar code says */
    said = g_strdup_printf (_ ("Sure: %s"), shown);
  else if (first != NULL || sight->doubtful->len > 0)
    said = g_strdup (_ ("Unsure: hold the code still"));
  gtk_label_set_label (self->seen, said != NULL ? said : _ ("Hold a code before the camera"));
  gtk_widget_set_visible (GTK_WIDGET (self->seen), self->choices == NULL);
}

static void
sight_cb (VouchCameraView *self, VouchCamera *camera)
{
  const VouchCameraSight *sight = vouch_camera_get_sight (camera);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (VouchSightMark));

  if (sight->is_lost)
    return;
  append_marks (self, marks, sight->agreed);
  append_marks (self, marks, sight->doubtful);
  vouch_sight_area_set_marks (self->area, (const VouchSightMark *)(gpointer)marks->data, marks->len,
                              sight->frame->width, sight->frame->height);
  show_seen (self, sight);
}

static void
picture_cb (VouchCameraView *self, VouchCamera *camera)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->area));

  vouch_camera_set_room (camera, (guint)(gtk_widget_get_width (GTK_WIDGET (self->area)) * scale),
                         (guint)(gtk_widget_get_height (GTK_WIDGET (self->area)) * scale));
  vouch_sight_area_set_frame (self->area, vouch_camera_get_frame (camera));
  show_part (self, "picture");
}

static void
show_choices (VouchCameraView *self)
{
  gboolean match = FALSE;

  if (self->choices != NULL)
    {
      g_signal_emit (self, signals[MATCH], 0, self->choices, &match);
      vouch_code_chooser_set_codes (self->chooser, self->choices, match);
    }
  if (self->camera != NULL && vouch_camera_get_sight (self->camera) != NULL)
    sight_cb (self, self->camera);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "camera.choose-all", match);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), self->choices != NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Numbers that were read stay what they are; there are no more than digits. */
static void
add_choice (VouchCameraView *self, const VouchSymbol *symbol)
{
  if (self->choices->len < VOUCH_CODE_CHOOSER_MAX && find_choice (self, symbol) == 0)
    g_ptr_array_add (self->choices, vouch_symbol_copy (symbol));
}

/* As they are read: from the top, and from the left. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const VouchSymbol *one = *(VouchSymbol *const *)a, *other = *(VouchSymbol *const *)b;
  int below = one->corners[0][1] - other->corners[0][1];

  return below != 0 ? below : one->corners[0][0] - other->corners[0][0];
}

static void
begin_choosing (VouchCameraView *self, VouchScanOrigin origin)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  vouch_code_chooser_set_codes (self->chooser, none, FALSE);
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);
  self->origin = origin;
}

static void
take_one (VouchCameraView *self, const VouchSymbol *symbol, VouchScanOrigin origin)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  g_ptr_array_add (taken, (gpointer)symbol);
  g_signal_emit (self, signals[TAKEN], 0, taken, (guint)origin);
}

/* Of several codes a person says which one is meant; nothing is taken meanwhile, but the picture goes on. */
static void
codes_cb (VouchCameraView *self, GPtrArray *codes, VouchFrame *frame)
{
  const VouchCameraCode *first = g_ptr_array_index (codes, 0);
  gboolean is_first;

  if (self->choices == NULL && codes->len == 1)
    {
      vouch_sight_area_keep (self->area, frame, (const int (*)[2])first->symbol->corners);
      take_one (self, first->symbol, VOUCH_SCAN_CAMERA);
      return;
    }
  is_first = self->choices == NULL;
  if (is_first)
    begin_choosing (self, VOUCH_SCAN_CAMERA);
  for (guint i = 0; i < codes->len; i++)
    add_choice (self, ((const VouchCameraCode *)g_ptr_array_index (codes, i))->symbol);
  if (is_first)
    g_ptr_array_sort (self->choices, compare_places);
  show_choices (self);
}

static void
lost_cb (VouchCameraView *self, VouchCamera *camera)
{
  gtk_label_set_label (self->reason, vouch_camera_get_error (camera)->message);
  show_part (self, "lost");
  clear_marks (self);
}

static void
close_camera (VouchCameraView *self)
{
  if (self->camera == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->camera, self);
  vouch_camera_close (self->camera);
  g_clear_object (&self->camera);
  vouch_sight_area_set_frame (self->area, NULL);
  clear_marks (self);
}

static void
open_camera (VouchCameraView *self)
{
  g_autofree char *source = vouch_station_settings_dup_camera (self->settings);
  gboolean is_mirrored = self->settings != NULL && g_settings_get_boolean (self->settings, "camera-mirror");

  vouch_sight_area_set_mirrored (self->area, is_mirrored);
  gtk_label_set_label (self->waiting, _ ("The camera is being opened…"));
  gtk_label_set_label (self->seen, _ ("Hold a code before the camera"));
  show_part (self, "waiting");
  self->camera = vouch_camera_new (self->hub, source);
  g_signal_connect_object (self->camera, "picture", G_CALLBACK (picture_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "sight", G_CALLBACK (sight_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "codes", G_CALLBACK (codes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_minimized (VouchCameraView *self)
{
  return self->surface != NULL && GDK_IS_TOPLEVEL (self->surface) &&
         (gdk_toplevel_get_state (GDK_TOPLEVEL (self->surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0;
}

/* It is open exactly as long as somebody can see what it sees. */
static void
update (VouchCameraView *self)
{
  gboolean is_seen = gtk_widget_get_mapped (GTK_WIDGET (self)) && !is_minimized (self);
  gboolean is_due = self->hub != NULL && self->is_wanted && !self->has_picture && is_seen;

  if (is_due && self->camera == NULL)
    open_camera (self);
  else if (!is_due)
    close_camera (self);
}

static void
stop_choosing (VouchCameraView *self)
{
  gboolean was_open = self->choices != NULL || self->has_picture;

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->has_picture = FALSE;
  if (was_open)
    show_choices (self);
  update (self);
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
  close_camera (VOUCH_CAMERA_VIEW (widget));
  update (VOUCH_CAMERA_VIEW (widget));
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
  g_signal_connect_object (self->surface, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
vouch_camera_view_unmap (GtkWidget *widget)
{
  VouchCameraView *self = VOUCH_CAMERA_VIEW (widget);

  if (self->surface != NULL)
    g_signal_handlers_disconnect_by_func (self->surface, update, self);
  g_clear_object (&self->surface);
  GTK_WIDGET_CLASS (vouch_camera_view_parent_class)->unmap (widget);
  update (self);
}

static void
vouch_camera_view_dispose (GObject *object)
{
  VouchCameraView *self = VOUCH_CAMERA_VIEW (object);

  if (self->camera != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->camera, self);
      vouch_camera_close (self->camera);
    }
  g_clear_object (&self->camera);
  g_clear_object (&self->surface);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
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
}

/**
 * vouch_camera_view_set_cameras:
 * @self: a view
 * @hub: (nullable): the station's cameras, which outlive the view or are taken away by %NULL
 */
void
vouch_camera_view_set_cameras (VouchCameraView *self, VouchCameraHub *hub)
{
  g_return_if_fail (VOUCH_IS_CAMERA_VIEW (self));

  self->hub = hub;
  update (self);
}

static void
setting_changed_cb (VouchCameraView *self)
{
  close_camera (self);
  update (self);
}

/**
 * vouch_camera_view_set_settings:
 * @self: a view
 * @settings: (nullable): the station's own; which camera it is, and whether it is a mirror
 */
void
vouch_camera_view_set_settings (VouchCameraView *self, GSettings *settings)
{
  g_return_if_fail (VOUCH_IS_CAMERA_VIEW (self));

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::camera-device", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::camera-mirror", G_CALLBACK (setting_changed_cb), self,
                           G_CONNECT_SWAPPED);
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
  if (!is_wanted && self->choices != NULL && self->origin == VOUCH_SCAN_CAMERA)
    stop_choosing (self);
  update (self);
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
  update (self);
  gtk_label_set_label (self->waiting, _ ("The picture is being read…"));
  gtk_label_set_label (self->seen, "");
  show_part (self, "waiting");
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * vouch_camera_view_show_picture:
 * @self: a view
 * @red_green_blue: the pixels of a still picture
 * @width: in pixels
 * @height: in pixels
 * @places: (element-type VouchSymbol): where codes lie in it
 * @symbols: (element-type VouchSymbol): the codes that were found, several
 *
 * Asks which of a picture's codes is meant.
 */
void
vouch_camera_view_show_picture (VouchCameraView *self, GBytes *red_green_blue, guint width, guint height,
                                GPtrArray *places, GPtrArray *symbols)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (VouchSightMark));

  g_return_if_fail (VOUCH_IS_CAMERA_VIEW (self));

  self->has_picture = TRUE;
  update (self);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  begin_choosing (self, VOUCH_SCAN_PICTURE);
  for (guint i = 0; i < symbols->len; i++)
    add_choice (self, g_ptr_array_index (symbols, i));
  g_ptr_array_sort (self->choices, compare_places);
  append_marks (self, marks, places);
  vouch_sight_area_set_mirrored (self->area, FALSE);
  vouch_sight_area_set_pixels (self->area, red_green_blue, width, height);
  vouch_sight_area_set_marks (self->area, (const VouchSightMark *)(gpointer)marks->data, marks->len, width, height);
  gtk_label_set_label (self->seen, "");
  show_part (self, "picture");
  show_choices (self);
}

/**
 * vouch_camera_view_is_choosing:
 * @self: a view
 *
 * Returns: whether it asks which of several codes is meant
 */
gboolean
vouch_camera_view_is_choosing (VouchCameraView *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA_VIEW (self), FALSE);

  return self->choices != NULL;
}

/**
 * vouch_camera_view_choose:
 * @self: a view
 * @number: of a code, from 1
 *
 * Returns: whether it asks and has that code, which is taken
 */
gboolean
vouch_camera_view_choose (VouchCameraView *self, guint number)
{
  g_autoptr (GPtrArray) choices = NULL;

  g_return_val_if_fail (VOUCH_IS_CAMERA_VIEW (self), FALSE);

  if (self->choices == NULL || number < 1 || number > self->choices->len)
    return FALSE;
  choices = g_ptr_array_ref (self->choices);
  stop_choosing (self);
  take_one (self, g_ptr_array_index (choices, number - 1), self->origin);
  return TRUE;
}

/**
 * vouch_camera_view_choose_all:
 * @self: a view
 *
 * Returns: whether it asks and the codes may be those of one label, as which they are taken
 */
gboolean
vouch_camera_view_choose_all (VouchCameraView *self)
{
  g_autoptr (GPtrArray) choices = NULL;
  gboolean match = FALSE;

  g_return_val_if_fail (VOUCH_IS_CAMERA_VIEW (self), FALSE);

  if (self->choices != NULL)
    g_signal_emit (self, signals[MATCH], 0, self->choices, &match);
  if (!match)
    return FALSE;
  choices = g_ptr_array_ref (self->choices);
  stop_choosing (self);
  g_signal_emit (self, signals[TAKEN], 0, choices, (guint)self->origin);
  return TRUE;
}

/**
 * vouch_camera_view_dismiss:
 * @self: a view
 *
 * None of the codes is meant, or what they were for is over; a still picture goes.
 */
void
vouch_camera_view_dismiss (VouchCameraView *self)
{
  g_return_if_fail (VOUCH_IS_CAMERA_VIEW (self));

  stop_choosing (self);
}
