#pragma once

#include <adwaita.h>

#include "vouch-user-work.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_FIRST_RUN_PAGE (vouch_first_run_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchFirstRunPage, vouch_first_run_page, VOUCH, FIRST_RUN_PAGE, AdwBin)

/**
 * VouchFirstRunPage:
 *
 * A station that nobody has an account on: make the first administrator by the one-time code, or load example data.
 *
 * Signals: "administrator": the form was filled in; "sample": example data is wanted.
 */

void vouch_first_run_page_set_code_path (VouchFirstRunPage *self, const char *path);
void vouch_first_run_page_refuse (VouchFirstRunPage *self, const char *message);
void vouch_first_run_page_take_scan (VouchFirstRunPage *self, const char *text);
VouchFirstUserRequest *vouch_first_run_page_dup_request (VouchFirstRunPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
