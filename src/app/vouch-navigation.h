#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_NAVIGATION (vouch_navigation_get_type ())
G_DECLARE_FINAL_TYPE (VouchNavigation, vouch_navigation, VOUCH, NAVIGATION, GtkWidget)

/**
 * VouchNavigation:
 *
 * One large button for each page of a stack: a rail where it stands, a bar where it lies. A page without an icon is
 * not listed, and what lists fewer than two pages is not shown. The buttons activate "win.page" with the page's name,
 * so that what leads to a page is one entry in the window's template. Pages that there is no room for are in a menu
 * behind a last button, for half a button would be missed by a glove, and one that has to be scrolled to by the eye.
 */

GtkWidget *vouch_navigation_new (AdwViewStack *stack, GtkOrientation orientation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
