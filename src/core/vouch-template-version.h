#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchTemplateVersion:
 *
 * A version of a label template that the house made. It never changes; the next one takes its place.
 */
typedef struct
{
  gint64 id;
  char *name; /* no template that is built in has it */
  gint64 version;
  char *content;      /* see vouch-label-template(5) */
  gboolean is_active; /* of one name at most one is: what new labels are made with */
  gint64 changed_by;
  gint64 changed_at;
} VouchTemplateVersion;

VOUCH_DECLARE_RECORD (VouchTemplateVersion, vouch_template_version)

G_END_DECLS
