#include "vouch-compare-dialog.h"

#include <glib/gi18n-lib.h>

#include "vouch-lot-comparison.h"
#include "vouch-moment.h"
#include "vouch-words.h"

struct _VouchCompareDialog
{
  AdwWindow parent_instance;
  GtkGrid *grid;
  GtkLabel *message;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (VouchCompareDialog, vouch_compare_dialog, ADW_TYPE_WINDOW)

/* One fact of a lot, as text; NULL where there is nothing to say. */
typedef char *(*DupFact) (const VouchComparedLot *lot);

static char *
dup_number (const VouchComparedLot *lot)
{
  return g_strdup (lot->number);
}

static char *
dup_supplier_lot (const VouchComparedLot *lot)
{
  return g_strdup (lot->supplier_lot);
}

static char *
dup_arrival (const VouchComparedLot *lot)
{
  return vouch_moment_dup (lot->arrived_at);
}

static char *
dup_received (const VouchComparedLot *lot)
{
  return vouch_words_dup_quantity (lot->received, lot->unit);
}

static char *
dup_plan (const VouchComparedLot *lot)
{
  if (lot->sample_size == 0)
    return NULL;
  /* Translators: a sampling plan: sample size, acceptance and rejection number */
  return g_strdup_printf (_ ("n = %d, Ac %d, Re %d"), (int)lot->sample_size, (int)lot->ac, (int)lot->re);
}

static char *
dup_found (const VouchComparedLot *lot)
{
  if (lot->verdict == VOUCH_VERDICT_OPEN)
    return NULL;
  /* Translators: how many units were found nonconforming, of how many that were inspected */
  return g_strdup_printf (_ ("%d of %d"), (int)lot->nonconforming, (int)lot->inspected);
}

static char *
dup_verdict (const VouchComparedLot *lot)
{
  return g_strdup (lot->sample_size > 0 ? vouch_words_of_verdict (lot->verdict) : _ ("Not inspected"));
}

static char *
dup_status (const VouchComparedLot *lot)
{
  return g_strdup (vouch_words_of_status (lot->status));
}

static char *
dup_complaints (const VouchComparedLot *lot)
{
  return g_strdup_printf ("%d", (int)lot->complaints);
}

static const struct
{
  const char *caption; /* msgid */
  DupFact dup;
} facts[] = {
  { N_ ("Lot"), dup_number },
  { N_ ("Supplier’s lot"), dup_supplier_lot },
  { N_ ("Arrived"), dup_arrival },
  { N_ ("Received"), dup_received },
  { N_ ("Plan"), dup_plan },
  { N_ ("Nonconforming"), dup_found },
  { N_ ("Verdict"), dup_verdict },
  { N_ ("Status"), dup_status },
  { N_ ("Complaints"), dup_complaints },
};

static GtkWidget *
make_cell (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text != NULL && *text != '\0' ? text : "–");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_lot (VouchCompareDialog *self, const VouchComparedLot *lot, int column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = facts[i].dup (lot);

      gtk_grid_attach (self->grid, make_cell (text, column == 1 ? "heading" : "body"), column, (int)i + 1, 1, 1);
    }
}

static void
show_lots (VouchCompareDialog *self, const GPtrArray *lots)
{
  gtk_grid_attach (self->grid, make_cell (_ ("This lot"), "caption"), 1, 0, 1, 1);
  if (lots->len > 1)
    gtk_grid_attach (self->grid, make_cell (_ ("Earlier lots, the latest first"), "caption"), 2, 0, (int)lots->len - 1,
                     1);
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    gtk_grid_attach (self->grid, make_cell (_ (facts[i].caption), "caption"), 0, (int)i + 1, 1, 1);
  for (guint i = 0; i < lots->len; i++)
    add_lot (self, g_ptr_array_index (lots, i), (int)i + 1);
  gtk_label_set_label (self->message,
                       lots->len > 1 ? "" : _ ("No earlier lot of this supplier and product has been inspected."));
  gtk_widget_set_visible (GTK_WIDGET (self->message), lots->len <= 1);
}

static gpointer
read_lots (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_comparison_list (conn, *(gint64 *)data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchCompareDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lots = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (lots != NULL)
    show_lots (self, lots);
  else
    gtk_label_set_label (self->message, error->message);
}

static void
vouch_compare_dialog_dispose (GObject *object)
{
  VouchCompareDialog *self = VOUCH_COMPARE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_COMPARE_DIALOG);
  G_OBJECT_CLASS (vouch_compare_dialog_parent_class)->dispose (object);
}

static void
vouch_compare_dialog_finalize (GObject *object)
{
  g_object_unref (VOUCH_COMPARE_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (vouch_compare_dialog_parent_class)->finalize (object);
}

static void
vouch_compare_dialog_class_init (VouchCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_compare_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_compare_dialog_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchCompareDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, VouchCompareDialog, message);
}

static void
vouch_compare_dialog_init (VouchCompareDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_compare_dialog_new:
 * @parent: (nullable): the window it stands over
 * @desk: where lots are read
 * @lot_id: a lot
 *
 * Returns: (transfer none): a window that shows the lot beside earlier ones of the same product and supplier
 */
VouchCompareDialog *
vouch_compare_dialog_new (GtkWindow *parent, VouchDesk *desk, gint64 lot_id)
{
  VouchCompareDialog *self = g_object_new (VOUCH_TYPE_COMPARE_DIALOG, "transient-for", parent, NULL);

  vouch_desk_read_async (desk, read_lots, g_memdup2 (&lot_id, sizeof lot_id), g_free, (GDestroyNotify)g_ptr_array_unref,
                         self->cancellable, read_cb, g_object_ref (self));
  return self;
}
