#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchCarriedKind:
 * @VOUCH_CARRIED_PUBLICATIONS: what waits to be published, for `vouch-lookup import`
 * @VOUCH_CARRIED_ANSWERS: what customers are told, for `vouch-lookup import`
 * @VOUCH_CARRIED_BACK: what `vouch-lookup import` answered, or `vouch-lookup collect` wrote
 *
 * What goes between a station and a lookup service on a stick where no network does.
 */
typedef enum
{
  VOUCH_CARRIED_PUBLICATIONS,
  VOUCH_CARRIED_ANSWERS,
  VOUCH_CARRIED_BACK,
} VouchCarriedKind;

char *vouch_carried_file_pass (VouchStation *station, VouchCarriedKind kind, const char *path,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
