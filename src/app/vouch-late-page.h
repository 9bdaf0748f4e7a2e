#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_LATE_PAGE (vouch_late_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchLatePage, vouch_late_page, VOUCH, LATE_PAGE, AdwBin)

/**
 * VouchLatePage:
 *
 * A page that is made when it first comes up: a station opens soon however many pages it has that most people never
 * look at.
 *
 * Property "page-type": what it makes, a #VouchPage; named in a `.ui` file.
 *
 * Signal "made" (GtkWidget *page): it was made; it has its desk already.
 */

GtkWidget *vouch_late_page_get_page (VouchLatePage *self);

G_END_DECLS
