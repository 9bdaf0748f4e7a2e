#pragma once

#include <glib.h>

#include "vouch-label-template.h"

G_BEGIN_DECLS

/* A field that every template has: "zh" or "en" for one language only. */
#define VOUCH_LABEL_LANGUAGE "language"

gboolean vouch_label_fill_check_pattern (const VouchLabelTemplate *template, const char *pattern, gboolean has_segments,
                                         GError **error);
gboolean vouch_label_fill_check_field (const VouchLabelTemplate *template, GHashTable *fields, const char *field,
                                       GError **error);
gboolean vouch_label_fill_check_fields (const VouchLabelTemplate *template, GHashTable *fields, GError **error);
char *vouch_label_fill (const VouchLabelTemplate *template, const char *pattern, GHashTable *fields,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_label_fill_segments (const char *pattern, GHashTable *fields) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_label_fill_names (const char *pattern, const char *field);
char *vouch_label_fill_dup_field_of (const char *pattern, const char *message) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_label_fill_dup_field (const char *pattern) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
