#include "vouch-lot-detail.h"

#include <glib/gi18n-lib.h>

#include "vouch-fact-layout.h"
#include "vouch-fact.h"
#include "vouch-ledger-group.h"
#include "vouch-lot-rows.h"
#include "vouch-lot-series.h"
#include "vouch-reading-chart.h"
#include "vouch-sample-strip.h"
#include "vouch-sample-words.h"
#include "vouch-shape.h"
#include "vouch-words.h"
#include "vouch-wrap-layout.h"

struct _VouchLotDetail
{
  AdwBin parent_instance;
  GtkLabel *product;
  VouchShape *shape;
  GtkLabel *status;
  VouchFact *lot;
  VouchFact *supplier;
  VouchFact *supplier_lot;
  VouchFact *produced;
  VouchFact *expiry;
  VouchFact *received;
  VouchFact *accepted;
  VouchFact *rejected;
  VouchFact *held;
  VouchFact *hold;
  GtkLabel *verdict;
  GtkLabel *why;
  VouchSampleStrip *strip;
  VouchLedgerGroup *ledgers;
  AdwPreferencesGroup *certificates;
  GtkWidget *add_certificate;
  AdwPreferencesGroup *tickets;
  AdwPreferencesGroup *readings;
  AdwPreferencesGroup *measurements;
  AdwPreferencesGroup *events;
  GPtrArray *rows; /* of the groups, lent: an AdwPreferencesGroup cannot be emptied at once */
  VouchLotFile *file;
};

G_DEFINE_FINAL_TYPE (VouchLotDetail, vouch_lot_detail, ADW_TYPE_BIN)

static void
show_date (VouchFact *fact, VouchDate date)
{
  g_autofree char *text = date != VOUCH_DATE_NONE ? vouch_date_to_string (date) : NULL;

  vouch_fact_set_value (fact, text);
}

static void
show_quantity (VouchFact *fact, gint64 quantity, const char *unit, gboolean always)
{
  g_autofree char *text = quantity != 0 || always ? vouch_words_dup_quantity (quantity, unit) : NULL;

  vouch_fact_set_value (fact, text);
}

static void
show_lot (VouchLotDetail *self, const VouchLotFile *file)
{
  const VouchLot *lot = file->lot;

  gtk_label_set_label (self->product, vouch_words_choose (file->product->name_en, file->product->name_zh));
  vouch_shape_set_mark (self->shape, vouch_shape_of_status (lot->status));
  gtk_label_set_label (self->status, vouch_words_of_status (lot->status));
  vouch_fact_set_value (self->lot, lot->number);
  vouch_fact_set_value (self->supplier, vouch_words_choose (file->supplier->name_en, file->supplier->name_zh));
  vouch_fact_set_value (self->supplier_lot, lot->supplier_lot);
  show_date (self->produced, lot->produced);
  show_date (self->expiry, lot->expiry);
  show_quantity (self->received, lot->received, lot->unit, TRUE);
  show_quantity (self->accepted, lot->accepted, lot->unit, FALSE);
  show_quantity (self->rejected, lot->rejected, lot->unit, FALSE);
  show_quantity (self->held, lot->held, lot->unit, FALSE);
  vouch_fact_set_value (self->hold, lot->held > 0 ? vouch_words_of_hold (lot) : NULL);
}

static char *
dup_verdict (const VouchLotFile *file)
{
  g_autofree char *plans = NULL;

  if (file->skipped != NULL)
    return g_strdup (_ ("Not inspected, by the skip-lot plan"));
  if (file->inspection == NULL)
    return g_strdup (_ ("Not inspected"));
  plans = vouch_words_dup_standing (file);
  /* Translators: the computed verdict, then how the lot stands by each class of defects. */
  return g_strdup_printf (_ ("%s — %s"), vouch_words_of_verdict (vouch_lot_file_get_verdict (file)), plans);
}

static void
show_inspection (VouchLotDetail *self, const VouchLotFile *file)
{
  g_autofree char *verdict = dup_verdict (file);
  g_autofree char *why = file->inspection != NULL ? vouch_words_dup_why (file) : g_strdup ("");

  gtk_label_set_label (self->verdict, verdict);
  gtk_label_set_label (self->why, why);
  vouch_sample_strip_set_tally (self->strip, file->tally,
                                file->inspection != NULL ? (guint)file->inspection->sample_size : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), file->inspection != NULL);
}

static void
clear_group (VouchLotDetail *self, AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i-- > 0;)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (!gtk_widget_is_ancestor (row, GTK_WIDGET (group)))
        continue;
      g_ptr_array_remove_index (self->rows, i);
      adw_preferences_group_remove (group, row);
    }
}

