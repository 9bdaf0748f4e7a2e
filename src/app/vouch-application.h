#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_APPLICATION (vouch_application_get_type ())
G_DECLARE_FINAL_TYPE (VouchApplication, vouch_application, VOUCH, APPLICATION, AdwApplication)

/**
 * VouchApplication:
 *
 * One station on this machine: opens it on a worker, gives its window a desk, and closes both in order.
 */

VouchApplication *vouch_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
