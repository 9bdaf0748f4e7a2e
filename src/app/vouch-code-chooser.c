#include "vouch-code-chooser.h"

#include <glib/gi18n-lib.h>

#include "vouch-symbol-words.h"
#include "vouch-symbol.h"

/* Letters of what a code says, at its beginning and at its end; more is no help in telling it from the others. */
#define BEGINNING 60
#define END 20

struct _VouchCodeChooser
{
  AdwBin parent_instance;
  GtkLabel *title;
  GtkBox *codes;
  GtkWidget *all;
};

G_DEFINE_FINAL_TYPE (VouchCodeChooser, vouch_code_chooser, ADW_TYPE_BIN)

static void
vouch_code_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_CODE_CHOOSER);
  G_OBJECT_CLASS (vouch_code_chooser_parent_class)->dispose (object);
}

static void
vouch_code_chooser_class_init (VouchCodeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_code_chooser_dispose;
  gtk_widget_class_set_css_name (widget_class, "codechooser");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-code-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, VouchCodeChooser, title);
  gtk_widget_class_bind_template_child (widget_class, VouchCodeChooser, codes);
  gtk_widget_class_bind_template_child (widget_class, VouchCodeChooser, all);
}

static void
vouch_code_chooser_init (VouchCodeChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
}

static GtkWidget *
make_label (const char *text, const char *look)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, look);
  return label;
}

/* What the code says, however it is broken, and under it what kind of code that is. */
static GtkWidget *
make_text (const char *shown, const char *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *text = make_label (shown, "body");

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), make_label (kind, "caption"));
  return box;
}

static char *
dup_short (const char *shown)
{
  glong length = g_utf8_strlen (shown, -1);
  g_autofree char *beginning = NULL;

  if (length <= BEGINNING + END + 1)
    return g_strdup (shown);
  beginning = g_utf8_substring (shown, 0, BEGINNING);
  return g_strconcat (beginning, "…", g_utf8_offset_to_pointer (shown, length - END), NULL);
}

static GtkWidget *
make_button (const VouchSymbol *symbol, guint number)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *shown = vouch_symbol_words_of_content (symbol);
  g_autofree char *brief = dup_short (shown);
  g_autofree char *digit = g_strdup_printf ("%u", number);
  /* Translators: %s is a kind of bar code, like EAN-13 */
  g_autofree char *kind =
      symbol->sure ? g_strdup (symbol->symbology) : g_strdup_printf (_ ("%s, unsure"), symbol->symbology);
  /* Translators: number, content and kind of a bar code */
  g_autofree char *name = g_strdup_printf (_ ("%u: %s, %s"), number, shown, kind);

  gtk_box_append (GTK_BOX (box), make_label (digit, "title-2"));
  gtk_box_append (GTK_BOX (box), make_text (brief, kind));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "camera.choose");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static guint
count_buttons (VouchCodeChooser *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->codes)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/**
 * vouch_code_chooser_set_codes:
 * @self: a chooser
 * @symbols: (element-type VouchSymbol): the codes in the order of their numbers; those that are there already stay as
 *   they are, unless there are fewer
 * @belong_together: they may be those of one label, and be taken all at once
 */
void
vouch_code_chooser_set_codes (VouchCodeChooser *self, GPtrArray *symbols, gboolean belong_together)
{
  guint n = count_buttons (self);
  GtkWidget *child;

  g_return_if_fail (VOUCH_IS_CODE_CHOOSER (self));
  g_return_if_fail (symbols != NULL);

  if (symbols->len < n || symbols->len == 0)
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->codes))) != NULL)
        gtk_box_remove (self->codes, child);
      n = 0;
    }
  for (guint i = n; i < symbols->len; i++)
    gtk_box_append (self->codes, make_button (g_ptr_array_index (symbols, i), i + 1));
  gtk_widget_set_visible (self->all, belong_together);
}
