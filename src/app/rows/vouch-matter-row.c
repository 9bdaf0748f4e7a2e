#include "vouch-matter-row.h"

#include <glib/gi18n-lib.h>

#include "vouch-wrap-layout.h"

struct _VouchMatterRow
{
  AdwBin parent_instance;
  GtkLabel *title;
  GtkLabel *detail;
  GtkEditable *words;
  GtkBox *answers;
  VouchMatter *matter;
};

enum
{
  ANSWERED,
  LOT_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchMatterRow, vouch_matter_row, ADW_TYPE_BIN)

static void
answer_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchMatterRow *self = VOUCH_MATTER_ROW (widget);

  g_signal_emit (self, signals[ANSWERED], 0, g_variant_get_int32 (parameter), gtk_editable_get_text (self->words));
}

static void
look_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VouchMatterRow *self = VOUCH_MATTER_ROW (widget);

  g_signal_emit (self, signals[LOT_CHOSEN], 0, self->matter->lot_id);
}

static void
vouch_matter_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_MATTER_ROW);
  G_OBJECT_CLASS (vouch_matter_row_parent_class)->dispose (object);
}

static void
vouch_matter_row_finalize (GObject *object)
{
  vouch_matter_free (VOUCH_MATTER_ROW (object)->matter);
  G_OBJECT_CLASS (vouch_matter_row_parent_class)->finalize (object);
}

static void
vouch_matter_row_class_init (VouchMatterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_matter_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_matter_row_finalize;
  signals[ANSWERED] = g_signal_new ("answered", VOUCH_TYPE_MATTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[LOT_CHOSEN] = g_signal_new ("lot-chosen", VOUCH_TYPE_MATTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "matter.answer", "i", answer_action);
  gtk_widget_class_install_action (widget_class, "matter.look", NULL, look_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-matter-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchMatterRow, title);
  gtk_widget_class_bind_template_child (widget_class, VouchMatterRow, detail);
  gtk_widget_class_bind_template_child (widget_class, VouchMatterRow, words);
  gtk_widget_class_bind_template_child (widget_class, VouchMatterRow, answers);
}

static void
vouch_matter_row_init (VouchMatterRow *self)
{
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Nobody says that a fact of a lot is wrong without having seen the lot. */
static void
add_look (VouchMatterRow *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Look at the Lot"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "matter.look");
  gtk_box_append (self->answers, button);
}

static void
add_answer (VouchMatterRow *self, int choice, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int32 (choice));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "matter.answer");
  gtk_box_append (self->answers, button);
}

static void
add_answers (VouchMatterRow *self)
{
  switch (self->matter->kind)
    {
    case VOUCH_MATTER_KIND_CORRECTION:
      add_answer (self, 0, _ ("Approve"));
      add_answer (self, 1, _ ("Refuse"));
      add_look (self);
      break;
    case VOUCH_MATTER_KIND_COUNT:
      for (int i = 0; i < (int)self->matter->choices; i++)
        {
          g_autofree char *label =
              i == 0 ? g_strdup (_ ("First count is right")) : g_strdup_printf (_ ("Recount %d is right"), i);

          add_answer (self, i, label);
        }
      break;
    case VOUCH_MATTER_KIND_SUSPICION:
      add_answer (self, 0, _ ("Acknowledge"));
      if (self->matter->lot_id != 0)
        add_look (self);
      break;
    case VOUCH_MATTER_KIND_PARKED:
    default:
      add_answer (self, 0, _ ("Settled"));
    }
}

/**
 * vouch_matter_row_new:
 * @matter: what waits
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
vouch_matter_row_new (const VouchMatter *matter)
{
  VouchMatterRow *self = g_object_new (VOUCH_TYPE_MATTER_ROW, NULL);

  self->matter = vouch_record_copy (&vouch_matter_type, matter);
  gtk_label_set_label (self->title, matter->title);
  gtk_label_set_label (self->detail, matter->detail);
  add_answers (self);
  return GTK_WIDGET (self);
}

/**
 * vouch_matter_row_get_matter:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
const VouchMatter *
vouch_matter_row_get_matter (VouchMatterRow *self)
{
  g_return_val_if_fail (VOUCH_IS_MATTER_ROW (self), NULL);

  return self->matter;
}
