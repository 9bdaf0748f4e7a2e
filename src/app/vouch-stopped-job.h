#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-print-job.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_STOPPED_JOB (vouch_stopped_job_get_type ())
G_DECLARE_FINAL_TYPE (VouchStoppedJob, vouch_stopped_job, VOUCH, STOPPED_JOB, AdwBin)

/**
 * VouchStoppedJob:
 *
 * A print job that a printer or a person stopped: how far it came, and whether it is gone on with or given up.
 *
 * Signals: "resume", with the number of labels that came out; "given-up", with what went wrong or %NULL; "told", with
 * what is missing before either can be done.
 */

void vouch_stopped_job_set_desk (VouchStoppedJob *self, VouchDesk *desk);
void vouch_stopped_job_show (VouchStoppedJob *self, const VouchPrintJob *job);
void vouch_stopped_job_allow (VouchStoppedJob *self, gboolean may_resume, gboolean may_give_up);

G_END_DECLS
