#pragma once

#include "vouch-command.h"
#include "vouch-printer-profile.h"

G_BEGIN_DECLS

/**
 * VouchSessionSettings:
 * @command_prefix: of command codes, "XC"
 * @label_window_ms: how long after a goods scan another one belongs to the same label
 * @repeat_ms: how soon the same code again is ignored
 * @sign_window_ms: how long a signature is waited for
 * @look_ms: how often, while nothing is done, a desk looks whether disk, file and clock are still as they were
 * @label_directory: (nullable): where label PDFs go; %NULL for "labels" in the station's directory
 * @camera: (nullable): where photos come from, in the words of gst-launch; %NULL for the first camera
 * @labels_max: how many labels go into a file at the stand, where scans wait for them, if more can be handed over
 * @item_printer: (nullable): where labels of units go; %NULL for PDF files
 * @lot_printer: (nullable): where labels of lots go
 * @hands_over: whether somebody takes over what is many labels, as the window does: they are printed beside the work
 * @accepts_odoo: whether the codes of an Odoo command sheet are understood, too
 *
 * How a session takes what it is given.
 */
typedef struct
{
  const char *command_prefix;
  guint label_window_ms;
  guint repeat_ms;
  guint sign_window_ms;
  guint look_ms;
  const char *label_directory;
  const char *camera;
  guint labels_max;
  gboolean accepts_odoo;
  const VouchPrinterProfile *item_printer;
  const VouchPrinterProfile *lot_printer;
  gboolean hands_over;
} VouchSessionSettings;

#define VOUCH_SESSION_SETTINGS_DEFAULT                                                                                 \
  {                                                                                                                    \
    VOUCH_COMMAND_PREFIX, 400, 1500, 10000, 60000, NULL, NULL, 1000                                                    \
  }

VouchSessionSettings *vouch_session_settings_copy (const VouchSessionSettings *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_session_settings_free (VouchSessionSettings *self);

G_END_DECLS
