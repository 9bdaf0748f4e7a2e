#pragma once

#include "vouch-parked-goods.h"
#include "vouch-printer-profile.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* Goods of a delivery that no product of the catalogue fits. */
typedef struct
{
  gint64 receipt_id;
  char *code; /* nullable: what was scanned */
  char *note; /* nullable: what they look like */
} VouchParkRequest;

VOUCH_DECLARE_RECORD (VouchParkRequest, vouch_park_request)

typedef struct
{
  char *number;     /* of the parked goods */
  char *resolution; /* what becomes of them */
} VouchResolveRequest;

VOUCH_DECLARE_RECORD (VouchResolveRequest, vouch_resolve_request)

/* Answer VouchDone: the number that the goods are set apart under. The same code of the same receipt again is the same
 * goods. */
extern const VouchUseCase vouch_receive_park;
extern const VouchUseCase vouch_receive_resolve;

char *vouch_park_print_label (VouchStation *station, const char *number, const char *code, const char *directory,
                              const VouchPrinterProfile *printer, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
