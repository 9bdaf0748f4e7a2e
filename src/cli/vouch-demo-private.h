#pragma once

#include "vouch-cli.h"
#include "vouch-demo-service.h"
#include "vouch-lot-file.h"
#include "vouch-session.h"

G_BEGIN_DECLS

/* A lot that the demonstration accepts, and what its customers get to see. */
typedef struct
{
  gint64 id;
  char *number;
  char *first; /* the address on the first unit's label */
  char *last;  /* and on the last one's */
} VouchDemoLot;

/* The QA lead of the example data. */
#define VOUCH_DEMO_QA_LEAD "VB1004"
#define VOUCH_DEMO_QA_LEAD_PIN "271828"

/* A demonstration on its way; its chapters are in vouch-demo-*.c. */
typedef struct
{
  VouchCli *cli;
  char *directory;
  char *pictures;
  char *labels;
  VouchClock *clock;
  VouchStation *station;
  VouchSession *session;
  GPtrArray *sheet; /* VouchCodeSheetEntry: everything that can be scanned */
  guint n_pictures;
  gint64 began_at; /* monotonic, µs */

  VouchDemoLot lot;      /* accepted, and complained about */
  VouchDemoLot recalled; /* accepted too, held back and recalled */
  VouchDemoService *service;
  char *customer_page; /* the path that customers ask for */
} VouchDemo;

void vouch_demo_say (VouchDemo *self, const char *step, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean vouch_demo_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean vouch_demo_expect (VouchDemo *self, VouchStage stage, GError **error);
VouchLotFile *vouch_demo_load_lot (VouchDemo *self, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A picture of what is to be scanned goes through the camera model, a file and the decoder into the session. */
gboolean vouch_demo_scan (VouchDemo *self, const char *part, GError **error);
gboolean vouch_demo_scan_dots (VouchDemo *self, const char *name, const guint8 *pixels, guint width, guint height,
                               guint stride, GError **error);

gboolean vouch_demo_receive (VouchDemo *self, GError **error);
gboolean
vouch_demo_accept (VouchDemo *self, const char *delivery, const char *label, VouchDemoLot *lot, GError **error);
gboolean vouch_demo_reject (VouchDemo *self, GError **error);
gboolean vouch_demo_hold (VouchDemo *self, GError **error);
gboolean vouch_demo_label (VouchDemo *self, VouchDemoLot *lot, GError **error);
gboolean vouch_demo_scan_unit (VouchDemo *self, gint64 lot_id, gint64 unit, char **address, GError **error);
gboolean vouch_demo_start_service (VouchDemo *self, GError **error);
gboolean vouch_demo_publish (VouchDemo *self, GError **error);
gboolean vouch_demo_ask (VouchDemo *self, GError **error);
gboolean vouch_demo_ask_page (VouchDemo *self, const char *address, const char *language, const char *agent, int status,
                              const char *wanted, GError **error);
gboolean vouch_demo_complain (VouchDemo *self, GError **error);
gboolean vouch_demo_recall (VouchDemo *self, GError **error);

void vouch_demo_lot_clear (VouchDemoLot *lot);

G_END_DECLS
