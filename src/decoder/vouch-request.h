#pragma once

#include <glib.h>

#include "vouch-code-kind.h"

G_BEGIN_DECLS

/* The protocol's name, sent first: a client of another version must not guess. */
#define VOUCH_REQUEST_PROTOCOL "vouch-decoder/3"

/* No request is longer: a picture file or a frame. */
#define VOUCH_REQUEST_MAX_PAYLOAD (64u * 1024 * 1024)

/**
 * VouchRequestKind:
 * @VOUCH_REQUEST_PICTURE: the payload is a PNG or JPEG file
 * @VOUCH_REQUEST_GREY: the payload is width × height grey pixels
 * @VOUCH_REQUEST_FRAME: the same, of a camera: one of many, so it is looked at twice and no more
 * @VOUCH_REQUEST_REENCODE: the payload is a PNG or JPEG file; wanted is a JPEG of it, no longer than width
 * @VOUCH_REQUEST_PIXELS: the same; wanted are the pixels in rows of red, green and blue
 */
typedef enum
{
  VOUCH_REQUEST_PICTURE = 1,
  VOUCH_REQUEST_GREY = 2,
  VOUCH_REQUEST_REENCODE = 3,
  VOUCH_REQUEST_PIXELS = 4,
  VOUCH_REQUEST_FRAME = 5,
} VouchRequestKind;

/**
 * VouchRequest:
 * @kind: what the payload is
 * @width: of grey pixels; of a photograph how long it may be; else 0
 * @height: of grey pixels, else 0
 * @budget_ms: how long to go on looking
 * @kinds: what to look for
 * @length: of the payload in bytes
 * @payload: (owned): the bytes
 *
 * One thing to be decoded. On the wire it is six numbers of 32 bits, little endian, in this order, and the payload.
 */
typedef struct
{
  guint32 kind;
  guint32 width;
  guint32 height;
  guint32 budget_ms;
  VouchCodeKinds kinds;
  guint32 length;
  guint8 *payload;
} VouchRequest;

gboolean vouch_request_receive (VouchRequest *self, int fd);
void vouch_request_clear (VouchRequest *self);
gboolean vouch_request_answer (int fd, guint8 verdict, GPtrArray *sightings);
gboolean vouch_request_answer_photo (int fd, guint8 verdict, guint width, guint height, GBytes *bytes);
gboolean vouch_request_greet (int fd, const char *libraries);

G_END_DECLS
