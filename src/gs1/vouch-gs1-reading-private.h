#pragma once

#include "vouch-gs1-check.h"
#include "vouch-gs1-reading.h"

G_BEGIN_DECLS

struct _VouchGs1Reading
{
  VouchGs1Form form;
  gboolean flagged; /* a symbology identifier said that these are GS1 data */
  gboolean valid;
  gboolean complete;
  gsize size;                     /* of the input, bytes */
  char *store;                    /* the elements' values, each terminated; never longer than the input and a byte */
  gsize used;                     /* bytes of it */
  GArray *elements;               /* VouchGs1Element */
  GPtrArray *errors;              /* (nullable) VouchGs1Problem */
  GPtrArray *gaps;                /* (nullable) VouchGs1Problem */
  char gtin[VOUCH_GS1_GTIN_SIZE]; /* of an EAN bar code, otherwise "" */
};

VouchGs1Reading *vouch_gs1_reading_new (VouchGs1Form form, gsize size);
void vouch_gs1_reading_add_error (VouchGs1Reading *self, VouchGs1Rule rule, const char *ai, gsize ai_length,
                                  const char *text, gsize length, gsize position);
void
vouch_gs1_reading_add_gap (VouchGs1Reading *self, VouchGs1Rule rule, const VouchGs1Element *element, char *message);
void vouch_gs1_reading_add_value_error (VouchGs1Reading *self, VouchGs1Rule rule, const VouchGs1Element *element,
                                        gsize value_position, gsize offset);
const VouchGs1Element *vouch_gs1_reading_add (VouchGs1Reading *self, const char *ai, gsize ai_length, const char *value,
                                              gsize length, gsize position, gsize value_position);
const VouchGs1Element *vouch_gs1_reading_find (const VouchGs1Reading *self, const char *ai);
VouchGs1Reading *vouch_gs1_reading_finish (VouchGs1Reading *self);

G_END_DECLS
