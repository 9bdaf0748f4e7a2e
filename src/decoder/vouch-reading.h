#pragma once

#include <glib.h>

#include "vouch-grey-filter.h"

G_BEGIN_DECLS

/* A reading of a bar code without an error-correcting code is trusted from this many agreeing scan lines on: a bar code
 * read along fewer is now and then a wrong one with a right check digit. */
#define VOUCH_READING_TRUST 25

/**
 * VouchReading:
 * @symbology: (transfer none): "EAN-13", "QR" and so on, a constant
 * @aim: the AIM identifier as a hand scanner would send it
 * @bytes: (owned): the content, group separators kept, a leading FNC1 not
 * @quality: how many scan lines agreed; 1 for matrix codes, which correct their errors themselves
 * @sure: whether the reading may be trusted alone
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
  gboolean sure;
  gboolean is_matrix;
  int corners[4][2];
} VouchReading;

VouchReading *
vouch_reading_new (const char *symbology, const char *aim, const void *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;
void vouch_reading_free (VouchReading *self);
gboolean vouch_reading_is_same (const VouchReading *self, const VouchReading *other);
gboolean vouch_reading_overlaps (const VouchReading *self, const VouchReading *other);
void vouch_reading_move (VouchReading *self, const VouchAffine *back);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchReading, vouch_reading_free)

void vouch_readings_merge (GPtrArray *all, GPtrArray *more, const VouchAffine *back);
void vouch_readings_judge (GPtrArray *all);
gboolean vouch_readings_suffice (GPtrArray *all);

G_END_DECLS
