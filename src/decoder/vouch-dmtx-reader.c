#include "vouch-dmtx-reader.h"

#include <dmtx.h>
#include <math.h>
#include <string.h>

#include "vouch-deadline.h"
#include "vouch-sighting.h"

#define GROUP_SEPARATOR 0x1d
#define MAX_SYMBOLS 16

/* libdmtx counts the time on the wall, of which a busy machine gives us little: it is asked to look for a short while
 * at a time, and what counts is the time that we got; but not without end. */
#define SLICE_MS 10
#define WALL_PER_CPU 8

/* FNC1 comes out as a group separator; the first one says that the code is of GS1 and is not content. */
static VouchSighting *
identify (const DmtxMessage *message)
{
  const guint8 *data = message->output;
  gsize length = (gsize)MAX (message->outputIdx, 0);

  if (length > 0 && data[0] == GROUP_SEPARATOR)
    return vouch_sighting_new (VOUCH_CODE_KIND_GS1_DATAMATRIX, "]d2", data + 1, length - 1);
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

static void
take_region (DmtxDecode *decode, DmtxRegion *region, guint height, VouchCodeKinds symbologies, GPtrArray *sightings)
{
  DmtxMessage *message = dmtxDecodeMatrixRegion (decode, region, DmtxUndefined);
  g_autoptr (VouchSighting) sighting = NULL;

  if (message == NULL)
    return;
  sighting = identify (message);
  dmtxMessageDestroy (&message);
  sighting->is_matrix = TRUE;
  sighting->quality = 1;
  sighting->needed_quality = 1;
  sighting->sure = TRUE;
  locate (sighting, region, height);
  if ((VOUCH_CODE_KIND_BIT (sighting->symbology) & symbologies) != 0)
    g_ptr_array_add (sightings, g_steal_pointer (&sighting));
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
 * vouch_dmtx_read:
 * @picture: a picture
 * @symbologies: what is looked for
 * @limit_ms: for how long to look
 * @sightings: (element-type VouchSighting): where to add what is found
 *
 * Looks for Data Matrix codes.
 */
void
vouch_dmtx_read (const VouchGrey *picture, VouchCodeKinds symbologies, guint limit_ms, GPtrArray *sightings)
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
      take_region (decode, region, picture->height, symbologies, sightings);
      dmtxRegionDestroy (&region);
    }
  dmtxDecodeDestroy (&decode);
  dmtxImageDestroy (&image);
}
