#pragma once

#include "vouch-attachment-file.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A photograph of a record. */
typedef struct
{
  char *subject;       /* "lot", "reading" or "receipt_line" */
  gint64 subject_id;   /* of that record */
  GBytes *picture;     /* the bytes of a PNG or JPEG file */
  char *name;          /* nullable: what the file was called; only the last part of a path is kept */
  VouchKeptPhoto kept; /* not described: what was stored before the transaction */
} VouchAttachRequest;

VOUCH_DECLARE_RECORD (VouchAttachRequest, vouch_attach_request)

typedef struct
{
  gint64 id;
  GBytes *sha256; /* of the stored bytes */
  gint64 size;
} VouchAttached;

VOUCH_DECLARE_RECORD (VouchAttached, vouch_attached)

/* Request VouchAttachRequest, answer VouchAttached. */
extern const VouchUseCase vouch_attachment_add;

gboolean
vouch_attachment_insert (VouchAct *act, VouchAttachment *attachment, const VouchKeptPhoto *kept, GError **error);
char *vouch_attachment_dup_name (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
