#include "vouch-sign-in-page.h"

struct _VouchSignInPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (VouchSignInPage, vouch_sign_in_page, ADW_TYPE_BIN)

static void
vouch_sign_in_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VOUCH_TYPE_SIGN_IN_PAGE);
  G_OBJECT_CLASS (vouch_sign_in_page_parent_class)->dispose (object);
}

static void
vouch_sign_in_page_class_init (VouchSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vouch_sign_in_page_dispose;
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_template_from_resource (widget_class, "/app/vouch/Station/ui/vouch-sign-in-page.ui");
}

static void
vouch_sign_in_page_init (VouchSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