static void
fill_group (VouchLotDetail *self, AdwPreferencesGroup *group, GPtrArray *rows)
{
  clear_group (self, group);
  for (guint i = 0; i < rows->len; i++)
    {
      adw_preferences_group_add (group, g_ptr_array_index (rows, i));
      g_ptr_array_add (self->rows, g_ptr_array_index (rows, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (group), rows->len > 0);
}

/* Those of the chosen unit, or all that fail. */
static void
show_readings (VouchLotDetail *self)
{
  guint position = vouch_sample_strip_get_selected (self->strip);
  g_autoptr (GPtrArray) rows = vouch_lot_rows_of_readings (self->file, position);
  g_autofree char *title =
      position > 0 ? g_strdup_printf (_ ("Readings of unit %u"), position) : g_strdup (_ ("Failed readings"));

  adw_preferences_group_set_title (self->readings, title);
  fill_group (self, self->readings, rows);
}

/* A chart for each characteristic that was measured more than once. */
static void
show_measurements (VouchLotDetail *self, const VouchLotFile *file)
{
  g_autoptr (GPtrArray) list = vouch_lot_file_list_series (file);
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      const VouchReadingSeries *series = g_ptr_array_index (list, i);
      GtkWidget *chart;

      if (series->values->len < VOUCH_READING_SERIES_LEAST)
        continue;
      chart = g_object_new (VOUCH_TYPE_READING_CHART, "margin-top", 6, "margin-bottom", 12, NULL);
      vouch_reading_chart_set_series (VOUCH_READING_CHART (chart), series);
      g_ptr_array_add (charts, chart);
    }
  fill_group (self, self->measurements, charts);
}

/* An empty list is in sight of whoever can put something into it. */
static void
show_certificates (VouchLotDetail *self)
{
  g_autoptr (GPtrArray) rows = vouch_lot_rows_of_certificates (self->file);

  fill_group (self, self->certificates, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->certificates),
                          rows->len > 0 || gtk_widget_get_visible (self->add_certificate));
}

static void
selected_cb (VouchLotDetail *self)
{
  show_readings (self);
}

static void
vouch_lot_detail_dispose (GObject *object)
{
  VouchLotDetail *self = VOUCH_LOT_DETAIL (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_LOT_DETAIL);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->file, vouch_lot_file_free);
  G_OBJECT_CLASS (vouch_lot_detail_parent_class)->dispose (object);
}

static void
vouch_lot_detail_class_init (VouchLotDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_lot_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-lot-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, product);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, shape);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, status);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, lot);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, supplier);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, supplier_lot);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, produced);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, expiry);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, received);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, accepted);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, rejected);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, held);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, hold);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, verdict);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, why);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, strip);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, ledgers);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, certificates);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, add_certificate);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, tickets);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, readings);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, measurements);
  gtk_widget_class_bind_template_child (widget_class, VouchLotDetail, events);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
vouch_lot_detail_init (VouchLotDetail *self)
{
  g_type_ensure (VOUCH_TYPE_FACT);
  g_type_ensure (VOUCH_TYPE_FACT_LAYOUT);
  g_type_ensure (VOUCH_TYPE_LEDGER_GROUP);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  g_type_ensure (VOUCH_TYPE_SHAPE);
  g_type_ensure (VOUCH_TYPE_SAMPLE_STRIP);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_lot_detail_swap_file:
 * @self: a lot's details
 * @file: (transfer full): what to show
 *
 * Returns: (transfer full) (nullable): what was shown before
 */
VouchLotFile *
vouch_lot_detail_swap_file (VouchLotDetail *self, VouchLotFile *file)
{
  g_autoptr (GPtrArray) tickets = NULL;
  g_autoptr (GPtrArray) events = NULL;
  VouchLotFile *before;

  g_return_val_if_fail (VOUCH_IS_LOT_DETAIL (self), NULL);
  g_return_val_if_fail (file != NULL, NULL);

  before = self->file;
  self->file = file;
  show_lot (self, file);
  show_inspection (self, file);
  show_readings (self);
  show_measurements (self, file);
  show_certificates (self);
  tickets = vouch_lot_rows_of_tickets (file);
  fill_group (self, self->tickets, tickets);
  events = vouch_lot_rows_of_events (file);
  fill_group (self, self->events, events);
  return before;
}

/**
 * vouch_lot_detail_set_may_attach:
 * @self: a lot's details
 * @may_attach: whether certificates can be added, by the action `lot.add-certificate`
 */
void
vouch_lot_detail_set_may_attach (VouchLotDetail *self, gboolean may_attach)
{
  g_return_if_fail (VOUCH_IS_LOT_DETAIL (self));

  gtk_widget_set_visible (self->add_certificate, may_attach);
  if (self->file != NULL)
    show_certificates (self);
}

/**
 * vouch_lot_detail_read_ledgers:
 * @self: a lot's details
 * @desk: where to read
 *
 * Shows how strictly lots of the same product and supplier are inspected, and what led to it.
 */
void
vouch_lot_detail_read_ledgers (VouchLotDetail *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_LOT_DETAIL (self));
  g_return_if_fail (self->file != NULL);

  vouch_ledger_group_read (self->ledgers, desk, self->file->lot->id);
}

/**
 * vouch_lot_detail_get_file:
 * @self: a lot's details
 *
 * Returns: (transfer none) (nullable): what is shown
 */
const VouchLotFile *
vouch_lot_detail_get_file (VouchLotDetail *self)
{
  g_return_val_if_fail (VOUCH_IS_LOT_DETAIL (self), NULL);

  return self->file;
}
