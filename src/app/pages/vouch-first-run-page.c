#include "vouch-first-run-page.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-first-run.h"
#include "vouch-printer-step.h"
#include "vouch-scanner-step.h"

typedef enum
{
  STEP_PEOPLE,
  STEP_SCANNER,
  STEP_PRINTER,
} Step;

#define N_STEPS (STEP_PRINTER + 1)

struct _VouchFirstRunPage
{
  AdwBin parent_instance;
  GtkLabel *heading;
  GtkStack *steps;
  AdwPreferencesGroup *group;
  GtkEditable *station_name;
  GtkEditable *code;
  GtkEditable *badge;
  GtkEditable *name;
  GtkEditable *pin;
  GtkWidget *form;
  VouchScannerStep *scanner;
  VouchPrinterStep *printer;
  GtkButton *next;
  GtkLabel *message;
  VouchDesk *desk; /* lent; nullable */
  Step step;
  gboolean is_made; /* the first administrator is there */
  gboolean is_busy; /* and is being made */
  gboolean is_finished;
};

typedef struct
{
  VouchFirstUserRequest *person;
  char *station_name;
} BeginOrder;

enum
{
  SAMPLE,
  FILE_CHOSEN,
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchFirstRunPage, vouch_first_run_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static gboolean
is_filled (GtkEditable *editable)
{
  return *gtk_editable_get_text (editable) != '\0';
}

static gboolean
is_badge (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-')
      return FALSE;
  return *text != '\0';
}

static gboolean
has_focus (GtkEditable *editable)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (editable)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
is_complete (VouchFirstRunPage *self)
{
  return self->desk != NULL && is_filled (self->code) && is_filled (self->badge) && is_filled (self->name) &&
         is_filled (self->pin);
}

/* A step that has not shown that all is well is skipped, and its button says so. */
static const char *
get_next_label (VouchFirstRunPage *self)
{
  if (self->step == STEP_PRINTER)
    return _ ("Finish");
  if (self->step == STEP_SCANNER && !vouch_scanner_step_is_right (self->scanner))
    return _ ("Skip");
  return _ ("Next");
}

static void
update (VouchFirstRunPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_button_set_label (self->next, get_next_label (self));
  gtk_widget_set_sensitive (self->form, !self->is_made && !self->is_busy);
  gtk_widget_action_set_enabled (widget, "first-run.back", self->step > STEP_PEOPLE);
  gtk_widget_action_set_enabled (widget, "first-run.next", !self->is_busy && (self->is_made || is_complete (self)));
}

static void
show_step (VouchFirstRunPage *self, Step step)
{
  static const char *const names[] = { "people", "scanner", "printer" };
  g_autofree char *heading = g_strdup_printf (_ ("Step %d of %d"), (int)step + 1, N_STEPS);

  self->step = step;
  gtk_label_set_label (self->heading, heading);
  gtk_stack_set_visible_child_name (self->steps, names[step]);
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  update (self);
}

static void
changed_cb (VouchFirstRunPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  update (self);
}

static void
begin_order_free (gpointer data)
{
  BeginOrder *self = data;

  vouch_first_user_request_free (self->person);
  g_free (self->station_name);
  g_free (self);
}

static char *
dup_stripped (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static BeginOrder *
make_order (VouchFirstRunPage *self)
{
  BeginOrder *order = g_new0 (BeginOrder, 1);

  order->station_name = dup_stripped (self->station_name);
  order->person = vouch_first_user_request_new ();
  order->person->code = dup_stripped (self->code);
  order->person->badge = dup_stripped (self->badge);
  order->person->name = dup_stripped (self->name);
  order->person->pin = g_strdup (gtk_editable_get_text (self->pin));
  return order;
}

static gpointer
begin_work (VouchStation *station, VouchActor *actor, gpointer data, GError **error)
{
  const BeginOrder *order = data;

  return vouch_first_run_begin (station, actor, order->person, order->station_name, error);
}

/* Nothing secret stays in the form. */
static void
begun (VouchFirstRunPage *self, const VouchFirstRun *run)
{
  self->is_made = TRUE;
  gtk_editable_set_text (self->code, "");
  gtk_editable_set_text (self->pin, "");
  vouch_printer_step_set_actor (self->printer, run->actor);
  show_step (self, STEP_SCANNER);
  if (run->remark != NULL)
    vouch_first_run_page_refuse (self, run->remark);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchFirstRunPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchFirstRun) run = vouch_desk_work_finish (VOUCH_DESK (source), result, &error);

  self->is_busy = FALSE;
  if (self->desk != (gpointer)source)
    return;
  if (run != NULL)
    begun (self, run);
  else
    vouch_first_run_page_refuse (self, error->message);
  update (self);
}

static void
begin (VouchFirstRunPage *self)
{
  self->is_busy = TRUE;
  update (self);
  vouch_desk_work_async (self->desk, begin_work, make_order (self), begin_order_free,
                         (GDestroyNotify)vouch_first_run_free, begun_cb, g_object_ref (self));
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchFirstRunPage *self = VOUCH_FIRST_RUN_PAGE (widget);

  if (self->step == STEP_PRINTER)
    {
      self->is_finished = TRUE;
      g_signal_emit (self, signals[FINISHED], 0);
    }
  else if (self->is_made)
    show_step (self, self->step + 1);
  else if (self->desk != NULL)
    begin (self);
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchFirstRunPage *self = VOUCH_FIRST_RUN_PAGE (widget);

  show_step (self, self->step - 1);
}

/* The codes lead through the check, and out of it. */
static void
scanner_finished_cb (VouchFirstRunPage *self)
{
  if (self->step == STEP_SCANNER)
    show_step (self, STEP_PRINTER);
}

static void
sample_cb (VouchFirstRunPage *self)
{
  g_signal_emit (self, signals[SAMPLE], 0);
}

static void
file_chosen_cb (VouchFirstRunPage *self, const char *path)
{
  g_signal_emit (self, signals[FILE_CHOSEN], 0, path);
}

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchFirstRunPage *self = VOUCH_FIRST_RUN_PAGE (page);

