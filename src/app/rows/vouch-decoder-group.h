#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_DECODER_GROUP (vouch_decoder_group_get_type ())
G_DECLARE_FINAL_TYPE (VouchDecoderGroup, vouch_decoder_group, VOUCH, DECODER_GROUP, AdwPreferencesGroup)

/**
 * VouchDecoderGroup:
 *
 * How the program that reads pictures does: what it read and lost since the station was opened.
 */

GtkWidget *vouch_decoder_group_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_decoder_group_read (VouchDecoderGroup *self, VouchDesk *desk);

G_END_DECLS
