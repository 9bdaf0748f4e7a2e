#include "vouch-tile.h"

struct _VouchTile
{
  GtkFlowBoxChild parent_instance;
  GBindingGroup *content;
};

G_DEFINE_FINAL_TYPE (VouchTile, vouch_tile, GTK_TYPE_FLOW_BOX_CHILD)

static gboolean
vouch_tile_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *content = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (widget));

  return content != NULL && gtk_widget_child_focus (content, direction);
}

static void
child_changed_cb (VouchTile *self)
{
  g_binding_group_set_source (self->content, gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (self)));
}

static void
vouch_tile_dispose (GObject *object)
{
  VouchTile *self = VOUCH_TILE (object);

  g_signal_handlers_disconnect_by_func (self, child_changed_cb, NULL);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (vouch_tile_parent_class)->dispose (object);
}

static void
vouch_tile_class_init (VouchTileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_tile_dispose;
  GTK_WIDGET_CLASS (klass)->focus = vouch_tile_focus;
}

static void
vouch_tile_init (VouchTile *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  /* The box goes on past a tile that is insensitive, and stops before one whose content is. */
  self->content = g_binding_group_new ();
  g_binding_group_bind (self->content, "sensitive", self, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect (self, "notify::child", G_CALLBACK (child_changed_cb), NULL);
}

/**
 * vouch_tile_new:
 * @content: what lies in it
 *
 * Returns: (transfer floating): a tile
 */
GtkWidget *
vouch_tile_new (GtkWidget *content)
{
  return g_object_new (VOUCH_TYPE_TILE, "child", content, NULL);
}
