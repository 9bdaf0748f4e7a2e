#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_CODE_CHOOSER (vouch_code_chooser_get_type ())
G_DECLARE_FINAL_TYPE (VouchCodeChooser, vouch_code_chooser, VOUCH, CODE_CHOOSER, AdwBin)

/**
 * VouchCodeChooser:
 *
 * Asks which of several codes is meant, each with a number and what it says. Its buttons have the actions
 * "camera.choose" (the number), "camera.choose-all" and "camera.dismiss", which are whoever's it belongs to.
 */

void vouch_code_chooser_set_codes (VouchCodeChooser *self, GPtrArray *symbols, gboolean belong_together);

G_END_DECLS
