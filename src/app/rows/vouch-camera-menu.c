#include "vouch-camera-menu.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-camera-list.h"

struct _VouchCameraMenu
{
  AdwBin parent_instance;
  GtkMenuButton *button;
  GMenu *menu;
  GSettings *settings;
  char *key;
  gboolean is_looking;
};

G_DEFINE_FINAL_TYPE (VouchCameraMenu, vouch_camera_menu, ADW_TYPE_BIN)

static void
append (VouchCameraMenu *self, const char *label, const char *source)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "cameras.choose", "s", source);
  g_menu_append_item (self->menu, item);
}

static void
show_cameras (VouchCameraMenu *self, const GPtrArray *cameras)
{
  g_menu_remove_all (self->menu);
  append (self, _ ("The first camera"), "");
  for (guint i = 0; i < cameras->len; i++)
    {
      const VouchCameraDevice *camera = g_ptr_array_index (cameras, i);
      g_autofree char *label = g_strdup_printf ("%s (%s)", camera->name, camera->source);

      append (self, label, camera->source);
    }
  /* Without an action it cannot be chosen. */
  if (cameras->len == 0)
    g_menu_append (self->menu, _ ("No camera is plugged in"), "cameras.none");
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, vouch_camera_list (), (GDestroyNotify)g_ptr_array_unref);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchCameraMenu *self = VOUCH_CAMERA_MENU (source);
  g_autoptr (GPtrArray) cameras = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_looking = FALSE;
  if (self->menu != NULL)
    show_cameras (self, cameras);
}

/* The system may take seconds to answer. */
static void
opened_cb (VouchCameraMenu *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->is_looking)
    return;
  self->is_looking = TRUE;
  task = g_task_new (self, NULL, looked_cb, NULL);
  g_task_run_in_thread (task, look);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchCameraMenu *self = VOUCH_CAMERA_MENU (widget);

  g_settings_set_string (self->settings, self->key, g_variant_get_string (parameter, NULL));
}

static void
vouch_camera_menu_dispose (GObject *object)
{
  VouchCameraMenu *self = VOUCH_CAMERA_MENU (object);

  g_clear_object (&self->menu);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vouch_camera_menu_parent_class)->dispose (object);
}

static void
vouch_camera_menu_finalize (GObject *object)
{
  g_free (VOUCH_CAMERA_MENU (object)->key);
  G_OBJECT_CLASS (vouch_camera_menu_parent_class)->finalize (object);
}

static void
vouch_camera_menu_class_init (VouchCameraMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_camera_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_camera_menu_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "cameras.choose", "s", choose_action);
}

static void
vouch_camera_menu_init (VouchCameraMenu *self)
{
  self->menu = g_menu_new ();
  append (self, _ ("The first camera"), "");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "camera-web-symbolic");
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (self->menu));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose a camera"));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  vouch_accessible_name_set (GTK_WIDGET (self->button), _ ("Choose a camera"));
  g_signal_connect_object (gtk_menu_button_get_popover (self->button), "map", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * vouch_camera_menu_new:
 * @settings: the station's settings
 * @key: the text that says where pictures come from
 *
 * Returns: (transfer floating): its cameras
 */
GtkWidget *
vouch_camera_menu_new (GSettings *settings, const char *key)
{
  VouchCameraMenu *self = g_object_new (VOUCH_TYPE_CAMERA_MENU, NULL);

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}
