#pragma once

#include <glib.h>

#include "vouch-code-kind.h"
#include "vouch-grey-filter.h"

G_BEGIN_DECLS

/**
 * VouchSightingRefusal:
 * @VOUCH_SIGHTING_TAKEN: its content is told
 * @VOUCH_SIGHTING_PART: it is one of several codes that hold one text together
 * @VOUCH_SIGHTING_TOO_LONG: its content is longer than that of any code of goods
 *
 * Why a symbol that was read is not given out. The numbers are of the protocol.
 */
typedef enum
{
  VOUCH_SIGHTING_TAKEN = 0,
  VOUCH_SIGHTING_PART = 1,
  VOUCH_SIGHTING_TOO_LONG = 2,
} VouchSightingRefusal;

/**
 * VouchSighting:
 * @symbology: which kind of code it is
 * @aim: the AIM identifier as a hand scanner would send it
 * @refusal: why its content is not told, if so
 * @bytes: (owned): the content, group separators kept, a leading FNC1 not; empty where it is refused
 * @quality: how many times scan lines agreed, about twice for each line; of a QR code 1; of a Data Matrix code how many
 *   of five readings with the grid moved a little agreed
 * @needed_quality: from which on it is trusted
 * @sure: whether the sighting may be trusted alone
 * @is_matrix: whether it is a two-dimensional code
 * @corners: x and y of the four corners in pixels, in order around the symbol
 *
 * One symbol found in a picture.
 */
typedef struct
{
  VouchCodeKind symbology;
  VouchSightingRefusal refusal;
  char aim[4];
  GBytes *bytes;
  int quality;
  int needed_quality;
  gboolean sure;
  gboolean is_matrix;
  int corners[4][2];
} VouchSighting;

VouchSighting *vouch_sighting_new (VouchCodeKind symbology, const char *aim, const void *bytes,
                                   gsize length) G_GNUC_WARN_UNUSED_RESULT;
VouchSighting *vouch_sighting_new_refused (VouchCodeKind symbology, const char *aim,
                                           VouchSightingRefusal refusal) G_GNUC_WARN_UNUSED_RESULT;
void vouch_sighting_free (VouchSighting *self);
gboolean vouch_sighting_is_same (const VouchSighting *self, const VouchSighting *other);
gboolean vouch_sighting_overlaps (const VouchSighting *self, const VouchSighting *other);
void vouch_sighting_move (VouchSighting *self, const VouchAffine *back);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSighting, vouch_sighting_free)

void vouch_sightings_merge (GPtrArray *all, GPtrArray *more, const VouchAffine *back);
void vouch_sightings_judge (GPtrArray *all);
gboolean vouch_sightings_suffice (GPtrArray *all);

G_END_DECLS
