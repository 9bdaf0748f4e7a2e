#pragma once

#include "vouch-desk-part.h"
#include "vouch-lot-file.h"

G_BEGIN_DECLS

/* What a lot is judged by and how it stands, in the user's language; window, command line and reports use the same. */
const char *vouch_words_of_class (const VouchLotFile *file, const VouchClassPlan *plan);
char *vouch_words_dup_class_terms (const VouchClassPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_samples (const VouchClassStanding *standing) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_class_figures (const VouchClassStanding *standing) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_found (const VouchClassStanding *standing) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_rejection (const VouchClassStanding *standing) G_GNUC_WARN_UNUSED_RESULT;
VouchDeskStanding *
vouch_words_make_standing (const VouchLotFile *file, const VouchClassStanding *standing) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_plans (const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_standing (const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_classes_at (const VouchLotFile *file, gint64 position) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_why (const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_average (const VouchLotFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
