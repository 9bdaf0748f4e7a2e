#pragma once

#include "vouch-station.h"

G_BEGIN_DECLS

/**
 * VouchCondition:
 * @VOUCH_CONDITION_SOUND: work goes on
 * @VOUCH_CONDITION_SUSPICIOUS: customers' queries or reports are suspicious, and no QA lead has acknowledged it; work
 *   goes on
 * @VOUCH_CONDITION_REFUSED: the lookup service does not take what is published, and a person has to look why; work goes
 * on
 * @VOUCH_CONDITION_RESTORED: the database or the key file was put back to an earlier state, and nobody has acknowledged
 *   it; work goes on
 * @VOUCH_CONDITION_CLOCK_BACK: the machine's clock is behind what was recorded already; work goes on
 * @VOUCH_CONDITION_LOW_SPACE: the disk is filling up; work goes on
 * @VOUCH_CONDITION_NO_SPACE: there is too little space left to begin anything; reading goes on
 * @VOUCH_CONDITION_READ_ONLY: nothing can be written; reading goes on
 * @VOUCH_CONDITION_GONE: the database is no longer where it was opened; nothing goes on
 *
 * How the ground is on which a station stands, the worst last.
 */
typedef enum
{
  VOUCH_CONDITION_SOUND,
  VOUCH_CONDITION_SUSPICIOUS,
  VOUCH_CONDITION_REFUSED,
  VOUCH_CONDITION_RESTORED,
  VOUCH_CONDITION_CLOCK_BACK,
  VOUCH_CONDITION_LOW_SPACE,
  VOUCH_CONDITION_NO_SPACE,
  VOUCH_CONDITION_READ_ONLY,
  VOUCH_CONDITION_GONE,
} VouchCondition;

extern const VouchEnum vouch_condition_values;

#define VOUCH_CONDITION_WARN_BELOW (G_GINT64_CONSTANT (1) << 30)   /* bytes free */
#define VOUCH_CONDITION_STOP_BELOW (G_GINT64_CONSTANT (200) << 20) /* bytes free */

VouchCondition vouch_condition_look (VouchStation *station, char **message);
gboolean vouch_condition_is_clock_back (VouchStation *station);
gboolean vouch_condition_check (VouchStation *station, GError **error);

G_END_DECLS