  self->desk = desk;
  vouch_printer_step_set_desk (self->printer, desk);
  update (self);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
}

static void
vouch_first_run_page_dispose (GObject *object)
{
  VOUCH_FIRST_RUN_PAGE (object)->desk = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_FIRST_RUN_PAGE);
  G_OBJECT_CLASS (vouch_first_run_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, heading);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, steps);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, group);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, station_name);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, code);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, badge);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, name);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, pin);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, form);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, scanner);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, printer);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, next);
  gtk_widget_class_bind_template_child (widget_class, VouchFirstRunPage, message);
}

static void
vouch_first_run_page_class_init (VouchFirstRunPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_first_run_page_dispose;
  signals[SAMPLE] =
      g_signal_new ("sample", VOUCH_TYPE_FIRST_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FILE_CHOSEN] = g_signal_new ("file-chosen", VOUCH_TYPE_FIRST_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FINISHED] =
      g_signal_new ("finished", VOUCH_TYPE_FIRST_RUN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_install_action (widget_class, "first-run.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "first-run.next", NULL, next_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-first-run-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, scanner_finished_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_cb);
  gtk_widget_class_bind_template_callback (widget_class, file_chosen_cb);
}

static void
vouch_first_run_page_init (VouchFirstRunPage *self)
{
  g_type_ensure (VOUCH_TYPE_SCANNER_STEP);
  g_type_ensure (VOUCH_TYPE_PRINTER_STEP);
  gtk_widget_init_template (GTK_WIDGET (self));
  vouch_accessible_name_parts (GTK_WIDGET (self));
  show_step (self, STEP_PEOPLE);
}

/**
 * vouch_first_run_page_set_code_path:
 * @self: a page
 * @path: the file with the one-time code
 */
void
vouch_first_run_page_set_code_path (VouchFirstRunPage *self, const char *path)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self));

  text = g_markup_printf_escaped (_ ("The one-time code is in the file %s of this machine."), path);
  adw_preferences_group_set_description (self->group, text);
}

/**
 * vouch_first_run_page_refuse:
 * @self: a page
 * @message: why the form was refused
 */
void
vouch_first_run_page_refuse (VouchFirstRunPage *self, const char *message)
{
  g_return_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self));

  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

static void
take_badge (VouchFirstRunPage *self, const char *text)
{
  if (!is_badge (text))
    vouch_first_run_page_refuse (self, _ ("This is no badge: badges have letters, digits and hyphens only"));
  else if (is_filled (self->badge) && !has_focus (self->badge))
    vouch_first_run_page_refuse (self, _ ("There is a badge already; choose its field to scan another one"));
  else
    gtk_editable_set_text (self->badge, text);
}

/**
 * vouch_first_run_page_take_scan:
 * @self: a page
 * @scan: what was scanned
 *
 * The first step takes the new administrator's badge: what cannot be one is refused, and so is a second badge, unless
 * its field was chosen for it. The others say what arrived.
 */
void
vouch_first_run_page_take_scan (VouchFirstRunPage *self, const VouchScan *scan)
{
  g_return_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self));
  g_return_if_fail (scan != NULL);

  if (self->step == STEP_SCANNER)
    vouch_scanner_step_take_scan (self->scanner, scan);
  else if (self->step == STEP_PRINTER)
    vouch_printer_step_take_scan (self->printer, scan);
  else if (!self->is_made && !self->is_busy)
    take_badge (self, scan->text);
  update (self);
}

/**
 * vouch_first_run_page_get_scanner:
 * @self: a page
 *
 * Returns: (transfer none): its check of the scanner
 */
VouchScannerStep *
vouch_first_run_page_get_scanner (VouchFirstRunPage *self)
{
  g_return_val_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self), NULL);

  return self->scanner;
}

/**
 * vouch_first_run_page_is_under_way:
 * @self: a page
 *
 * The station is new no longer once it has its administrator, but whoever made one has not finished with it.
 *
 * Returns: whether the page is to stay, whatever the desk waits for
 */
gboolean
vouch_first_run_page_is_under_way (VouchFirstRunPage *self)
{
  g_return_val_if_fail (VOUCH_IS_FIRST_RUN_PAGE (self), FALSE);

  return (self->is_made || self->is_busy) && !self->is_finished;
}
