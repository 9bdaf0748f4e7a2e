#include "vouch-dmtx-reader.h"

#include <dmtx.h>
#include <math.h>
#include <string.h>

#include "vouch-deadline.h"
#include "vouch-sighting.h"
#include "vouch-trust.h"

#define GROUP_SEPARATOR 0x1d
#define MAX_SYMBOLS 16
/* What a symbol's first codeword says of the whole (ISO/IEC 16022, table 2). */
#define FNC1 232
#define STRUCTURED_APPEND 233
#define CHARACTER_SET 241
/* A character set's number that takes one codeword, which is one more than the number. */
#define SHORT_SET_MAX 127
/* How far the grid is moved to see whether a reading stands, in modules. */
#define STRAY 0.2

/* libdmtx counts the time on the wall, of which a busy machine gives us little: it is asked to look for a short while
 * at a time, and what counts is the time that we got; but not without end. */
#define SLICE_MS 10
#define WALL_PER_CPU 4

/* libdmtx writes FNC1 as a group separator, and the number of a character set as if it were a character. Neither is
 * content where it comes first. NULL where it makes no sense of what it read. */
static VouchSighting *
identify (const DmtxMessage *message)
{
  const guint8 *data = message->output;
  gsize length = (gsize)MAX (message->outputIdx, 0);

  if (message->code[0] == STRUCTURED_APPEND)
    return vouch_sighting_new_refused (VOUCH_CODE_KIND_DATA_MATRIX, "]d1", VOUCH_SIGHTING_PART);
  if (length < 1 || (length < 2 && (message->code[0] == FNC1 || message->code[0] == CHARACTER_SET)) ||
      (message->code[0] == CHARACTER_SET && message->code[1] > SHORT_SET_MAX))
    return NULL;
  if (message->code[0] == FNC1)
    return vouch_sighting_new (VOUCH_CODE_KIND_GS1_DATAMATRIX, "]d2", data + 1, length - 1);
  if (message->code[0] == CHARACTER_SET)
    return vouch_sighting_new (VOUCH_CODE_KIND_DATA_MATRIX, "]d1", data + 1, length - 1);
  return vouch_sighting_new (VOUCH_CODE_KIND_DATA_MATRIX, "]d1", data, length);
}

/* libdmtx counts rows from the bottom. */
static void
locate (VouchSighting *sighting, DmtxRegion *region, guint height)
{
  static const double places[4][2] = { { 0, 1 }, { 1, 1 }, { 1, 0 }, { 0, 0 } };

  for (int i = 0; i < 4; i++)
    {
      DmtxVector2 point = { places[i][0], places[i][1] };

      dmtxMatrix3VMultiplyBy (&point, region->fit2raw);
      sighting->corners[i][0] = (int)lround (point.X);
      sighting->corners[i][1] = (int)height - 1 - (int)lround (point.Y);
    }
}

/* What reads as a symbol that lies beside the picture is none. */
static gboolean
is_inside (const VouchSighting *sighting, const VouchGrey *picture)
{
  int slack = (int)MAX (picture->width, picture->height) / 20;

  for (int i = 0; i < 4; i++)
    if (sighting->corners[i][0] < -slack || sighting->corners[i][0] > (int)picture->width + slack ||
        sighting->corners[i][1] < -slack || sighting->corners[i][1] > (int)picture->height + slack)
      return FALSE;
  return TRUE;
}

/* Whether the region still reads the same when the grid is moved, by parts of a module. */
static gboolean
reads_the_same (DmtxDecode *decode, const DmtxRegion *region, double right, double up, const DmtxMessage *message)
{
  DmtxRegion moved = *region;
  DmtxMatrix3 shift;
  DmtxMessage *again;
  gboolean is_same;

  dmtxMatrix3Translate (shift, right / region->symbolCols, up / region->symbolRows);
  dmtxMatrix3Multiply (moved.fit2raw, shift, (double (*)[3])region->fit2raw);
  again = dmtxDecodeMatrixRegion (decode, &moved, DmtxUndefined);
  if (again == NULL)
    return FALSE;
  is_same = again->outputIdx == message->outputIdx &&
            memcmp (again->output, message->output, (gsize)MAX (message->outputIdx, 0)) == 0;
  dmtxMessageDestroy (&again);
  return is_same;
}

