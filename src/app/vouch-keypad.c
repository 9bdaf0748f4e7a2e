#include "vouch-keypad.h"

#include <glib/gi18n-lib.h>

#include "vouch-fit.h"

struct _VouchKeypad
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchKeypad, vouch_keypad, ADW_TYPE_BIN)

static void
vouch_keypad_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_KEYPAD);
  G_OBJECT_CLASS (vouch_keypad_parent_class)->dispose (object);
}

static void
vouch_keypad_class_init (VouchKeypadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_keypad_dispose;
  gtk_widget_class_set_css_name (widget_class, "keypad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-keypad.ui");
}

static void
vouch_keypad_init (VouchKeypad *self)
{
  g_type_ensure (VOUCH_TYPE_FIT);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Keypad"), -1);
}
