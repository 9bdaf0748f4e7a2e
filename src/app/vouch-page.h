#pragma once

#include <gtk/gtk.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PAGE (vouch_page_get_type ())
G_DECLARE_INTERFACE (VouchPage, vouch_page, VOUCH, PAGE, GtkWidget)

/**
 * VouchPage:
 * @set_desk: the desk that the page reads from and works at from now on; %NULL while there is none
 * @refresh: (nullable): the page has come up, and reads anew what may have changed
 * @take_scan: (nullable): takes a scan that the page has a field for; what it does not take is the desk's
 * @take_key: (nullable): takes a single key that no widget wanted and that is no part of a scan; what it does not take
 *   is the desk's
 *
 * A page that reads for itself. Whatever stands in the window's stack and is one gets its desk without being named in
 * the window's code.
 */
struct _VouchPageInterface
{
  GTypeInterface parent_iface;
  void (*set_desk) (VouchPage *self, VouchDesk *desk);
  void (*refresh) (VouchPage *self);
  gboolean (*take_scan) (VouchPage *self, const char *text);
  gboolean (*take_key) (VouchPage *self, guint keyval);
};

void vouch_page_set_desk (VouchPage *self, VouchDesk *desk);
void vouch_page_refresh (VouchPage *self);
gboolean vouch_page_take_scan (VouchPage *self, const char *text);
gboolean vouch_page_take_key (VouchPage *self, guint keyval);

G_END_DECLS
