#pragma once

#include <glib.h>

#include "vouch-grey-filter.h"

G_BEGIN_DECLS

/* The quality from which on a bar code is trusted. EAN, UPC and ITF read along few lines are now and then wrong with a
 * right check digit; Code 128 has a stronger check, and its wrong readings come from one line or two. */
#define VOUCH_SIGHTING_TRUST 25
#define VOUCH_SIGHTING_TRUST_CODE_128 10

/**
 * VouchSighting:
 * @symbology: (transfer none): "EAN-13", "QR" and so on, a constant
 * @aim: the AIM identifier as a hand scanner would send it
 * @bytes: (owned): the content, group separators kept, a leading FNC1 not
 * @quality: how many times scan lines agreed, about twice for each line; 1 for matrix codes
 * @needed_quality: from which on it is trusted; 1 for matrix codes, which correct their errors themselves
 * @sure: whether the sighting may be trusted alone
 * @is_matrix: whether it is a two-dimensional code
 * @corners: x and y of the four corners in pixels, in order around the symbol
 *
 * One symbol found in a picture.
 */
typedef struct
{
  const char *symbology;
  char aim[4];
  GBytes *bytes;
  int quality;
  int needed_quality;
  gboolean sure;
  gboolean is_matrix;
  int corners[4][2];
} VouchSighting;

VouchSighting *
vouch_sighting_new (const char *symbology, const char *aim, const void *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;
void vouch_sighting_free (VouchSighting *self);
gboolean vouch_sighting_is_same (const VouchSighting *self, const VouchSighting *other);
gboolean vouch_sighting_overlaps (const VouchSighting *self, const VouchSighting *other);
void vouch_sighting_move (VouchSighting *self, const VouchAffine *back);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSighting, vouch_sighting_free)

void vouch_sightings_merge (GPtrArray *all, GPtrArray *more, const VouchAffine *back);
void vouch_sightings_judge (GPtrArray *all);
gboolean vouch_sightings_suffice (GPtrArray *all);

G_END_DECLS
