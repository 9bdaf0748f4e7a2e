#include "vouch-place-pane.h"

#include <glib/gi18n-lib.h>

#include "vouch-label-choice.h"
#include "vouch-place-label.h"
#include "vouch-print-pane.h"

#define COPIES_MAX 1000

struct _VouchPlacePane
{
  AdwBin parent_instance;
  GtkEditable *location;
  GtkEditable *name_zh;
  GtkEditable *name_en;
  GtkEditable *copies;
  VouchPrintPane *print;
  VouchDesk *desk; /* lent; nullable */
  GCancellable *cancellable;
  VouchLabelTemplate *template; /* nullable: not read yet */
};

enum
{
  PRINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchPlacePane, vouch_place_pane, ADW_TYPE_BIN)

static void
show (VouchPlacePane *self)
{
  g_autofree char *location = g_strstrip (g_strdup (gtk_editable_get_text (self->location)));

  if (self->template != NULL)
    vouch_print_pane_show (self->print, VOUCH_PRINT_PURPOSE_LOCATION, self->template->width_um,
                           self->template->height_um, *location != '\0', NULL);
}

/* Nothing written is one. */
static gboolean
read_copies (VouchPlacePane *self, guint *copies)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->copies)));
  guint64 count = 1;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 1, COPIES_MAX, &count, NULL))
    return FALSE;
  *copies = (guint)count;
  return TRUE;
}

static void
wanted_cb (VouchPlacePane *self)
{
  g_autofree char *message = NULL;
  g_autoptr (GPtrArray) rows =
      vouch_place_label_make_rows (gtk_editable_get_text (self->location), gtk_editable_get_text (self->name_zh),
                                   gtk_editable_get_text (self->name_en));
  VouchLabelOrder order = { .purpose = VOUCH_PRINT_PURPOSE_LOCATION, .rows = rows };

  if (read_copies (self, &order.copies))
    {
      vouch_print_pane_print (self->print, &order);
      return;
    }
  message = g_strdup_printf (_ ("Between 1 and %d copies can be printed"), COPIES_MAX);
  vouch_print_pane_say (self->print, message);
}

static void
printed_cb (VouchPlacePane *self)
{
  g_signal_emit (self, signals[PRINTED], 0);
}

static gpointer
read_template (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_label_choose_template (conn, VOUCH_PRINT_PURPOSE_LOCATION, NULL, error);
}

static void
template_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VouchPlacePane) self = data;
  g_autoptr (GError) error = NULL;
  VouchLabelTemplate *template = vouch_desk_read_finish (VOUCH_DESK (source), result, &error);

  if (self->desk != (gpointer)source)
    {
      vouch_label_template_free (template);
      return;
    }
  if (template == NULL)
    vouch_print_pane_say (self->print, error->message);
  vouch_label_template_free (self->template);
  self->template = template;
  show (self);
}

static void
vouch_place_pane_dispose (GObject *object)
{
  VouchPlacePane *self = VOUCH_PLACE_PANE (object);

  self->desk = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->template, vouch_label_template_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_PLACE_PANE);
  G_OBJECT_CLASS (vouch_place_pane_parent_class)->dispose (object);
}

static void
vouch_place_pane_class_init (VouchPlacePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_place_pane_dispose;
  signals[PRINTED] =
      g_signal_new ("printed", VOUCH_TYPE_PLACE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-place-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchPlacePane, location);
  gtk_widget_class_bind_template_child (widget_class, VouchPlacePane, name_zh);
  gtk_widget_class_bind_template_child (widget_class, VouchPlacePane, name_en);
  gtk_widget_class_bind_template_child (widget_class, VouchPlacePane, copies);
  gtk_widget_class_bind_template_child (widget_class, VouchPlacePane, print);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_bind_template_callback (widget_class, wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, printed_cb);
}

static void
vouch_place_pane_init (VouchPlacePane *self)
{
  g_type_ensure (VOUCH_TYPE_PRINT_PANE);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_place_pane_set_desk:
 * @self: a pane
 * @desk: (nullable): where it prints
 */
void
vouch_place_pane_set_desk (VouchPlacePane *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_PLACE_PANE (self));

  self->desk = desk;
  vouch_print_pane_set_desk (self->print, desk);
}

/**
 * vouch_place_pane_read:
 * @self: a pane
 *
 * Reads what these labels look like here.
 */
void
vouch_place_pane_read (VouchPlacePane *self)
{
  g_return_if_fail (VOUCH_IS_PLACE_PANE (self));

  if (self->desk != NULL)
    vouch_desk_read_async (self->desk, read_template, NULL, NULL, (GDestroyNotify)vouch_label_template_free,
                           self->cancellable, template_read_cb, g_object_ref (self));
}
