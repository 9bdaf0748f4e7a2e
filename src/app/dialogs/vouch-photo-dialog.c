#include "vouch-photo-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-attachment-file.h"
#include "vouch-moment.h"
#include "vouch-spinner.h"

/* So long at most is a photograph drawn; a screen has no more. */
#define LONGEST 1600

struct _VouchPhotoDialog
{
  AdwWindow parent_instance;
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkPicture *picture;
  AdwStatusPage *refusal;
  GtkLabel *caption;
  VouchDesk *desk;     /* lent */
  GPtrArray *photos;   /* VouchAttachment */
  GPtrArray *captions; /* char * */
  guint position;      /* of the photo that is shown or being read */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (VouchPhotoDialog, vouch_photo_dialog, ADW_TYPE_WINDOW)

/* A photograph to be drawn, on the reading thread. */
typedef struct
{
  VouchStation *station;
  VouchAttachment *attachment;
} Order;

static void
order_free (gpointer data)
{
  vouch_attachment_free (((Order *)data)->attachment);
  g_free (data);
}

static void
photo_free (gpointer data)
{
  vouch_decoder_photo_clear (data);
  g_free (data);
}

static gpointer
draw_photo (VouchConn *conn, gpointer data, GError **error)
{
  Order *order = data;
  VouchDecoderPhoto *photo = g_new0 (VouchDecoderPhoto, 1);

  if (vouch_attachment_file_read_pixels (order->station, order->attachment, LONGEST, photo, error))
    return photo;
  photo_free (photo);
  return NULL;
}

static void
show_photo (VouchPhotoDialog *self, const VouchDecoderPhoto *photo)
{
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new ((int)photo->width, (int)photo->height, GDK_MEMORY_R8G8B8,
                                                           photo->bytes, (gsize)photo->width * 3);

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (self->picture, g_ptr_array_index (self->captions, self->position));
  gtk_stack_set_visible_child_name (self->stack, "photo");
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPhotoDialog) self = data;
  g_autoptr (GError) error = NULL;
  VouchDecoderPhoto *photo = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (photo != NULL && self->picture != NULL)
    show_photo (self, photo);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->picture != NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->refusal, text);
      gtk_stack_set_visible_child_name (self->stack, "refused");
    }
  g_clear_pointer (&photo, photo_free);
}

/* Whoever steps on does not wait for the photo before. */
static void
read_photo (VouchPhotoDialog *self)
{
  g_autofree char *title = g_strdup_printf (_ ("Photo %u of %u"), self->position + 1, self->photos->len);
  Order *order = g_new0 (Order, 1);

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  adw_window_title_set_title (self->title, title);
  gtk_label_set_label (self->caption, g_ptr_array_index (self->captions, self->position));
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.previous", self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "photo.next", self->position + 1 < self->photos->len);
  order->station = vouch_desk_get_station (self->desk);
  order->attachment = vouch_record_copy (&vouch_attachment_type, g_ptr_array_index (self->photos, self->position));
  vouch_desk_read_async (self->desk, draw_photo, order, order_free, photo_free, self->cancellable, drawn_cb,
                         g_object_ref (self));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchPhotoDialog *self = VOUCH_PHOTO_DIALOG (widget);

  self->position++;
  read_photo (self);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchPhotoDialog *self = VOUCH_PHOTO_DIALOG (widget);

  self->position--;
  read_photo (self);
}

static void
vouch_photo_dialog_dispose (GObject *object)
{
  VouchPhotoDialog *self = VOUCH_PHOTO_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PHOTO_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->photos, g_ptr_array_unref);
  g_clear_pointer (&self->captions, g_ptr_array_unref);
  G_OBJECT_CLASS (vouch_photo_dialog_parent_class)->dispose (object);
}

static void
vouch_photo_dialog_class_init (VouchPhotoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_photo_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "photo.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "photo.previous", NULL, previous_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "photo.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "photo.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (VOUCH_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-photo-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPhotoDialog, title);
  gtk_widget_class_bind_template_child (widget_class, VouchPhotoDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchPhotoDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, VouchPhotoDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, VouchPhotoDialog, caption);
}

static void
vouch_photo_dialog_init (VouchPhotoDialog *self)
{
  self->photos = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_attachment_free);
  self->captions = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
}

static void
add_photo (VouchPhotoDialog *self, const VouchLotFile *file, const VouchAttachment *attachment)
{
  g_autofree char *at = vouch_moment_dup (attachment->taken_at);
  const char *by = vouch_lot_file_get_user_name (file, attachment->taken_by);

  g_ptr_array_add (self->photos, vouch_record_copy (&vouch_attachment_type, attachment));
  g_ptr_array_add (self->captions, attachment->name != NULL ? g_strdup_printf ("%s · %s · %s", attachment->name, by, at)
                                                            : g_strdup_printf ("%s · %s", by, at));
}

/**
 * vouch_photo_dialog_new:
 * @parent: (nullable): the window it stands over
 * @desk: where photos are read; outlives the dialog
 * @file: a lot with at least one photo
 *
 * Returns: (transfer none): a window that shows the lot's photos, the first one first
 */
VouchPhotoDialog *
vouch_photo_dialog_new (GtkWindow *parent, VouchDesk *desk, const VouchLotFile *file)
{
  VouchPhotoDialog *self;

  g_return_val_if_fail (file->attachments->len > 0, NULL);

  self = g_object_new (VOUCH_TYPE_PHOTO_DIALOG, "transient-for", parent, NULL);
  self->desk = desk;
  adw_window_title_set_subtitle (self->title, file->lot->number);
  for (guint i = 0; i < file->attachments->len; i++)
    add_photo (self, file, g_ptr_array_index (file->attachments, i));
  read_photo (self);
  return self;
}
