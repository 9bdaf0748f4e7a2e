#include "vouch-samples-page.h"

#include "vouch-code-view.h"
#include "vouch-tile.h"

struct _VouchSamplesPage
{
  AdwBin parent_instance;
  GtkBox *sections;
  GtkFlowBox *codes; /* of the last section, lent */
  char *section;     /* its name */
  guint n_codes;
};

enum
{
  SAVE,
  CARD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchSamplesPage, vouch_samples_page, ADW_TYPE_BIN)

static void
save_cb (VouchSamplesPage *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

static void
card_cb (VouchSamplesPage *self)
{
  g_signal_emit (self, signals[CARD], 0);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
vouch_samples_page_dispose (GObject *object)
{
  g_clear_pointer (&VOUCH_SAMPLES_PAGE (object)->section, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SAMPLES_PAGE);
  G_OBJECT_CLASS (vouch_samples_page_parent_class)->dispose (object);
}

static void
vouch_samples_page_class_init (VouchSamplesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_samples_page_dispose;
  signals[SAVE] =
      g_signal_new ("save", VOUCH_TYPE_SAMPLES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CARD] =
      g_signal_new ("card", VOUCH_TYPE_SAMPLES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-samples-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchSamplesPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_cb);
}

static void
vouch_samples_page_init (VouchSamplesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vouch_samples_page_clear:
 * @self: a page
 *
 * Takes every code away.
 */
void
vouch_samples_page_clear (VouchSamplesPage *self)
{
  GtkWidget *child;

  g_return_if_fail (VOUCH_IS_SAMPLES_PAGE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  self->codes = NULL;
  self->n_codes = 0;
}

/**
 * vouch_samples_page_is_empty:
 * @self: a page
 *
 * Returns: whether there is no code on it
 */
gboolean
vouch_samples_page_is_empty (VouchSamplesPage *self)
{
  g_return_val_if_fail (VOUCH_IS_SAMPLES_PAGE (self), TRUE);

  return self->n_codes == 0;
}

static void
add_section (VouchSamplesPage *self, const char *name)
{
  GtkWidget *label = make_label (name, "characteristic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->sections, label);
  self->codes = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->codes, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (self->codes, 6);
  gtk_flow_box_set_row_spacing (self->codes, 18);
  gtk_flow_box_set_column_spacing (self->codes, 18);
  gtk_widget_set_can_focus (GTK_WIDGET (self->codes), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->codes), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (self->sections, GTK_WIDGET (self->codes));
  g_free (self->section);
  self->section = g_strdup (name);
}

/**
 * vouch_samples_page_add:
 * @self: a page
 * @entry: a code with its title
 *
 * Adds a code, under a heading of its own where its section is another one than before. One that cannot be drawn is
 * left out.
 */
void
vouch_samples_page_add (VouchSamplesPage *self, const VouchCodeSheetEntry *entry)
{
  const char *title;
  VouchCode *code;
  GtkWidget *box;

  g_return_if_fail (VOUCH_IS_SAMPLES_PAGE (self));
  g_return_if_fail (entry != NULL);

  code = vouch_code_new (entry->symbology, entry->text, NULL);
  if (code == NULL)
    return;
  if (self->codes == NULL || g_strcmp0 (self->section, entry->section) != 0)
    add_section (self, entry->section != NULL ? entry->section : "");
  title = entry->title != NULL ? entry->title : entry->text;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "code-card");
  gtk_box_append (GTK_BOX (box), make_label (title, "row-title"));
  gtk_box_append (GTK_BOX (box), vouch_code_view_new (code, title));
  if (entry->subtitle != NULL && *entry->subtitle != '\0')
    gtk_box_append (GTK_BOX (box), make_label (entry->subtitle, "row-subtitle"));
  gtk_flow_box_append (self->codes, vouch_tile_new (box));
  self->n_codes++;
}
