#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VouchPublisherState:
 * @VOUCH_PUBLISHER_REFUSED: the lookup service refused the publication; see the answer's error
 * @VOUCH_PUBLISHER_STORED: it is in its place there
 * @VOUCH_PUBLISHER_ALREADY: it was stored before
 * @VOUCH_PUBLISHER_HELD: it is kept there until an earlier one arrives: send that one
 *
 * What became of a publication at the lookup service.
 */
typedef enum
{
  VOUCH_PUBLISHER_REFUSED,
  VOUCH_PUBLISHER_STORED,
  VOUCH_PUBLISHER_ALREADY,
  VOUCH_PUBLISHER_HELD,
} VouchPublisherState;

/**
 * VouchPublisherAnswer:
 * @state: what became of the publication
 * @station: whose it was; 0 where it could not be read
 * @epoch: of which epoch
 * @seq: its number
 * @hash: (nullable): its body's, so that an answer is to one publication only
 * @error: (nullable): why it was refused
 *
 * The answer to one line sent.
 */
typedef struct
{
  VouchPublisherState state;
  gint64 station;
  gint64 epoch;
  gint64 seq;
  GBytes *hash;
  GError *error;
} VouchPublisherAnswer;

void vouch_publisher_answer_free (VouchPublisherAnswer *self);

/*
 * The station's side of the lookup service's private listener. The calls block until they are answered or time out:
 * call them from a worker thread. A GCancellable stops them.
 *
 * Errors: BUSY where the service cannot be reached, is stopping, or somebody else answers in its place (a captive
 * portal's page is no acknowledgement): keep what is unsent and try again. The other codes are the service's own.
 */
gboolean
vouch_publisher_send (const char *private_url, const char *lines, gsize length, GPtrArray **answers, GError **error);
gboolean vouch_publisher_send_cancellable (const char *private_url, const char *lines, gsize length,
                                           GCancellable *cancellable, GPtrArray **answers, GError **error);
GPtrArray *vouch_publisher_read_answers (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean
vouch_publisher_fetch_key (const char *private_url, GCancellable *cancellable, guint8 public_key[32], GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPublisherAnswer, vouch_publisher_answer_free)

G_END_DECLS
