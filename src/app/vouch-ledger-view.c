#include "vouch-ledger-view.h"

#include "vouch-ledger-strip.h"

struct _VouchLedgerView
{
  AdwBin parent_instance;
  GtkLabel *terms;
  GtkLabel *headline;
  GtkLabel *reason;
  GtkLabel *progress;
  GtkLabel *broken;
  GtkScrolledWindow *scroller;
  VouchLedgerStrip *strip;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (VouchLedgerView, vouch_ledger_view, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Also when the window grows: what was chosen stays in view, the newest entry at first. */
static void
keep_in_view (VouchLedgerView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  double start, end;

  vouch_ledger_strip_get_span (self->strip, vouch_ledger_strip_get_selected (self->strip), &start, &end);
  gtk_adjustment_clamp_page (adjustment, start, end);
}

static void
selected_cb (VouchLedgerView *self)
{
  const VouchQualityCell *cell =
      vouch_ledger_strip_get_cell (self->strip, vouch_ledger_strip_get_selected (self->strip));

  show_text (self->sentence, cell != NULL ? cell->sentence : NULL);
  keep_in_view (self);
}

static void
vouch_ledger_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LEDGER_VIEW);
  G_OBJECT_CLASS (vouch_ledger_view_parent_class)->dispose (object);
}

static void
vouch_ledger_view_class_init (VouchLedgerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_ledger_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-ledger-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerView, terms);
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerView, headline);
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerView, reason);
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerView, progress);
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerView, broken);
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerView, scroller);
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerView, strip);
  gtk_widget_class_bind_template_child (widget_class, VouchLedgerView, sentence);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
vouch_ledger_view_init (VouchLedgerView *self)
{
  g_type_ensure (VOUCH_TYPE_LEDGER_STRIP);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed", G_CALLBACK (keep_in_view),
                           self, G_CONNECT_SWAPPED);
}

/**
 * vouch_ledger_view_new:
 *
 * Returns: (transfer floating): a view without a quality level
 */
GtkWidget *
vouch_ledger_view_new (void)
{
  return g_object_new (VOUCH_TYPE_LEDGER_VIEW, NULL);
}

/**
 * vouch_ledger_view_show:
 * @self: a view
 * @strip: a quality level with its ledger
 */
void
vouch_ledger_view_show (VouchLedgerView *self, const VouchQualityStrip *strip)
{
  const VouchQualityView *view;
  g_autofree char *progress = NULL;

  g_return_if_fail (VOUCH_IS_LEDGER_VIEW (self));
  g_return_if_fail (strip != NULL);

  view = strip->view;
  progress = *view->score != '\0' ? g_strdup_printf ("%s · %s", view->score, view->next) : g_strdup (view->next);
  gtk_label_set_label (self->terms, view->terms);
  gtk_label_set_label (self->headline, view->headline);
  show_text (self->reason, view->reason);
  show_text (self->progress, progress);
  show_text (self->broken, view->broken);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), strip->cells->len > 0);
  vouch_ledger_strip_set_cells (self->strip, strip->cells);
  selected_cb (self);
}