/* libdmtx does not tell how many errors it corrected, and one too many is a wrong reading that looks like any other. A
 * clear symbol does not mind where in its modules one looks, a reading at its limit does. */
static int
count_agreeing (DmtxDecode *decode, const DmtxRegion *region, const DmtxMessage *message)
{
  static const double moves[][2] = { { STRAY, 0 }, { -STRAY, 0 }, { 0, STRAY }, { 0, -STRAY } };
  int n = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    n += reads_the_same (decode, region, moves[i][0], moves[i][1], message);
  return n;
}

static void
take_region (DmtxDecode *decode, DmtxRegion *region, const VouchGrey *picture, VouchCodeKinds kinds,
             GPtrArray *sightings)
{
  DmtxMessage *message = dmtxDecodeMatrixRegion (decode, region, DmtxUndefined);
  g_autoptr (VouchSighting) sighting = NULL;

  if (message == NULL)
    return;
  sighting = identify (message);
  if (sighting != NULL)
    {
      sighting->is_matrix = TRUE;
      sighting->quality = count_agreeing (decode, region, message);
      sighting->needed_quality = vouch_trust_get_quality (sighting->symbology);
      locate (sighting, region, picture->height);
      if (is_inside (sighting, picture) && (VOUCH_CODE_KIND_BIT (sighting->symbology) & kinds) != 0)
        g_ptr_array_add (sightings, g_steal_pointer (&sighting));
    }
  dmtxMessageDestroy (&message);
}

/* The next place that looks like a symbol. It goes on where it stopped, so a slice that ran out is no end yet. */
static DmtxRegion *
find_region (DmtxDecode *decode, const VouchDeadline *deadline)
{
  while (!vouch_deadline_is_over (deadline))
    {
      DmtxTime slice = dmtxTimeAdd (dmtxTimeNow (), SLICE_MS);
      DmtxRegion *region = dmtxRegionFindNext (decode, &slice);

      if (region != NULL || !dmtxTimeExceeded (slice))
        return region;
    }
  return NULL;
}

/**
 * vouch_dmtx_dup_version:
 *
 * Returns: (transfer full): which libdmtx this is, for diagnostics
 */
char *
vouch_dmtx_dup_version (void)
{
  return g_strdup_printf ("libdmtx %s", dmtxVersion ());
}

/**
 * vouch_dmtx_read:
 * @picture: a picture
 * @kinds: what is looked for
 * @limit_ms: for how long to look
 * @sightings: (element-type VouchSighting): where to add what is found
 *
 * Looks for Data Matrix codes.
 */
void
vouch_dmtx_read (const VouchGrey *picture, VouchCodeKinds kinds, guint limit_ms, GPtrArray *sightings)
{
  DmtxImage *image = dmtxImageCreate (picture->pixels, (int)picture->width, (int)picture->height, DmtxPack8bppK);
  DmtxDecode *decode = image != NULL ? dmtxDecodeCreate (image, 1) : NULL;
  VouchDeadline deadline = vouch_deadline_after (limit_ms, WALL_PER_CPU);
  DmtxRegion *region;

  if (decode == NULL)
    {
      dmtxImageDestroy (&image);
      return;
    }
  dmtxDecodeSetProp (decode, DmtxPropFnc1, GROUP_SEPARATOR);
  while (sightings->len < MAX_SYMBOLS && (region = find_region (decode, &deadline)) != NULL)
    {
      take_region (decode, region, picture, kinds, sightings);
      dmtxRegionDestroy (&region);
    }
  dmtxDecodeDestroy (&decode);
  dmtxImageDestroy (&image);
}
