#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_NAVIGATION_BUTTON (vouch_navigation_button_get_type ())
G_DECLARE_FINAL_TYPE (VouchNavigationButton, vouch_navigation_button, VOUCH, NAVIGATION_BUTTON, GtkToggleButton)

/**
 * VouchNavigationButton:
 *
 * A page's icon over its title, and a number where something waits there. It is down while its page is shown.
 */

GtkWidget *vouch_navigation_button_new (AdwViewStackPage *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
