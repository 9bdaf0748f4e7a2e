#pragma once

#include "vouch-restore-work.h"

G_BEGIN_DECLS

/* Whoever is told that something was put back has seen to what follows from it. */
extern const VouchUseCase vouch_restore_acknowledge;

char *vouch_restore_notice_dup (VouchStation *station) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
