#include "vouch-page.h"

G_DEFINE_INTERFACE (VouchPage, vouch_page, GTK_TYPE_WIDGET)

static void
vouch_page_default_init (VouchPageInterface *iface)
{
}

/**
 * vouch_page_set_desk:
 * @self: a page
 * @desk: (nullable): the desk that it reads from; it must not be used any more once another one or %NULL is set
 */
void
vouch_page_set_desk (VouchPage *self, VouchDesk *desk)
{
  g_return_if_fail (VOUCH_IS_PAGE (self));

  VOUCH_PAGE_GET_IFACE (self)->set_desk (self, desk);
}

/**
 * vouch_page_refresh:
 * @self: a page that has come up
 *
 * Reads anew what may have changed while another page was shown.
 */
void
vouch_page_refresh (VouchPage *self)
{
  VouchPageInterface *iface;

  g_return_if_fail (VOUCH_IS_PAGE (self));

  iface = VOUCH_PAGE_GET_IFACE (self);
  if (iface->refresh != NULL)
    iface->refresh (self);
}

/**
 * vouch_page_take_scan:
 * @self: the page that is shown
 * @text: what was scanned
 *
 * Returns: whether the page had a field that waited for it; otherwise it is the desk's
 */
gboolean
vouch_page_take_scan (VouchPage *self, const char *text)
{
  VouchPageInterface *iface;

  g_return_val_if_fail (VOUCH_IS_PAGE (self), FALSE);

  iface = VOUCH_PAGE_GET_IFACE (self);
  return iface->take_scan != NULL && iface->take_scan (self, text);
}

/**
 * vouch_page_take_key:
 * @self: the page that is shown
 * @keyval: a key that was pressed by itself: no widget wanted it, and no other key came with it
 *
 * Returns: whether the key does something on this page; otherwise it is the desk's
 */
gboolean
vouch_page_take_key (VouchPage *self, guint keyval)
{
  VouchPageInterface *iface;

  g_return_val_if_fail (VOUCH_IS_PAGE (self), FALSE);

  iface = VOUCH_PAGE_GET_IFACE (self);
  return iface->take_key != NULL && iface->take_key (self, keyval);
}
