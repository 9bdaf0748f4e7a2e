#include "vouch-row-box.h"

struct _VouchRowBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchRowBox, vouch_row_box, GTK_TYPE_BOX)

static void
collect_texts (GtkWidget *widget, GString *texts)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    g_string_append_printf (texts, "%s%s", texts->len > 0 ? ", " : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

static void
name_row (VouchRowBox *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GString) texts = g_string_new (NULL);

  if (row == NULL)
    return;
  collect_texts (GTK_WIDGET (self), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, texts->str, -1);
}

static void
watch_labels (VouchRowBox *self, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_signal_connect_object (widget, "notify::label", G_CALLBACK (name_row), self, G_CONNECT_SWAPPED);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch_labels (self, child);
}

/* The template has been built by then, and what a row shows follows its item from then on. */
static void
vouch_row_box_root (GtkWidget *widget)
{
  VouchRowBox *self = VOUCH_ROW_BOX (widget);

  GTK_WIDGET_CLASS (vouch_row_box_parent_class)->root (widget);
  watch_labels (self, widget);
  name_row (self);
}

static void
stop_watching (VouchRowBox *self, GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    g_signal_handlers_disconnect_by_func (widget, name_row, self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    stop_watching (self, child);
}

static void
vouch_row_box_unroot (GtkWidget *widget)
{
  stop_watching (VOUCH_ROW_BOX (widget), widget);
  GTK_WIDGET_CLASS (vouch_row_box_parent_class)->unroot (widget);
}

static void
vouch_row_box_class_init (VouchRowBoxClass *klass)
{
  GTK_WIDGET_CLASS (klass)->root = vouch_row_box_root;
  GTK_WIDGET_CLASS (klass)->unroot = vouch_row_box_unroot;
}

static void
vouch_row_box_init (VouchRowBox *self)
{
}
