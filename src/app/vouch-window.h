#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-scan.h"
#include "vouch-tones.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_WINDOW (vouch_window_get_type ())
G_DECLARE_FINAL_TYPE (VouchWindow, vouch_window, VOUCH, WINDOW, AdwApplicationWindow)

/**
 * VouchWindow:
 *
 * The station's window: shows the desk's state and passes on what is scanned, pressed and typed. It decides nothing.
 *
 * Signals: "retry": the station is to be opened again; "populated": a station that was new has got its first people.
 */

VouchWindow *vouch_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
void vouch_window_set_settings (VouchWindow *self, GSettings *settings);
AdwHeaderBar *vouch_window_get_header (VouchWindow *self);
void vouch_window_set_tones (VouchWindow *self, VouchTones *tones);
void vouch_window_set_desk (VouchWindow *self, VouchStation *station, VouchDesk *desk);
void vouch_window_refuse (VouchWindow *self, const GError *error);
void vouch_window_show_state (VouchWindow *self, VouchDeskState *state);
void vouch_window_show_page (VouchWindow *self, const char *name);
const char *vouch_window_get_page (VouchWindow *self);
void vouch_window_scan (VouchWindow *self, const VouchScan *scan);
void vouch_window_take_burst (VouchWindow *self, const VouchWedgeBurst *burst);
void vouch_window_set_scanner_gap (VouchWindow *self, guint gap_ms);
void vouch_window_read_picture (VouchWindow *self, const char *path);
void vouch_window_refuse_scan (VouchWindow *self, const char *message);
void vouch_window_forget_typed (VouchWindow *self);
void vouch_window_warn_of_scanner (VouchWindow *self, const char *message);
void vouch_window_welcome_scanner (VouchWindow *self, const char *name);

G_END_DECLS
