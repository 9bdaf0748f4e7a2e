#pragma once

#include <glib.h>

#include "vouch-label-template.h"

G_BEGIN_DECLS

/* The form that templates are written in; one that says a greater number was made for a later Vouch. */
#define VOUCH_LABEL_FORMAT 1

VouchLabelTemplate *
vouch_label_json_read (const char *name, const char *json, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_label_json_write (const VouchLabelTemplate *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
