#pragma once

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* A report that was drawn for the public. */
typedef struct
{
  gint64 lot_id;
  gint64 wanted_at; /* of the wish that it fulfils */
  GBytes *pdf;      /* nullable: it could not be drawn small enough */
} VouchPublicReportRequest;

VOUCH_DECLARE_RECORD (VouchPublicReportRequest, vouch_public_report_request)

/* Answer VouchDone. Publishes the document and the record that names it. */
extern const VouchUseCase vouch_public_report_publish;

/* Within an act that publishes a lot. */
gboolean vouch_public_report_want (VouchAct *act, gint64 lot_id, GError **error);
/* Draws and publishes what is wanted. Takes its time: never on the thread of a window. */
gboolean vouch_public_report_make (VouchStation *station, GError **error);

G_END_DECLS
