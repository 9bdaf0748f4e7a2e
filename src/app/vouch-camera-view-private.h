#pragma once

#include "vouch-camera-view.h"
#include "vouch-code-choice.h"
#include "vouch-code-chooser.h"
#include "vouch-sight-area.h"

G_BEGIN_DECLS

/* What both parts of the view's code share: what is seen (vouch-camera-view.c), and which of several codes is meant
 * (vouch-camera-view-choice.c). */
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

  VouchCameraSession *session;
  GdkSurface *surface; /* (nullable): of the window, while it is shown */
  gboolean is_wanted;
  gboolean has_picture;    /* a still picture is read, or asked about */
  VouchCodeChoice *choice; /* (nullable): nothing is asked */
};

void vouch_camera_view_show_part (VouchCameraView *self, const char *name);
void vouch_camera_view_show_sight (VouchCameraView *self);
void vouch_camera_view_mark (VouchCameraView *self, GPtrArray *symbols, GPtrArray *more, guint width, guint height);
void vouch_camera_view_update (VouchCameraView *self);
void vouch_camera_view_take_codes (VouchCameraView *self, GPtrArray *codes, VouchFrame *frame);
void vouch_camera_view_stop_choosing (VouchCameraView *self);

G_END_DECLS
