#include "vouch-flags-button.h"

#include <glib/gi18n-lib.h>

#include "vouch-accessible-name.h"
#include "vouch-code-kind.h"
#include "vouch-setting-words.h"

struct _VouchFlagsButton
{
  GtkWidget parent_instance;
  GSettings *settings;
  char *key;
  GtkWidget *button;
  gboolean is_showing; /* so that the checks are what the setting says, and not it what they do */
  GPtrArray *checks;   /* lent; each has its choice as its name */
};

G_DEFINE_FINAL_TYPE (VouchFlagsButton, vouch_flags_button, GTK_TYPE_WIDGET)

/* Kinds of code have names of their own, which are the same in every language. */
static const char *
word_of (const char *choice)
{
  VouchCodeKind kind;

  return vouch_code_kind_find (choice, &kind) ? vouch_code_kind_get_name (kind)
                                              : vouch_setting_words_of_choice (choice);
}

static void
show (VouchFlagsButton *self)
{
  g_auto (GStrv) on = g_settings_get_strv (self->settings, self->key);
  g_autofree char *text = NULL;

  self->is_showing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      gtk_check_button_set_active (check,
                                   g_strv_contains ((const char *const *)on, gtk_widget_get_name (GTK_WIDGET (check))));
    }
  self->is_showing = FALSE;
  /* Translators: how many of all choices of a setting are on. */
  text = g_strdup_printf (_ ("%u of %u"), g_strv_length (on), self->checks->len);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);
}

static void
toggled_cb (VouchFlagsButton *self)
{
  g_autoptr (GPtrArray) on = g_ptr_array_new ();

  if (self->is_showing)
    return;
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (on, (gpointer)gtk_widget_get_name (g_ptr_array_index (self->checks, i)));
  g_ptr_array_add (on, NULL);
  g_settings_set_strv (self->settings, self->key, (const char *const *)on->pdata);
}

static GtkWidget *
make_list (VouchFlagsButton *self, const char *const *choices)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (; *choices != NULL; choices++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (word_of (*choices));

      gtk_widget_set_name (check, *choices);
      gtk_box_append (GTK_BOX (box), check);
      g_ptr_array_add (self->checks, check);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static void
vouch_flags_button_dispose (GObject *object)
{
  VouchFlagsButton *self = VOUCH_FLAGS_BUTTON (object);

  g_ptr_array_set_size (self->checks, 0);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vouch_flags_button_parent_class)->dispose (object);
}

static void
vouch_flags_button_finalize (GObject *object)
{
  VouchFlagsButton *self = VOUCH_FLAGS_BUTTON (object);

  g_ptr_array_unref (self->checks);
  g_free (self->key);
  G_OBJECT_CLASS (vouch_flags_button_parent_class)->finalize (object);
}

static gboolean
vouch_flags_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VOUCH_FLAGS_BUTTON (widget)->button);
}

/* Without it Shift+Tab would end at the button: it is grabbed once more where nothing before it takes the focus. */
static gboolean
vouch_flags_button_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (VOUCH_FLAGS_BUTTON (widget)->button, direction);
}

static void
vouch_flags_button_class_init (VouchFlagsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_flags_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_flags_button_finalize;
  widget_class->focus = vouch_flags_button_focus;
  widget_class->grab_focus = vouch_flags_button_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vouch_flags_button_init (VouchFlagsButton *self)
{
  self->checks = g_ptr_array_new ();
  self->button = gtk_menu_button_new ();
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * vouch_flags_button_new:
 * @settings: the station's settings
 * @key: one of them, of flags
 *
 * Returns: (transfer floating): its button
 */
GtkWidget *
vouch_flags_button_new (GSettings *settings, const char *key)
{
  VouchFlagsButton *self = g_object_new (VOUCH_TYPE_FLAGS_BUTTON, NULL);
  g_autofree char *changed = g_strconcat ("changed::", key, NULL);
  GtkWidget *popover = gtk_popover_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) description = NULL;
  g_autoptr (GVariant) range = NULL;
  g_autoptr (GVariant) choices = NULL;
  g_autofree const char **names = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  description = g_settings_schema_get_key (schema, key);
  range = g_settings_schema_key_get_range (description);
  g_variant_get (range, "(&sv)", NULL, &choices);
  names = g_variant_get_strv (choices, NULL);
  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  gtk_popover_set_child (GTK_POPOVER (popover), make_list (self, names));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  vouch_accessible_name_set (self->button, g_settings_schema_key_get_summary (description));
  show (self);
  for (guint i = 0; i < self->checks->len; i++)
    g_signal_connect_object (g_ptr_array_index (self->checks, i), "toggled", G_CALLBACK (toggled_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, changed, G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
