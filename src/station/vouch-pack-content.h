#pragma once

#include "vouch-conn.h"
#include "vouch-pack.h"
#include "vouch-print-job.h"

G_BEGIN_DECLS

/**
 * VouchPackLine:
 * @what: a lot's number, or a carton's SSCC
 * @detail: which of the lot's units, or how many units the carton has
 *
 * A line of what is in a carton or on a pallet.
 */
typedef struct
{
  char *what;
  char *detail;
} VouchPackLine;

/**
 * VouchPackContent:
 * @pack: a carton or a pallet
 * @lines: (element-type VouchPackLine): what is in it
 * @job: (nullable): the last print of its label
 * @width_um: of its label, micrometres
 * @height_um: of its label
 *
 * What a carton or pallet shows of itself when it is opened.
 */
typedef struct
{
  VouchPack *pack;
  GPtrArray *lines;
  VouchPrintJob *job;
  int width_um;
  int height_um;
} VouchPackContent;

VouchPackContent *vouch_pack_content_read (VouchConn *conn, gint64 pack_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_pack_content_free (VouchPackContent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPackContent, vouch_pack_content_free)

G_END_DECLS
