#include "vouch-ledger-group.h"

#include "vouch-ledger-view.h"

struct _VouchLedgerGroup
{
  AdwBin parent_instance;
  GtkBox *views;
  GCancellable *cancellable; /* of what is being read; nullable */
};

G_DEFINE_FINAL_TYPE (VouchLedgerGroup, vouch_ledger_group, ADW_TYPE_BIN)

static void
show (VouchLedgerGroup *self, GPtrArray *strips)
{
  GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->views));

  for (guint i = 0; i < strips->len; i++)
    {
      if (view == NULL)
        {
          view = vouch_ledger_view_new ();
          gtk_box_append (self->views, view);
        }
      vouch_ledger_view_show (VOUCH_LEDGER_VIEW (view), g_ptr_array_index (strips, i));
      view = gtk_widget_get_next_sibling (view);
    }
  while (view != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (view);

      gtk_box_remove (self->views, view);
      view = next;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), strips->len > 0);
}

static gpointer
read_strips (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_quality_strip_list_of_lot (conn, *(gint64 *)data, error);
}

/* Another lot may be read meanwhile, and what could not be read is no history. */
static void
strips_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLedgerGroup) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) strips = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (strips != NULL)
    show (self, strips);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
vouch_ledger_group_dispose (GObject *object)
{
  VouchLedgerGroup *self = VOUCH_LEDGER_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LEDGER_GROUP);
  G_OBJECT_CLASS (vouch_ledger_group_parent_class)->dispose (object);
}

static void
vouch_ledger_group_class_init (VouchLedgerGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_ledger_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-ledger-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerGroup, views);
}

static void
vouch_ledger_group_init (VouchLedgerGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_ledger_group_read:
 * @self: a group
 * @desk: (nullable): where to read; %NULL leaves it empty
 * @lot_id: a lot
 *
 * Reads and shows the ledgers of the lot's product and supplier.
 */
void
vouch_ledger_group_read (VouchLedgerGroup *self, VouchDesk *desk, gint64 lot_id)
{
  g_return_if_fail (VOUCH_IS_LEDGER_GROUP (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (desk == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  self->cancellable = g_cancellable_new ();
  vouch_desk_read_async (desk, read_strips, g_memdup2 (&lot_id, sizeof lot_id), g_free,
                         (GDestroyNotify)g_ptr_array_unref, self->cancellable, strips_read_cb, g_object_ref (self));
}
