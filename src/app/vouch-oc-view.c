#include "vouch-oc-view.h"

#include <glib/gi18n-lib.h>

#include "vouch-chart-area.h"
#include "vouch-chart-layout.h"
#include "vouch-oc-drawing.h"
#include "vouch-oc-figure.h"

/* Of the chart, in sizes of the text: without the names below it, and what each of them takes. */
#define CHART_WIDTH 34
#define CHART_HEIGHT 22
#define NAME_HEIGHT 1.8
/* Of the table, in letters, beyond which a text is broken: what a figure is, and its values. */
#define LABEL_CHARS 30
#define VALUE_CHARS 20

struct _VouchOcView
{
  AdwBin parent_instance;
  GtkWidget *content;
  VouchChartArea *chart;
  GtkGrid *grid;
  GtkLabel *basis;
  GtkLabel *message;
  GCancellable *cancellable; /* of what is being computed; NULL while nothing is */
};

enum
{
  COMPUTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchOcView, vouch_oc_view, ADW_TYPE_BIN)

static void
draw_curves (gconstpointer data, const VouchChartStyle *style, cairo_t *cr, double width, double height)
{
  const GPtrArray *curves = data;

  vouch_oc_drawing_draw ((const VouchOcCurve *const *)curves->pdata, curves->len, style, cr, width, height);
}

/* Plans in, curves out; the thread shares neither. */
static void
compute_curves (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const GPtrArray *plans = data;
  g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_oc_curve_free);
  GError *error = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      VouchOcCurve *curve;

      if (g_task_return_error_if_cancelled (task))
        return;
      curve = vouch_oc_curve_compute (plans->pdata[i], &error);
      if (curve == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (curves, curve);
    }
  g_task_return_pointer (task, g_steal_pointer (&curves), (GDestroyNotify)g_ptr_array_unref);
}

static void
add_cell (VouchOcView *self, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? LABEL_CHARS : VALUE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
clear_figures (VouchOcView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

/* Row by row, as they are read aloud. */
static void
show_figures (VouchOcView *self, const GPtrArray *curves)
{
  clear_figures (self);
  for (guint i = 0; i < curves->len; i++)
    add_cell (self, ((const VouchOcCurve *)curves->pdata[i])->plan->name, (int)i + 1, 0, "heading");
  for (VouchOcFigure figure = 0; figure < VOUCH_N_OC_FIGURES; figure++)
    {
      add_cell (self, vouch_oc_figure_get_label (figure), 0, (int)figure + 1, "body");
      for (guint i = 0; i < curves->len; i++)
        {
          g_autofree char *value = vouch_oc_figure_dup_value (figure, curves->pdata[i]);

          add_cell (self, value, (int)i + 1, (int)figure + 1, "heading");
        }
    }
}

/* Of every curve; said once where it is the same for all. */
static void
show_basis (VouchOcView *self, const GPtrArray *curves)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < curves->len; i++)
    {
      g_autofree char *basis = vouch_oc_figure_dup_basis (curves->pdata[i]);

      if (!g_ptr_array_find_with_equal_func (lines, basis, g_str_equal, NULL))
        g_ptr_array_add (lines, g_steal_pointer (&basis));
    }
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **)lines->pdata);
  gtk_label_set_label (self->basis, text);
}

static void
describe (VouchOcView *self, const GPtrArray *curves)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < curves->len; i++)
    {
      g_autofree char *summary = vouch_oc_curve_dup_summary (curves->pdata[i]);

      g_string_append_printf (text, i > 0 ? "\n%s" : "%s", summary);
    }
  vouch_chart_area_describe (self->chart, _ ("Operating characteristic"), text->str);
}

static void
show_curves (VouchOcView *self, GPtrArray *curves)
{
  show_figures (self, curves);
  show_basis (self, curves);
  describe (self, curves);
  vouch_chart_area_set_size (self->chart, CHART_WIDTH, CHART_HEIGHT + NAME_HEIGHT * curves->len);
  vouch_chart_area_set_chart (self->chart, draw_curves, curves, (GDestroyNotify)g_ptr_array_unref);
  gtk_widget_set_visible (self->content, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
}

static void
show_nothing (VouchOcView *self, const char *why)
{
  clear_figures (self);
  vouch_chart_area_set_chart (self->chart, NULL, NULL, NULL);
  gtk_label_set_label (self->message, why);
  gtk_widget_set_visible (self->content, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *why != '\0');
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  VouchOcView *self = VOUCH_OC_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) curves = g_task_propagate_pointer (G_TASK (result), &error);

  /* A later wish is on its way, or the view is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (curves != NULL)
    show_curves (self, g_steal_pointer (&curves));
  else
    show_nothing (self, error->message);
  g_signal_emit (self, signals[COMPUTED], 0);
}

static void
stop (VouchOcView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
vouch_oc_view_dispose (GObject *object)
{
  stop (VOUCH_OC_VIEW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_OC_VIEW);
  G_OBJECT_CLASS (vouch_oc_view_parent_class)->dispose (object);
}

static void
vouch_oc_view_class_init (VouchOcViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_oc_view_dispose;
  signals[COMPUTED] =
      g_signal_new ("computed", VOUCH_TYPE_OC_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-oc-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchOcView, content);
  gtk_widget_class_bind_template_child (widget_class, VouchOcView, chart);
  gtk_widget_class_bind_template_child (widget_class, VouchOcView, grid);
  gtk_widget_class_bind_template_child (widget_class, VouchOcView, basis);
  gtk_widget_class_bind_template_child (widget_class, VouchOcView, message);
}

static void
vouch_oc_view_init (VouchOcView *self)
{
  g_type_ensure (VOUCH_TYPE_CHART_AREA);
  g_type_ensure (VOUCH_TYPE_CHART_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_oc_view_set_oc_plans:
 * @self: a view
 * @plan: (nullable): the plan to show; %NULL for none
 * @compared: (nullable): one to compare it with
 *
 * Shows any plans, with or without a table behind them. They are copied.
 */
void
vouch_oc_view_set_oc_plans (VouchOcView *self, const VouchOcPlan *plan, const VouchOcPlan *compared)
{
  g_autoptr (GTask) task = NULL;
  GPtrArray *plans;

  g_return_if_fail (VOUCH_IS_OC_VIEW (self));
  g_return_if_fail (plan != NULL || compared == NULL);

  stop (self);
  if (plan == NULL)
    {
      show_nothing (self, "");
      return;
    }
  plans = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_oc_plan_free);
  g_ptr_array_add (plans, vouch_oc_plan_copy (plan));
  if (compared != NULL)
    g_ptr_array_add (plans, vouch_oc_plan_copy (compared));
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, computed_cb, NULL);
  g_task_set_task_data (task, plans, (GDestroyNotify)g_ptr_array_unref);
  g_task_run_in_thread (task, compute_curves);
}

/**
 * vouch_oc_view_set_plans:
 * @self: a view
 * @plan: (nullable): the plan to show; %NULL for none
 * @compared: (nullable): one to compare it with, like the one of another severity
 *
 * Shows plans of a standard, named by their severity and figures.
 */
void
vouch_oc_view_set_plans (VouchOcView *self, const VouchSamplingPlan *plan, const VouchSamplingPlan *compared)
{
  g_autoptr (VouchOcPlan) first = plan != NULL ? vouch_oc_plan_new_for_plan (NULL, plan) : NULL;
  g_autoptr (VouchOcPlan) second = compared != NULL ? vouch_oc_plan_new_for_plan (NULL, compared) : NULL;

  vouch_oc_view_set_oc_plans (self, first, second);
}
