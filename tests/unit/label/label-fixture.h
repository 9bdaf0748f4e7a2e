#pragma once

#include "vouch-label.h"

/* A grey picture, one byte a pixel, without padding. */
typedef struct
{
  guint8 *pixels;
  guint width;
  guint height;
} Picture;

void picture_clear (Picture *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

GHashTable *create_fields (void);
VouchLabel *create_label (const char *name, guint dpi);
void render (const VouchLabel *label, Picture *picture);
GPtrArray *rasterise_pdf (const char *path, guint dpi); /* of Picture */
GPtrArray *read_bars (const Picture *picture);          /* of char *: what ZBar reads, GS1 with GS */
char *read_data_matrix (const Picture *picture);        /* what libdmtx reads, FNC1 as GS */
gboolean contains_text (const GPtrArray *texts, const char *text);
char *make_folder (void);
void remove_folder (const char *folder);
