#include "vouch-samples-page.h"

#include "vouch-code-picture.h"

struct _VouchSamplesPage
{
  GtkWidget parent_instance;
  GtkFlowBox *codes;
  guint n_codes;
};

enum
{
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchSamplesPage, vouch_samples_page, GTK_TYPE_WIDGET)

static void
save_cb (VouchSamplesPage *self)
{
  g_signal_emit (self, signals[SAVE], 0);
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-samples-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchSamplesPage, codes);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
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

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->codes))) != NULL)
    gtk_flow_box_remove (self->codes, child);
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

/**
 * vouch_samples_page_add:
 * @self: a page
 * @symbology: how the code is drawn
 * @text: what it says
 * @title: what it is
 * @subtitle: (nullable): more of it
 *
 * Adds a code; one that cannot be drawn is left out.
 */
void
vouch_samples_page_add (VouchSamplesPage *self, VouchSymbology symbology, const char *text, const char *title,
                        const char *subtitle)
{
  VouchCode *code;
  GtkWidget *box;

  g_return_if_fail (VOUCH_IS_SAMPLES_PAGE (self));

  code = vouch_code_new (symbology, text, NULL);
  if (code == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (box, "code-card");
  gtk_box_append (GTK_BOX (box), make_label (title, "row-title"));
  gtk_box_append (GTK_BOX (box), vouch_code_picture_new (code, title));
  if (subtitle != NULL && *subtitle != '\0')
    gtk_box_append (GTK_BOX (box), make_label (subtitle, "row-subtitle"));
  gtk_flow_box_append (self->codes, box);
  gtk_widget_set_focusable (gtk_widget_get_last_child (GTK_WIDGET (self->codes)), FALSE);
  self->n_codes++;
}
