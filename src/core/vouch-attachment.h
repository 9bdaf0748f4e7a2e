#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchAttachment:
 *
 * A photograph that belongs to a record. Its bytes lie in a file named by their SHA-256; the row says what they have to
 * be. Never changed.
 */
typedef struct
{
  gint64 id;
  char *subject; /* the record's table: "lot", "reading" or "receipt_line" */
  gint64 subject_id;
  GBytes *sha256; /* of the stored bytes, 32 bytes */
  char *media_type;
  gint64 size; /* of the stored bytes */
  char *name;  /* as the picture was called where it came from; nullable */
  gint64 taken_by;
  gint64 taken_at;
  gint64 lot_id; /* the lot that the subject belongs to; 0 for a line, which has several */
} VouchAttachment;

VOUCH_DECLARE_RECORD (VouchAttachment, vouch_attachment)

char *vouch_attachment_dup_hash (const VouchAttachment *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_attachment_matches (const VouchAttachment *self, GBytes *bytes);

G_END_DECLS
