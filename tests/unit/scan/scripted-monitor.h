#pragma once

#include "vouch-device-monitor.h"

G_BEGIN_DECLS

#define SCRIPTED_TYPE_MONITOR (scripted_monitor_get_type ())

/* Serial devices that come and go as a test says. */
G_DECLARE_FINAL_TYPE (ScriptedMonitor, scripted_monitor, SCRIPTED, MONITOR, GObject)

ScriptedMonitor *scripted_monitor_new (void);
void scripted_monitor_plug (ScriptedMonitor *self, const char *id, const char *path);
void scripted_monitor_unplug (ScriptedMonitor *self, const char *id);

G_END_DECLS
