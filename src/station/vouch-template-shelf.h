#pragma once

#include "vouch-conn.h"
#include "vouch-label-template.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchTemplateEntry:
 *
 * A label template on the shelf: one that is built in, or one that the house made.
 */
typedef struct
{
  char *name;
  gint64 version;
  char *title;    /* nullable: in Chinese */
  char *title_en; /* nullable: in English */
  char *purpose;  /* nullable */
  gint64 width_um;
  gint64 height_um;
  gboolean is_built_in;
  gint64 changed_at; /* 0 of one that is built in */
} VouchTemplateEntry;

VOUCH_DECLARE_RECORD (VouchTemplateEntry, vouch_template_entry)

gboolean vouch_template_is_built_in (const char *name);
VouchLabelTemplate *vouch_template_load (VouchConn *conn, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_template_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_template_dup_mark (const VouchLabelTemplate *template) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_template_is_new (VouchConn *conn, const VouchLabelTemplate *template, gboolean *is_new, GError **error);

G_END_DECLS
