#include "vouch-lot-dialog.h"

#include "vouch-lot-detail.h"

struct _VouchLotDialog
{
  AdwWindow parent_instance;
  GtkStack *stack;
  VouchLotDetail *detail;
  GtkLabel *message;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (VouchLotDialog, vouch_lot_dialog, ADW_TYPE_WINDOW)

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchLotDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLotFile) file = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);
  g_autoptr (VouchLotFile) before = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (file == NULL)
    {
      gtk_label_set_label (self->message, error->message);
      return;
    }
  before = vouch_lot_detail_swap_file (self->detail, g_steal_pointer (&file));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->detail));
}

static void
vouch_lot_dialog_dispose (GObject *object)
{
  VouchLotDialog *self = VOUCH_LOT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LOT_DIALOG);
  G_OBJECT_CLASS (vouch_lot_dialog_parent_class)->dispose (object);
}

static void
vouch_lot_dialog_finalize (GObject *object)
{
  g_object_unref (VOUCH_LOT_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (vouch_lot_dialog_parent_class)->finalize (object);
}

static void
vouch_lot_dialog_class_init (VouchLotDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_lot_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_lot_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-lot-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchLotDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDialog, detail);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDialog, message);
}

static void
vouch_lot_dialog_init (VouchLotDialog *self)
{
  g_type_ensure (VOUCH_TYPE_LOT_DETAIL);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_lot_dialog_new:
 * @parent: (nullable): the window it stands over
 * @desk: where the lot is read
 * @lot_id: a lot
 *
 * Returns: (transfer none): a window that shows the lot
 */
VouchLotDialog *
vouch_lot_dialog_new (GtkWindow *parent, VouchDesk *desk, gint64 lot_id)
{
  VouchLotDialog *self = g_object_new (VOUCH_TYPE_LOT_DIALOG, "transient-for", parent, NULL);

  vouch_desk_read_async (desk, read_file, g_memdup2 (&lot_id, sizeof lot_id), g_free,
                         (GDestroyNotify)vouch_lot_file_free, self->cancellable, read_cb, g_object_ref (self));
  return self;
}
