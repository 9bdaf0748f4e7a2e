#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchSeverity:
 *
 * How strictly is sampled (ISO 2859-1:1999, 3.1.18 to 3.1.20; discontinued: 9.4).
 */
typedef enum
{
  VOUCH_SEVERITY_NORMAL,
  VOUCH_SEVERITY_TIGHTENED,
  VOUCH_SEVERITY_REDUCED,
  VOUCH_SEVERITY_DISCONTINUED,
} VouchSeverity;

extern const VouchEnum vouch_severity_values;

G_END_DECLS
