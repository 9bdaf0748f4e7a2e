#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SETTING_ROW (vouch_setting_row_get_type ())
G_DECLARE_FINAL_TYPE (VouchSettingRow, vouch_setting_row, VOUCH, SETTING_ROW, AdwActionRow)

/**
 * VouchSettingRow:
 *
 * One setting of this station: what it is called, what it does, and the widget that changes it at once. Everything is
 * taken from the setting's description in the schema. A setting that is locked says so; one that was changed can be
 * put back.
 */

GtkWidget *vouch_setting_row_new (GSettings *settings, const char *key) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *vouch_setting_row_get_control (VouchSettingRow *self);

G_END_DECLS
