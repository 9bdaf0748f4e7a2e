#pragma once

#include "vouch-plan-content.h"

G_BEGIN_DECLS

/* One thing that a version of a plan says otherwise than another. */
typedef struct
{
  char *title;  /* what it is about, translated */
  char *before; /* nullable: not there before */
  char *after;  /* nullable: not there any more */
} VouchPlanChange;

VOUCH_DECLARE_RECORD (VouchPlanChange, vouch_plan_change)

GPtrArray *
vouch_plan_change_list (const VouchPlanContent *before, const VouchPlanContent *after) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
