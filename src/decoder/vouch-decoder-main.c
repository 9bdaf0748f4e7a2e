/* vouch-decoder: reads the pictures that nobody else may touch. It is started by a client with a stream on its standard
 * input and output, shuts itself in, says so, and answers requests until the stream ends. */

#include <string.h>
#include <unistd.h>

#include "vouch-dmtx-reader.h"
#include "vouch-photo.h"
#include "vouch-request.h"
#include "vouch-sandbox.h"
#include "vouch-still.h"
#include "vouch-stream.h"
#include "vouch-zbar-reader.h"

#define CPU_SECONDS 10

static VouchPictureVerdict
take_grey (VouchRequest *request, VouchGrey **picture)
{
  if (!vouch_grey_size_is_allowed (request->width, request->height))
    return VOUCH_PICTURE_TOO_LARGE;
  *picture = g_new0 (VouchGrey, 1);
  (*picture)->width = request->width;
  (*picture)->height = request->height;
  (*picture)->pixels = g_steal_pointer (&request->payload);
  return VOUCH_PICTURE_READ;
}

static VouchPictureVerdict
take_picture (VouchRequest *request, VouchGrey **picture)
{
  if (request->kind == VOUCH_REQUEST_GREY || request->kind == VOUCH_REQUEST_FRAME)
    return take_grey (request, picture);
  return vouch_picture_decode (request->payload, request->length, picture);
}

static GBytes *
take_out (VouchPhoto *photo, guint32 kind)
{
  if (kind == VOUCH_REQUEST_REENCODE)
    return vouch_photo_encode (photo);
  return g_bytes_new_take (g_steal_pointer (&photo->pixels), (gsize)photo->width * photo->height * 3);
}

static gboolean
serve_photo (VouchRequest *request)
{
  g_autoptr (VouchPhoto) photo = NULL;
  g_autoptr (GBytes) bytes = NULL;
  VouchPictureVerdict verdict = vouch_photo_decode (request->payload, request->length, request->width, &photo);

  if (verdict == VOUCH_PICTURE_READ)
    bytes = take_out (photo, request->kind);
  if (verdict == VOUCH_PICTURE_READ && bytes == NULL)
    verdict = VOUCH_PICTURE_TOO_LARGE;
  return vouch_request_answer_photo (STDOUT_FILENO, (guint8)verdict, bytes != NULL ? photo->width : 0,
                                     bytes != NULL ? photo->height : 0, bytes);
}

static gboolean
serve_symbols (VouchRequest *request, VouchGlancePlan *plan)
{
  g_autoptr (VouchGrey) picture = NULL;
  g_autoptr (GPtrArray) sightings = NULL;
  const VouchStillTerms terms = { request->kinds, request->budget_ms, request->kind == VOUCH_REQUEST_PICTURE };
  VouchPictureVerdict verdict = take_picture (request, &picture);

  if (verdict == VOUCH_PICTURE_READ && request->kind == VOUCH_REQUEST_FRAME)
    sightings = vouch_stream_read (plan, picture, request->kinds);
  else if (verdict == VOUCH_PICTURE_READ)
    sightings = vouch_still_read (picture, &terms);
  return vouch_request_answer (STDOUT_FILENO, (guint8)verdict, sightings);
}

static gboolean
serve (VouchRequest *request, VouchGlancePlan *plan)
{
  if (request->kind == VOUCH_REQUEST_REENCODE || request->kind == VOUCH_REQUEST_PIXELS)
    return serve_photo (request);
  return serve_symbols (request, plan);
}

static char *
name_libraries (void)
{
  g_autofree char *zbar = vouch_zbar_dup_version ();
  g_autofree char *dmtx = vouch_dmtx_dup_version ();

  return g_strconcat (zbar, ", ", dmtx, NULL);
}

int
main (int argc, char **argv)
{
  VouchRequest request;
  VouchGlancePlan plan = { 0 };
  gboolean is_heard = TRUE;
  g_autofree char *libraries = name_libraries ();

  if (isatty (STDIN_FILENO))
    {
      static const char usage[] = "vouch-decoder is started by the station and by vouch; it is of no use by hand.\n";

      return write (STDERR_FILENO, usage, strlen (usage)) > 0 ? 2 : 3;
    }
  vouch_zbar_warm_up ();
  if (!vouch_sandbox_enter () || !vouch_request_greet (STDOUT_FILENO, libraries))
    _exit (3);
  while (is_heard && vouch_request_receive (&request, STDIN_FILENO))
    {
      vouch_sandbox_allow_cpu (CPU_SECONDS);
      is_heard = serve (&request, &plan);
      vouch_request_clear (&request);
    }
  /* Without the handlers at exit: they may want calls that the sandbox does not give. */
  _exit (0);
}
