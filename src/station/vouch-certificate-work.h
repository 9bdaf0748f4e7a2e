#pragma once

#include "vouch-certificate.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A paper that came with a lot. */
typedef struct
{
  gint64 lot_id;
  VouchCertificateKind kind;
  char *number;
  char *issuer;
  VouchDate issued;
  GBytes *sha256; /* of its file */
  gint64 size;    /* of its file, bytes */
} VouchCertificateRequest;

VOUCH_DECLARE_RECORD (VouchCertificateRequest, vouch_certificate_request)

/* Answer VouchDone. A lot that was published is published anew. */
extern const VouchUseCase vouch_certificate_add;

gboolean vouch_certificate_fill_from_file (VouchCertificateRequest *request, const char *path, GError **error);

G_END_DECLS
