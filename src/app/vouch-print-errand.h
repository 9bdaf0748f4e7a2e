#pragma once

#include <gtk/gtk.h>

#include "vouch-label-work.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINT_ERRAND (vouch_print_errand_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrintErrand, vouch_print_errand, VOUCH, PRINT_ERRAND, GObject)

/**
 * VouchPrintErrand:
 *
 * Labels that are being printed, on a thread of their own: thousands take a while, and nobody waits for them at the
 * stand. It can be asked how far it is, and stopped between two labels.
 */

VouchPrintErrand *vouch_print_errand_new (VouchStation *station, VouchActor *actor,
                                          const VouchLabelOrder *order) G_GNUC_WARN_UNUSED_RESULT;
void vouch_print_errand_run_async (VouchPrintErrand *self, GtkWindow *window, GAsyncReadyCallback callback,
                                   gpointer user_data);
VouchPrintJob *
vouch_print_errand_run_finish (VouchPrintErrand *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_print_errand_stop (VouchPrintErrand *self);
gboolean vouch_print_errand_is_stopped (VouchPrintErrand *self);
gboolean vouch_print_errand_is_file (VouchPrintErrand *self);
char *vouch_print_errand_dup_trouble (VouchPrintErrand *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_print_errand_get_progress (VouchPrintErrand *self, guint *done, guint *total);

G_END_DECLS
