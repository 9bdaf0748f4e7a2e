#pragma once

#include "vouch-plan-content.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/**
 * VouchPlanDraftRequest:
 *
 * A new version of a product's plan. @content is JSON as vouch_plan_json_read() takes it: what it does not mention is
 * as in @as_version, and all of it has to be mentioned where there is none.
 */
typedef struct
{
  gint64 product_id;
  VouchPlanType type;
  gint64 as_version; /* 0: from nothing */
  char *note;        /* nullable: what the version is for */
  GBytes *content;   /* nullable */
} VouchPlanDraftRequest;

VOUCH_DECLARE_RECORD (VouchPlanDraftRequest, vouch_plan_draft_request)

VouchPlanDraftRequest *vouch_plan_draft_request_of (const VouchPlanContent *plan, gint64 as_version,
                                                    const char *note) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VouchPlanApproveRequest:
 *
 * Puts a drafted version in force. Signed by badge and PIN of a QA lead who did not draft it.
 */
typedef struct
{
  gint64 product_id;
  VouchPlanType type;
  gint64 plan_version;
  gint64 seen; /* the version in force that the signer compared it with; 0: not said */
  char *badge;
  char *pin; /* secret */
} VouchPlanApproveRequest;

VOUCH_DECLARE_RECORD (VouchPlanApproveRequest, vouch_plan_approve_request)

/**
 * VouchPlanRetireRequest:
 *
 * Takes a version out of use, or refuses a draft. Signed by badge and PIN.
 */
typedef struct
{
  gint64 product_id;
  VouchPlanType type;
  gint64 plan_version;
  char *reason;
  char *badge;
  char *pin; /* secret */
} VouchPlanRetireRequest;

VOUCH_DECLARE_RECORD (VouchPlanRetireRequest, vouch_plan_retire_request)

/* What became of a version. */
typedef struct
{
  gint64 plan_id;
  char *product; /* its SKU */
  gint64 version;
  VouchPlanState state;
  gint64 retired_version; /* what it took the place of; 0: nothing */
} VouchPlanChanged;

VOUCH_DECLARE_RECORD (VouchPlanChanged, vouch_plan_changed)

/* Request VouchPlanDraftRequest, answer VouchPlanChanged. An earlier draft of the same author is retired by it. */
extern const VouchUseCase vouch_plan_draft;
/* Request VouchPlanApproveRequest, answer VouchPlanChanged. The version in force is retired in the same act. */
extern const VouchUseCase vouch_plan_approve;
/* Request VouchPlanRetireRequest, answer VouchPlanChanged. */
extern const VouchUseCase vouch_plan_retire;

G_END_DECLS
