#pragma once

#include <gio/gio.h>

#include "vouch-use-case.h"

G_BEGIN_DECLS

/* The lookup service that the station publishes to. */
typedef struct
{
  char *private_url; /* of its private listener; nullable: publications go there as files */
  char *public_key;  /* hex, X25519: control records are sealed to it */
} VouchEnrolRequest;

VOUCH_DECLARE_RECORD (VouchEnrolRequest, vouch_enrol_request)

/* One publication that the service has acknowledged. */
typedef struct
{
  gint64 epoch;
  gint64 seq;
} VouchSentRequest;

VOUCH_DECLARE_RECORD (VouchSentRequest, vouch_sent_request)

/* One publication that the service did not take, and why. */
typedef struct
{
  gint64 epoch;
  gint64 seq;
  char *refusal;
} VouchRefusedRequest;

VOUCH_DECLARE_RECORD (VouchRefusedRequest, vouch_refused_request)

/* Answer VouchDone. Enrolling publishes every coded lot's control record. */
extern const VouchUseCase vouch_publish_enrol;
extern const VouchUseCase vouch_publish_note_sent;
extern const VouchUseCase vouch_publish_note_refused;

/* Within another act: part of the decision and of activation, no extra act. */
gboolean vouch_publish_lot (VouchAct *act, gint64 lot_id, GError **error);
gboolean vouch_publish_record (VouchAct *act, gint64 lot_id, GError **error);
gboolean vouch_publish_document (VouchAct *act, gint64 lot_id, GBytes *pdf, GError **error);
gboolean vouch_publish_change (VouchAct *act, gint64 lot_id, GError **error);
gboolean vouch_publish_codes (VouchAct *act, gint64 lot_id, GError **error);

/* What enrols the service at an address: it is asked for its key. Waits for the network. Or by its key alone. */
VouchEnrolRequest *vouch_publish_prepare_enrolment (const char *place, GCancellable *cancellable,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Enrols the service at an address, after asking it for its key. Waits for the network. */
gboolean vouch_publish_enrol_at (VouchStation *station, VouchActor *actor, const char *private_url, const char *key,
                                 GError **error);
/* Sends what waits, in order. Waits for the network. */
gboolean vouch_publish_push (VouchStation *station, gint64 *n_sent, GError **error);
/* Writes publications into a file that is carried to the service, and reads what it answered. */
gboolean vouch_publish_write (VouchStation *station, const char *path, gint64 since, gint64 *n_written, GError **error);
gboolean vouch_publish_receive (VouchStation *station, const char *path, gint64 *n_taken, GError **error);
/* What became of the publications that waited, as the service answered. */
gboolean vouch_publish_settle (VouchStation *station, GPtrArray *answers, gint64 *n_taken, GError **error);
/* What the lookup service has to be told once so that it believes this station: the line for `vouch-lookup trust`. */
char *vouch_publish_dup_trust (VouchStation *station) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
