#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SIGNATURE_GROUP (vouch_signature_group_get_type ())
G_DECLARE_FINAL_TYPE (VouchSignatureGroup, vouch_signature_group, VOUCH, SIGNATURE_GROUP, AdwBin)

/**
 * VouchSignatureGroup:
 *
 * Where a badge and a PIN are given that sign a decision.
 *
 * Signals: "changed" (void).
 */

gboolean vouch_signature_group_is_complete (VouchSignatureGroup *self);
char *vouch_signature_group_dup_badge (VouchSignatureGroup *self) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_signature_group_dup_pin (VouchSignatureGroup *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_signature_group_forget_pin (VouchSignatureGroup *self);
void vouch_signature_group_take_scan (VouchSignatureGroup *self, const char *text);
void vouch_signature_group_refuse (VouchSignatureGroup *self, const char *message);

G_END_DECLS
