#include "vouch-template-objects.h"

#include <glib/gi18n-lib.h>

#include "vouch-label-words.h"
#include "vouch-row-box.h"
#include "vouch-tab-stop.h"
#include "vouch-wrap-layout.h"

struct _VouchTemplateObjects
{
  AdwBin parent_instance;
  GtkListBox *list;
  VouchLabelDraft *draft; /* nullable */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (VouchTemplateObjects, vouch_template_objects, ADW_TYPE_BIN)

/* The first row is the label itself. */
#define ROW_OF(object) ((object) + 1)
#define OBJECT_OF(row) ((row)-1)

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_widget_add_css_class (label, css_class);
    }
  return label;
}

static void
add_row (VouchTemplateObjects *self)
{
  GtkWidget *box = g_object_new (VOUCH_TYPE_ROW_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "margin-top", 12,
                                 "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);

  gtk_box_append (GTK_BOX (box), make_label (NULL));
  gtk_box_append (GTK_BOX (box), make_label ("attention"));
  gtk_list_box_append (self->list, box);
}

static void
show_row (VouchTemplateObjects *self, int object)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, ROW_OF (object));
  const VouchLabelElement *element = vouch_label_draft_get_object (self->draft, object);
  g_autofree char *title = element != NULL ? vouch_words_dup_element (element) : g_strdup (_ ("The label itself"));
  g_autofree char *fault = vouch_label_draft_dup_fault (self->draft, object, NULL);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  GtkWidget *why = gtk_widget_get_next_sibling (name);

  gtk_label_set_label (GTK_LABEL (name), title);
  gtk_label_set_label (GTK_LABEL (why), fault != NULL ? fault : "");
  gtk_widget_set_visible (why, fault != NULL);
}

static void
update_actions (VouchTemplateObjects *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int chosen = self->draft != NULL ? vouch_label_draft_get_chosen (self->draft) : VOUCH_LABEL_DRAFT_HEAD;

  gtk_widget_action_set_enabled (widget, "objects.duplicate", chosen >= 0);
  gtk_widget_action_set_enabled (widget, "objects.remove", chosen >= 0);
  gtk_widget_action_set_enabled (widget, "objects.backward", chosen > 0);
  gtk_widget_action_set_enabled (widget, "objects.forward",
                                 chosen >= 0 && vouch_label_draft_get_object (self->draft, chosen + 1) != NULL);
}

/* Rows are kept, so that whoever stands on one goes on standing there. */
static void
refresh (VouchTemplateObjects *self)
{
  int n_rows = ROW_OF ((int)vouch_label_draft_get_template (self->draft)->elements->len);
  GtkListBoxRow *row;

  self->is_filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, n_rows)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  while (gtk_list_box_get_row_at_index (self->list, n_rows - 1) == NULL)
    add_row (self);
  for (int i = 0; i < n_rows; i++)
    show_row (self, OBJECT_OF (i));
  gtk_list_box_select_row (
      self->list, gtk_list_box_get_row_at_index (self->list, ROW_OF (vouch_label_draft_get_chosen (self->draft))));
  update_actions (self);
  self->is_filling = FALSE;
}

static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, VouchTemplateObjects *self)
{
  if (!self->is_filling && row != NULL)
    vouch_label_draft_choose (self->draft, OBJECT_OF (gtk_list_box_row_get_index (row)));
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  VouchTemplateObjects *self = VOUCH_TEMPLATE_OBJECTS (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  for (VouchElementKind kind = 0; kind < VOUCH_N_ELEMENT_KINDS; kind++)
    if (g_str_equal (name, vouch_label_element_kind_get_name (kind)))
      vouch_label_draft_add (self->draft, kind);
}

static void
duplicate_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_label_draft_duplicate (VOUCH_TEMPLATE_OBJECTS (widget)->draft);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_label_draft_remove (VOUCH_TEMPLATE_OBJECTS (widget)->draft);
}

static void
forward_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_label_draft_reorder (VOUCH_TEMPLATE_OBJECTS (widget)->draft, 1);
}

static void
backward_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  vouch_label_draft_reorder (VOUCH_TEMPLATE_OBJECTS (widget)->draft, -1);
}

static void
vouch_template_objects_dispose (GObject *object)
{
  VouchTemplateObjects *self = VOUCH_TEMPLATE_OBJECTS (object);

  g_clear_object (&self->draft);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_TEMPLATE_OBJECTS);
  G_OBJECT_CLASS (vouch_template_objects_parent_class)->dispose (object);
}

static void
vouch_template_objects_class_init (VouchTemplateObjectsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_template_objects_dispose;
  gtk_widget_class_install_action (widget_class, "objects.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "objects.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "objects.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "objects.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "objects.backward", NULL, backward_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-template-objects.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchTemplateObjects, list);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
vouch_template_objects_init (VouchTemplateObjects *self)
{
  g_type_ensure (VOUCH_TYPE_TAB_STOP);
  g_type_ensure (VOUCH_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * vouch_template_objects_show:
 * @self: a list of objects
 * @draft: whose
 *
 * From now on the list follows the draft. To be called once.
 */
void
vouch_template_objects_show (VouchTemplateObjects *self, VouchLabelDraft *draft)
{
  g_return_if_fail (VOUCH_IS_TEMPLATE_OBJECTS (self));
  g_return_if_fail (self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}
