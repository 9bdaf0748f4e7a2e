#pragma once

#include "vouch-look.h"

G_BEGIN_DECLS

/* How a window looks, apart from its size. */
typedef struct
{
  double scale; /* of the text */
  gboolean is_gloved;
  gboolean is_dark;
  gboolean has_contrast;
} Look;

/* A window that wears one look after the other, and is laid out in any size, whatever the display has. */
typedef struct
{
  GtkWindow *window; /* lent */
  GSettings *settings;
  VouchLook *look;
  GtkCssProvider *dark;
} LookWindow;

void look_window_open (LookWindow *self, GtkWindow *window);
void look_window_close (LookWindow *self);
void look_window_wear (LookWindow *self, const Look *look);
gboolean look_window_lay_out (LookWindow *self, int width, int height);
void look_window_wait_for_frame (GtkWidget *window);

G_END_DECLS
