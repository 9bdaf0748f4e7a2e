#include "vouch-late-page.h"

#include "vouch-page.h"

struct _VouchLatePage
{
  AdwBin parent_instance;
  GType page_type;
  VouchDesk *desk;
};

enum
{
  PROP_0,
  PROP_PAGE_TYPE,
};

static guint made_signal;

static void page_init (VouchPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VouchLatePage, vouch_late_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (VOUCH_TYPE_PAGE, page_init))

static void
set_desk (VouchPage *page, VouchDesk *desk)
{
  VouchLatePage *self = VOUCH_LATE_PAGE (page);
  GtkWidget *made = vouch_late_page_get_page (self);

  self->desk = desk;
  if (made != NULL)
    vouch_page_set_desk (VOUCH_PAGE (made), desk);
}

static void
refresh (VouchPage *page)
{
  GtkWidget *made = vouch_late_page_get_page (VOUCH_LATE_PAGE (page));

  if (made != NULL)
    vouch_page_refresh (VOUCH_PAGE (made));
}

static gboolean
take_scan (VouchPage *page, const char *text)
{
  GtkWidget *made = vouch_late_page_get_page (VOUCH_LATE_PAGE (page));

  return made != NULL && vouch_page_take_scan (VOUCH_PAGE (made), text);
}

static gboolean
take_key (VouchPage *page, guint keyval)
{
  GtkWidget *made = vouch_late_page_get_page (VOUCH_LATE_PAGE (page));

  return made != NULL && vouch_page_take_key (VOUCH_PAGE (made), keyval);
}

static void
page_init (VouchPageInterface *iface)
{
  iface->set_desk = set_desk;
  iface->refresh = refresh;
  iface->take_scan = take_scan;
  iface->take_key = take_key;
}

/* Whoever brought it up asked for a refresh before there was anything to refresh. */
static void
make_page (VouchLatePage *self)
{
  GtkWidget *made = g_object_new (self->page_type, NULL);

  adw_bin_set_child (ADW_BIN (self), made);
  vouch_page_set_desk (VOUCH_PAGE (made), self->desk);
  g_signal_emit (self, made_signal, 0, made);
  vouch_page_refresh (VOUCH_PAGE (made));
}

static void
vouch_late_page_map (GtkWidget *widget)
{
  if (vouch_late_page_get_page (VOUCH_LATE_PAGE (widget)) == NULL)
    make_page (VOUCH_LATE_PAGE (widget));
  GTK_WIDGET_CLASS (vouch_late_page_parent_class)->map (widget);
}

static void
vouch_late_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE_TYPE)
    VOUCH_LATE_PAGE (object)->page_type = g_value_get_gtype (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vouch_late_page_class_init (VouchLatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = vouch_late_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = vouch_late_page_map;
  g_object_class_install_property (
      object_class, PROP_PAGE_TYPE,
      g_param_spec_gtype ("page-type", NULL, NULL, GTK_TYPE_WIDGET,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  made_signal = g_signal_new ("made", VOUCH_TYPE_LATE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              GTK_TYPE_WIDGET);
}

static void
vouch_late_page_init (VouchLatePage *self)
{
}

/**
 * vouch_late_page_get_page:
 * @self: a late page
 *
 * Returns: (transfer none) (nullable): what it made; %NULL before it came up
 */
GtkWidget *
vouch_late_page_get_page (VouchLatePage *self)
{
  g_return_val_if_fail (VOUCH_IS_LATE_PAGE (self), NULL);

  return adw_bin_get_child (ADW_BIN (self));
}
