#include "vouch-photo-strip.h"

#include <glib/gi18n-lib.h>

#define SIDE 96

struct _VouchPhotoStrip
{
  AdwBin parent_instance;
  GtkBox *row;
};

G_DEFINE_FINAL_TYPE (VouchPhotoStrip, vouch_photo_strip, ADW_TYPE_BIN)

static void
vouch_photo_strip_class_init (VouchPhotoStripClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "photostrip");
}

static void
vouch_photo_strip_init (VouchPhotoStrip *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->row));
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
dup_name (const VouchDeskPhoto *photo)
{
  if (photo->name != NULL)
    return g_strdup (photo->name);
  return g_strdup (photo->is_pending ? _ ("Photo for this check") : _ ("Photo"));
}

static GtkWidget *
make_picture (const VouchDeskPhoto *photo)
{
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new ((int)photo->width, (int)photo->height, GDK_MEMORY_R8G8B8,
                                                           photo->pixels, (gsize)photo->width * 3);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  g_autofree char *name = dup_name (photo);

  gtk_widget_set_size_request (picture, SIDE, SIDE);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), name);
  gtk_widget_set_tooltip_text (picture, name);
  gtk_widget_add_css_class (picture, photo->is_pending ? "pending" : "kept");
  return picture;
}

/**
 * vouch_photo_strip_set_photos:
 * @self: a strip
 * @photos: (element-type VouchDeskPhoto): what to show
 */
void
vouch_photo_strip_set_photos (VouchPhotoStrip *self, const GPtrArray *photos)
{
  GtkWidget *child;

  g_return_if_fail (VOUCH_IS_PHOTO_STRIP (self));
  g_return_if_fail (photos != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->row))) != NULL)
    gtk_box_remove (self->row, child);
  for (guint i = 0; i < photos->len; i++)
    gtk_box_append (self->row, make_picture (g_ptr_array_index (photos, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), photos->len > 0);
}
